package cn.wuye.hotline.ivr.audio;

import com.sun.jna.Pointer;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Voice activity by libfvad. */
final class FvadVoiceActivity implements VoiceActivity {
  private static final AtomicInteger OPEN = new AtomicInteger();

  private @Nullable Pointer detector = Fvad.open();

  FvadVoiceActivity() {
    OPEN.incrementAndGet();
  }

  /** Detectors that exist at the moment. */
  static int open() {
    return OPEN.get();
  }

  @Override
  public synchronized boolean speech(byte[] frame) {
    if (detector == null || frame.length != Pcm.FRAME_BYTES) {
      return false;
    }
    short[] samples = Pcm.samples(frame);
    return Fvad.fvad_process(detector, samples, samples.length) == 1;
  }

  @Override
  public synchronized void close() {
    if (detector != null) {
      Fvad.fvad_free(detector);
      detector = null;
      OPEN.decrementAndGet();
    }
  }
}
