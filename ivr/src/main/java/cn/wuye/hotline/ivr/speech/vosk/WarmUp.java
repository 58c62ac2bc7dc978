package cn.wuye.hotline.ivr.speech.vosk;

import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a recogniser that has already decoded something: the first second is the dearest. */
final class WarmUp {
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
  private static final int LOUDNESS = 300;

  private WarmUp() {}

  static void one(RecognizerPool pool, int rate) {
    NativeRecognizer recognizer;
    try {
      recognizer = pool.take(RecognizerKind.FREE);
    } catch (NativeFailure e) {
      LOG.warn("no recogniser could be made ready; the next call tries again", e);
      return;
    }
    try {
      byte[] noise = noise(rate);
      recognizer.accept(noise, noise.length);
      recognizer.finish();
      pool.giveBack(RecognizerKind.FREE, recognizer);
    } catch (RuntimeException e) {
      LOG.warn("a recogniser failed while it was made ready and is thrown away", e);
      pool.discard(recognizer);
    }
  }

  /** A second of it. */
  static byte[] noise(int rate) {
    Random random = new Random(1);
    byte[] noise = new byte[2 * rate];
    for (int i = 0; i < noise.length; i += 2) {
      int sample = random.nextInt(2 * LOUDNESS) - LOUDNESS;
      noise[i] = (byte) sample;
      noise[i + 1] = (byte) (sample >> 8);
    }
    return noise;
  }
}
