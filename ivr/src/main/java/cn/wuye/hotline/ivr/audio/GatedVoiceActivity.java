package cn.wuye.hotline.ivr.audio;

/**
 * A detector behind a gate: only what stands out above the steady noise of the line can be speech.
 * Without it a fan in the room would be one endless sentence, and the detector's own hang-over
 * would lengthen every turn.
 */
public final class GatedVoiceActivity implements VoiceActivity {
  /** Speech at 10 dB above the noise has most of its syllables above this. */
  private static final double ABOVE_NOISE_DB = 5;

  private final VoiceActivity detector;
  private final NoiseFloor floor = new NoiseFloor();

  GatedVoiceActivity(VoiceActivity detector) {
    this.detector = detector;
  }

  /** The detector shipped: libfvad behind the gate. */
  public static VoiceActivity create() {
    return new GatedVoiceActivity(new FvadVoiceActivity());
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
