package cn.wuye.hotline.ivr.speech.vosk;

import cn.wuye.hotline.ivr.audio.Pcm;

/** Made-up music: chords that fade, a new one every two seconds. */
final class Chords {
  private static final double[][] TONES = {
    {261.6, 329.6, 392.0}, {220.0, 261.6, 329.6}, {174.6, 220.0, 261.6}, {196.0, 246.9, 293.7}
  };
  private static final int LENGTH = 2 * Pcm.RATE;
  private static final int OVERTONES = 4;
  private static final double LOUD = 2_000;

  private Chords() {}

  /** 8 kHz, 16 bit. */
  static byte[] seconds(int seconds) {
    short[] samples = new short[seconds * Pcm.RATE];
    for (int i = 0; i < samples.length; i++) {
      double[] chord = TONES[i / LENGTH % TONES.length];
      double time = (double) (i % LENGTH) / Pcm.RATE;
      double sum = 0;
      for (double tone : chord) {
        for (int overtone = 1; overtone <= OVERTONES; overtone++) {
          sum += Math.sin(2 * Math.PI * tone * overtone * time) / overtone;
        }
      }
      samples[i] = (short) (LOUD * sum * Math.exp(-time));
    }
    return Pcm.bytes(samples);
  }
}
