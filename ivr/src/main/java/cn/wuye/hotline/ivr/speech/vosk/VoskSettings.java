package cn.wuye.hotline.ivr.speech.vosk;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How Vosk is run on this node.
 *
 * @param model folder of the model; empty for none
 * @param decodingThreads how many threads decode, 1–64; no more than processors are of use
 * @param mostFree how many free recognitions may run at once, 0–1000; beyond it the recording is
 *     transcribed after the call. A small model needs 0.1–0.2 processors for one
 * @param warmFree how many free recognisers are made ready at start, 0 to {@code mostFree}
 * @param mostIdle how many recognisers are kept for the next call, 1–1000; one takes 5–80 MB
 */
public record VoskSettings(
    Optional<Path> model, int decodingThreads, int mostFree, int warmFree, int mostIdle) {
  private static final int FREE_PER_PROCESSOR = 5;
  private static final int IDLE_PER_PROCESSOR = 32;

  public VoskSettings {
    within("decodingThreads", decodingThreads, 1, 64);
    within("mostFree", mostFree, 0, 1000);
    within("warmFree", warmFree, 0, mostFree);
    within("mostIdle", mostIdle, 1, 1000);
  }

  /** What fits this machine. */
  public static VoskSettings of(Optional<Path> model) {
    int processors = Runtime.getRuntime().availableProcessors();
    return new VoskSettings(
        model,
        Math.min(64, processors),
        Math.min(1000, FREE_PER_PROCESSOR * processors),
        1,
        Math.min(1000, IDLE_PER_PROCESSOR * processors));
  }

  private static void within(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be %d-%d, not %d".formatted(name, least, most, value));
    }
  }
}
