package cn.wuye.hotline.ivr.audio;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A detector behind a gate: only what stands out above the steady noise of the line can be speech.
 * Without it a fan in the room would be one endless sentence, and the detector's own hang-over
 * would lengthen every turn.
 */
public final class GatedVoiceActivity implements VoiceActivity {
  /** Speech at 10 dB above the noise has most of its syllables above this. */
  private static final double ABOVE_NOISE_DB = 5;

  private static final Logger LOG = LoggerFactory.getLogger(GatedVoiceActivity.class);
  private static final AtomicBoolean warned = new AtomicBoolean();

  private final VoiceActivity detector;
  private final NoiseFloor floor = new NoiseFloor();

  GatedVoiceActivity(VoiceActivity detector) {
    this.detector = detector;
  }

  /**
   * The detector shipped: libfvad behind the gate. Where libfvad has no library for the platform
   * the gate works alone, which takes more sounds for speech.
   */
  public static VoiceActivity create() {
    try {
      return new GatedVoiceActivity(new FvadVoiceActivity());
    } catch (LinkageError e) {
      if (!warned.getAndSet(true)) {
        LOG.warn("no libfvad here, loud sounds count as speech from now on: {}", e.toString());
      }
      return new GatedVoiceActivity(new Loudness());
    }
  }

  /** Native detectors that have not been closed yet. */
  public static int openDetectors() {
    return FvadVoiceActivity.open();
  }

  /** Everything may be speech; the gate decides. */
  private static final class Loudness implements VoiceActivity {
    @Override
    public boolean speech(byte[] frame) {
      return frame.length == Pcm.FRAME_BYTES;
    }

    @Override
    public void close() {}
  }

  @Override
  public boolean speech(byte[] frame) {
    double level = Pcm.dbfs(frame);
    double gate = floor.dbfs() + ABOVE_NOISE_DB;
    floor.add(level);
    // The detector sees every frame, so that it too learns the noise.
    return detector.speech(frame) && level > gate;
  }

  @Override
  public void close() {
    detector.close();
  }
}
