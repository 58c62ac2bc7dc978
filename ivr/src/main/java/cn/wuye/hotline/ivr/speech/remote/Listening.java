package cn.wuye.hotline.ivr.speech.remote;

import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Recognition;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How a vocabulary is listened to.
 *
 * @param recording whether it comes from a recording: all at once, and nobody waits on the phone
 * @param running whether a part of the text is worth something
 * @param exchange begins a talk with a server about one utterance
 * @param local begins to listen on this node; empty when it cannot
 */
record Listening(
    RemoteSettings settings,
    boolean recording,
    boolean running,
    Supplier<Exchange> exchange,
    Consumer<String> onPartial,
    Supplier<Optional<Recognition>> local) {
  private static final int SECOND = 16_000;

  /** What this node takes at once of a living call, and as much of a recording as comes at once. */
  private static final int KEPT = 20 * SECOND;

  private static final int KEPT_RECORDING = 120 * SECOND;

  /** Sound of a living call that has waited for so long will never be in time. */
  private static final int WAITING = 5 * SECOND;

  private static final double SHARE = 0.6;

  /**
   * With less time the dialog hardly waits for the text, and no server can be expected to have it.
   */
  private static final Duration FAIR = Duration.ofSeconds(1);

  /** How many bytes of an utterance are kept, in case this node has to take it over. */
  int mostKept() {
    return recording ? KEPT_RECORDING : KEPT;
  }

  int mostWaiting() {
    return recording ? KEPT_RECORDING : WAITING;
  }

  /** How long the server is waited for, so that this node has its share of the time as well. */
  Duration wait(Duration budget) {
    Duration share = Duration.ofNanos((long) (budget.toNanos() * SHARE));
    return recording || share.compareTo(settings.answer()) < 0 ? share : settings.answer();
  }

  /** Whether a server that did not answer within its share of this time is to blame. */
  boolean blames(Duration budget) {
    return recording || budget.compareTo(FAIR) >= 0;
  }
}
