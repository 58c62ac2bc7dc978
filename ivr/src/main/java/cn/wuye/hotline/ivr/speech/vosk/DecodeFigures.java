package cn.wuye.hotline.ivr.speech.vosk;

import cn.wuye.hotline.ivr.speech.SpeechFigures;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Counts what decoding costs. Thread-safe. */
final class DecodeFigures {
  /** Bytes of 8 kHz 16-bit sound in a millisecond. */
  private static final int BYTES_PER_MILLI = 16;

  private final LongAdder nanos = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder refused = new LongAdder();

  void worked(long spent) {
    nanos.add(spent);
  }

  void decoded(int soundBytes) {
    bytes.add(soundBytes);
  }

  void refused() {
    refused.increment();
  }

  SpeechFigures now() {
    return new SpeechFigures(
        Duration.ofNanos(nanos.sum()),
        Duration.ofMillis(bytes.sum() / BYTES_PER_MILLI),
        refused.sum());
  }
}
