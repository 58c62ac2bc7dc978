package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.audio.Pcm;
import cn.wuye.hotline.ivr.conversation.HangUp;
import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.port.PhoneRinger.Beside;
import cn.wuye.hotline.ivr.port.PhoneRinger.Outcome;
import cn.wuye.hotline.ivr.port.PhoneRinger.Ringing;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt to bring a caller together with a person. */
final class Connecting {
  private static final Logger LOG = LoggerFactory.getLogger(Connecting.class);
  private static final Duration PROMPT_EVERY = Duration.ofSeconds(10);

  /** An emergency does not wait for a long prompt. */
  private static final Duration MOST_SAID = Duration.ofSeconds(3);

  /** The ringer promises an outcome 2 s after its time-out. */
  private static final Duration RINGER_GRACE = Duration.ofSeconds(4);

  private final CallContext context;
  private final CallTime time;
  private final Supplier<Medium> medium;
  private final Talk talk;
  private final Prompt waiting;
  private final Optional<Beside> beside;
  private Duration promptAt = Duration.ZERO;

  /**
   * @param medium what the caller hears meanwhile; asked for again whenever it broke
   * @param beside somebody who is being looked for meanwhile; given up at the end
   */
  Connecting(
      CallContext context,
      Supplier<Medium> medium,
      Talk talk,
      Prompt waiting,
      Optional<Beside> beside) {
    this.context = context;
    this.time = context.time();
    this.medium = medium;
    this.talk = talk;
    this.waiting = waiting;
    this.beside = beside;
  }

  Optional<PhoneLine> connect(List<PhoneLine> lines, Duration each, Prompt whisper) {
    Duration begin = time.now();
    try {
      for (PhoneLine line : lines) {
        Optional<PhoneLine> reached = reaches(line, each, whisper);
        if (reached.isPresent()) {
          return reached;
        }
      }
      return besideAlone(begin.plus(each).minus(time.now()), whisper);
    } finally {
      giveUpBeside();
    }
  }

  private void giveUpBeside() {
    beside.ifPresent(other -> other.ringing().cancel());
  }

  /** Who was reached: the line, or who was looked for beside it and was faster. */
  private Optional<PhoneLine> reaches(PhoneLine line, Duration each, Prompt whisper) {
    LOG.info(
        "call {}: ringing {} for at most {} s",
        context.call().id(),
        line.number(),
        each.toSeconds());
    Ringing ringing =
        context.parts().ringer().ring(line, context.call().id().value(), each, whisper);
    try {
      sayWaiting();
      Outcome outcome = await(ringing, each);
      if (outcome != Outcome.ANSWERED && besideAnswered()) {
        ringing.cancel();
        return talksBeside(whisper);
      }
      LOG.info("call {}: {} {}", context.call().id(), line.number(), outcome);
      if (outcome == Outcome.ANSWERED) {
        // Else she would join the two in the midst of their talk.
        giveUpBeside();
      }
      boolean reached =
          switch (outcome) {
            case ANSWERED -> talk.inRoom(medium.get(), line, whisper);
            case UNAVAILABLE -> byDial(line, each, whisper);
            case BUSY, NO_ANSWER, REJECTED, UNREACHABLE -> false;
          };
      return reached ? Optional.of(line) : Optional.empty();
    } finally {
      ringing.cancel();
    }
  }

  /** All lines failed, or there are none: she is waited for as long as one line would be. */
  private Optional<PhoneLine> besideAlone(Duration left, Prompt whisper) {
    if (beside.isPresent() && !left.isNegative()) {
      sayWaiting();
      await(beside.get().ringing(), left);
    }
    return besideAnswered() ? talksBeside(whisper) : Optional.empty();
  }

  private boolean besideAnswered() {
    return beside
        .map(other -> other.ringing().outcome().getNow(Outcome.NO_ANSWER) == Outcome.ANSWERED)
        .orElse(false);
  }

  private Optional<PhoneLine> talksBeside(Prompt whisper) {
    return beside
        .map(Beside::line)
        .filter(
            line -> {
              LOG.info("call {}: an agent was faster", context.call().id());
              return talk.inRoom(medium.get(), line, whisper);
            });
  }

  private boolean byDial(PhoneLine line, Duration each, Prompt whisper) {
    // While Asterisk dials, the caller hears the ringing tone only: let her hear what is going on.
    Duration said = time.now().minus(promptAt.minus(PROMPT_EVERY));
    Duration left = Pcm.length(context.parts().prompts().pcm(waiting)).minus(said);
    Duration until = time.now().plus(left.compareTo(MOST_SAID) < 0 ? left : MOST_SAID);
    while (time.now().compareTo(until) < 0) {
      medium.get().pass(new CompletableFuture<>(), until.minus(time.now()));
    }
    return talk.byDial(medium.get(), line, each, whisper);
  }

  private Outcome await(Ringing ringing, Duration each) {
    Duration deadline = time.now().plus(each).plus(RINGER_GRACE);
    CompletableFuture<?> either =
        beside
            .<CompletableFuture<?>>map(
                other -> CompletableFuture.anyOf(ringing.outcome(), answered(other)))
            .orElse(ringing.outcome());
    while (!either.isDone() && time.now().compareTo(deadline) < 0) {
      sayWaiting();
      medium.get().pass(either, PROMPT_EVERY);
    }
    return ringing.outcome().getNow(Outcome.NO_ANSWER);
  }

  /** Done when she answers; never when she does not. */
  private static CompletableFuture<Outcome> answered(Beside other) {
    CompletableFuture<Outcome> answered = new CompletableFuture<>();
    other
        .ringing()
        .outcome()
        .thenAccept(
            outcome -> {
              if (outcome == Outcome.ANSWERED) {
                answered.complete(outcome);
              }
            });
    return answered;
  }

  private void sayWaiting() {
    Duration from = time.now();
    if (from.compareTo(promptAt) >= 0) {
      medium.get().say(waiting);
      Duration heard = from.plus(Pcm.length(context.parts().prompts().pcm(waiting)));
      context.report().said(waiting, from, heard);
      promptAt = from.plus(PROMPT_EVERY);
    }
  }

  /** How the caller is put through once somebody is there. */
  interface Talk {
    /**
     * In the call's room, where the answerer is put by the ringer.
     *
     * @return whether they could talk
     * @throws HangUp when the caller is gone
     */
    boolean inRoom(Medium medium, PhoneLine line, Prompt whisper);

    /** By Asterisk's own Dial, when nothing else can ring. */
    boolean byDial(Medium medium, PhoneLine line, Duration ringing, Prompt whisper);
  }
}
