package cn.wuye.hotline.ivr.speech;

import cn.wuye.hotline.ivr.conversation.Call;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Speech to text. One instance serves all calls of a node; decoding happens on threads of its own,
 * so that no method here but {@link Recognition#finish} waits for it.
 */
public interface SpeechRecognizer extends AutoCloseable {

  /**
   * Begins to listen to one utterance (or, for a spotter, to a stretch of the call).
   *
   * @param onPartial told each new partial result, on a thread of the recogniser; must return
   *     quickly
   * @return empty when there is no model, when the model cannot serve this vocabulary, or when the
   *     cap on concurrent free recognitions is reached; the caller of this method then goes on
   *     without text
   */
  Optional<Recognition> begin(Vocabulary vocabulary, Consumer<String> onPartial);

  /**
   * Begins to listen by the engines that other dialects than the speaker's have of their own, to
   * compare what they make of it. Nothing stands in for them: one that fails is not in time.
   */
  default List<Ear> beginOthers(Vocabulary vocabulary) {
    return List.of();
  }

  /**
   * The speaker is known to speak a dialect from now on; what begins after it is heard by its
   * engine. Only for the length of a call.
   *
   * @param dialect its code; the empty string: that in which the call began
   */
  default void speaks(String dialect) {}

  /**
   * The phrases of a vocabulary that the model has no words for: they will never be recognised.
   * Shipped phrases should have none, edited ones are refused when they are saved.
   */
  default List<String> unspellable(Vocabulary vocabulary) {
    return List.of();
  }

  /** What recognition has cost since the start. */
  default SpeechFigures figures() {
    return SpeechFigures.NONE;
  }

  /**
   * This recogniser for the length of one call: the same model until it is closed, also when
   * another one is taken into use meanwhile. Closing it ends nothing for others.
   */
  default SpeechRecognizer forCall(Call call) {
    return new LentRecognizer(this, () -> {});
  }

  /**
   * This recogniser outside of calls, for what somebody has said in this dialect. Closing it ends
   * nothing.
   *
   * @param dialect its code, like {@code yue}; the empty string when it is not known
   */
  default SpeechRecognizer forDialect(String dialect) {
    return new LentRecognizer(this, () -> {});
  }

  /**
   * The name under which the text of recordings is kept: the same as long as the same engine and
   * model hear them.
   */
  default String recordingEngine() {
    return status().description();
  }

  /** What is in use, for people: engine, model's name, or why there is none. */
  Status status();

  @Override
  void close();

  /**
   * The state of the recogniser.
   *
   * @param available whether anything can be recognised at all
   * @param description a plain sentence: which model, or why there is none
   * @param open recognitions in progress
   * @param created recognisers that exist, idle ones included; must not grow without bound
   */
  record Status(boolean available, String description, int open, int created) {}

  /**
   * An engine of another dialect at work.
   *
   * @param dialect the code of the only one that it is for; the empty string when it hears several
   */
  record Ear(String dialect, Recognition recognition) {}

  /**
   * One recognition in progress. Used by one thread at a time; closing returns the recogniser to
   * its pool.
   */
  interface Recognition extends AutoCloseable {
    /** Takes 8 kHz 16-bit little-endian mono sound of any even length; returns at once. */
    void accept(byte[] pcm);

    /**
     * Ends the utterance and waits for its text, at most for the budget. The recognition can be
     * used for another one.
     */
    Recognized finish(Duration budget);

    /** Whether the last utterance was heard by another engine than the one that was chosen. */
    default boolean byStandIn() {
      return false;
    }

    /** Idempotent. */
    @Override
    void close();
  }
}
