package cn.wuye.hotline.caller.sound;

import java.util.Random;

/** Speech-like sounds for tests: each seed another sentence, always the same. */
public final class Sounds {
  private Sounds() {}

  /** Voiced syllables with moving formants and short pauses between them. */
  public static short[] sentence(long seed, int millis) {
    Random random = new Random(seed);
    short[] samples = new short[millis * 8];
    int at = 0;
    while (at < samples.length) {
      int syllable = 800 + random.nextInt(1600);
      double pitch = 110 + random.nextInt(120);
      double glide = random.nextDouble() - 0.5;
      double formant1 = 300 + random.nextInt(600);
      double formant2 = 900 + random.nextInt(1500);
      double phase = 0;
      for (int i = 0; i < syllable && at + i < samples.length; i++) {
        double place = i / (double) syllable;
        phase += 2 * Math.PI * pitch * (1 + glide * place) / 8000;
        double sum = 0;
        for (int harmonic = 1; harmonic < 25; harmonic++) {
          double hertz = harmonic * pitch;
          sum +=
              Math.sin(harmonic * phase)
                  * (1 / (1 + Math.pow((hertz - formant1) / 150, 2))
                      + 0.7 / (1 + Math.pow((hertz - formant2) / 200, 2)));
        }
        samples[at + i] = (short) (6000 * sum * Math.sin(Math.PI * place));
      }
      at += syllable + random.nextInt(500);
    }
    return samples;
  }

  /** Silence, then the sounds one after the other. */
  public static short[] join(short[]... parts) {
    int length = 0;
    for (short[] part : parts) {
      length += part.length;
    }
    short[] all = new short[length];
    int at = 0;
    for (short[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  public static short[] silence(int millis) {
    return new short[millis * 8];
  }

  /** What a µ-law telephone line makes of it. */
  public static short[] overTelephone(short[] samples) {
    short[] out = new short[samples.length];
    for (int i = 0; i < samples.length; i++) {
      int magnitude = Math.min(Math.abs(samples[i]), 32_635) + 132;
      int exponent = Math.max(0, 24 - Integer.numberOfLeadingZeros(magnitude));
      int mantissa = magnitude >> exponent + 3 & 15;
      int decoded = ((mantissa << 3) + 132 << exponent) - 132;
      out[i] = (short) (samples[i] < 0 ? -decoded : decoded);
    }
    return out;
  }
}
