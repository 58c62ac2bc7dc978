package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.audio.TurnEnd;
import cn.wuye.hotline.ivr.conversation.HangUp;
import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.prompt.Prompt;
import cn.wuye.hotline.ivr.speech.Recognized;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Talks by AudioSocket: sound in both directions, keys and words at any moment. */
final class SoundMedium implements Medium {
  /** Help must not wait for the rest of the sentence to be decoded. */
  private static final Duration EMERGENCY_BUDGET = Duration.ofMillis(300);

  private static final Duration MOST_BETWEEN_LOOKS = Duration.ofMillis(100);

  private final CallContext context;
  private final TelephoneParts parts;
  private final TurnReport report;
  private final SoundLine.Open open;

  SoundMedium(CallContext context, SoundLine.Open open) {
    this.context = context;
    this.parts = context.parts();
    this.report = context.report();
    this.open = open;
  }

  @Override
  public Optional<Heard> turn(Prompt prompt, Listening listening) {
    CallSound sound = open.sound();
    Spotting spotting = new Spotting(context.spotter().words(), sound::emergency);
    byte[] pcm = parts.prompts().pcm(prompt);
    try (TurnSpeech speech =
        new TurnSpeech(
            parts.recognizer(),
            listening,
            context.spotter(),
            spotting,
            context.spoken()::partial)) {
      sound.begin(pcm, listening);
      TurnEnd end = listen(speech);
      report.said(prompt, end.prompt().from(), end.prompt().to());
      Optional<Heard> heard = conclude(end, speech, spotting);
      heard.ifPresent(report::heard);
      if (end.reason() == TurnEnd.Reason.GONE) {
        requireCaller(heard);
      }
      return heard;
    } catch (InterruptedException e) {
      throw Interrupted.asHangUp();
    }
  }

  private TurnEnd listen(TurnSpeech speech) throws InterruptedException {
    while (true) {
      Effect effect = open.sound().next();
      if (effect instanceof Effect.Speech spoken) {
        speech.accept(spoken.frame());
      } else if (effect instanceof Effect.Discard) {
        speech.discard();
      } else if (effect instanceof Effect.Over over) {
        return over.end();
      }
    }
  }

  private Optional<Heard> conclude(TurnEnd end, TurnSpeech speech, Spotting spotting) {
    if (end.reason() == TurnEnd.Reason.KEYS || end.reason() == TurnEnd.Reason.GONE) {
      speech.compareNoMore();
    }
    Optional<Heard> spoken = end.speech().map(span -> words(end, span, speech, spotting));
    TurnEnd.Span answer = end.answer();
    if (spotting.word().isPresent()) {
      // Also when it was spoken under a prompt that cannot be cut, or decoded late.
      String word = spotting.word().get();
      return spoken.or(
          () -> Optional.of(new Heard.EmergencyWord(word, "", answer.from(), answer.to())));
    }
    return switch (end.reason()) {
      case KEYS -> {
        spoken.ifPresent(report::heard);
        yield Optional.of(new Heard.Keys(end.digits(), answer.from(), answer.to()));
      }
      case GONE ->
          end.digits().isEmpty()
              ? spoken
              : Optional.of(new Heard.Keys(end.digits(), answer.from(), answer.to()));
      case SPEECH, LONGEST, EMERGENCY, NO_INPUT ->
          Optional.of(spoken.orElseGet(() -> new Heard.Silence(answer.from(), answer.to())));
    };
  }

  private Heard words(TurnEnd end, TurnEnd.Span span, TurnSpeech speech, Spotting spotting) {
    boolean emergency = end.reason() == TurnEnd.Reason.EMERGENCY;
    Recognized text =
        speech.finish(emergency ? EMERGENCY_BUDGET : context.settings().decodeBudget());
    return spotting
        .word()
        .<Heard>map(word -> new Heard.EmergencyWord(word, text.text(), span.from(), span.to()))
        .orElseGet(
            () ->
                new Heard.Words(
                    text.text(),
                    text.confidence(),
                    text.inTime(),
                    span.from(),
                    span.to(),
                    speech.hearings()));
  }

  private void requireCaller(Optional<Heard> heard) throws InterruptedException {
    try {
      SoundLine.awaitReturn(open.application());
      context.agi().requireAlive();
    } catch (HangUp gone) {
      throw new HangUp(String.valueOf(gone.getMessage()), heard.orElse(null));
    }
  }

  @Override
  public void say(Prompt prompt) {
    open.sound().play(parts.prompts().pcm(prompt));
  }

  @Override
  public void pass(CompletableFuture<?> until, Duration atMost) {
    Duration wait = atMost.compareTo(MOST_BETWEEN_LOOKS) < 0 ? atMost : MOST_BETWEEN_LOOKS;
    try {
      if (open.sound().gone()) {
        requireCaller(Optional.empty());
      }
      until.get(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException notYet) {
      // That is what was asked for.
      open.sound().forgetKeys();
    } catch (ExecutionException e) {
      throw new IllegalStateException("ringing failed", e);
    } catch (InterruptedException e) {
      throw Interrupted.asHangUp();
    }
  }

  @Override
  public boolean usable() {
    return !open.sound().gone();
  }

  @Override
  public void end() {
    try {
      open.sound().end();
      SoundLine.awaitReturn(open.application());
    } catch (InterruptedException e) {
      throw Interrupted.asHangUp();
    } finally {
      open.sound().close();
    }
  }
}
