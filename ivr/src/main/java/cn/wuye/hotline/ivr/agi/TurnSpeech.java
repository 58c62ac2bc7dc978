package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.dialect.Hearing;
import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Recognition;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the caller says in one turn, on its way to text. A recogniser is only taken when she really
 * speaks. Belongs to the dialog's thread.
 */
final class TurnSpeech implements AutoCloseable {
  /** Nobody waits for this text, but an emergency word at its end counts. */
  private static final Duration DISCARD_BUDGET = Duration.ofMillis(500);

  private final SpeechRecognizer recognizer;
  private final Vocabulary vocabulary;
  private final CallSpotter spotter;
  private final Spotting spotting;
  private final Consumer<String> onPartial;
  private final boolean comparing;
  private Optional<Recognition> recognition = Optional.empty();
  private @Nullable OtherEars others;
  private List<Hearing> hearings = List.of();
  private boolean begun;

  /**
   * @param onPartial told what is understood while she speaks, on a thread of the recogniser
   */
  TurnSpeech(
      SpeechRecognizer recognizer,
      Listening listening,
      CallSpotter spotter,
      Spotting spotting,
      Consumer<String> onPartial) {
    this.recognizer = recognizer;
    this.vocabulary =
        listening.phrases().isEmpty()
            ? new Vocabulary.Free()
            : new Vocabulary.Phrases(listening.phrases());
    this.comparing = listening.dialects();
    this.spotter = spotter;
    this.spotting = spotting;
    this.onPartial = onPartial;
    spotter.turn(spotting);
  }

  void accept(byte[] frame) {
    if (!begun) {
      begun = true;
      recognition = SafeRecognizer.begin(recognizer, vocabulary, this::partial);
    }
    // Also after what was discarded.
    if (comparing && others == null) {
      others = OtherEars.of(recognizer, vocabulary);
    }
    recognition.ifPresent(r -> r.accept(frame));
    if (others != null) {
      others.accept(frame);
    }
    spotter.accept(frame);
  }

  // Help comes before what is shown of it.
  private void partial(String text) {
    spotting.look(text);
    onPartial.accept(text);
  }

  /** Forgets what was said so far, as far as the answer goes. */
  void discard() {
    closeOthers();
    finish(DISCARD_BUDGET);
  }

  /** What engines of other dialects made of what was said; empty before {@link #finish}. */
  List<Hearing> hearings() {
    return hearings;
  }

  /**
   * The text of what was said; not in time when nothing decoded it. Both recognisers work at the
   * same time, so that they share the budget.
   */
  Recognized finish(Duration budget) {
    if (!begun) {
      return Recognized.NOTHING;
    }
    long deadline = System.nanoTime() + budget.toNanos();
    OtherEars beside = others;
    if (beside != null) {
      beside.end(budget);
    }
    Recognized text =
        recognition.map(r -> SafeRecognizer.finish(r, budget)).orElse(SafeRecognizer.NOT_DECODED);
    spotting.look(text.text());
    spotter.finish(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    if (beside != null && spotting.word().isEmpty()) {
      hearings = beside.hearings(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    }
    closeOthers();
    return text;
  }

  /** Nobody waits for engines of other dialects: a key, or the end of the call, is the answer. */
  void compareNoMore() {
    closeOthers();
  }

  private void closeOthers() {
    if (others != null) {
      others.close();
      others = null;
    }
  }

  @Override
  public void close() {
    closeOthers();
    recognition.ifPresent(Recognition::close);
    recognition = Optional.empty();
  }
}
