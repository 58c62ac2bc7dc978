package cn.wuye.hotline.caller.call;

/** Sounds that are no words. */
public final class Tone {
  /** As voicemail sounds it: half a second of 1000 Hz. */
  static final short[] BEEP = sine(1000, 4000);

  private static final int RATE = 8000;

  private Tone() {}

  /** A tone of some seconds. */
  public static short[] of(int hertz, int seconds) {
    return sine(hertz, seconds * RATE);
  }

  private static short[] sine(int hertz, int samples) {
    short[] sound = new short[samples];
    for (int i = 0; i < samples; i++) {
      sound[i] = (short) (8000 * Math.sin(2 * Math.PI * hertz * i / RATE));
    }
    return sound;
  }
}
