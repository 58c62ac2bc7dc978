package cn.wuye.hotline.ivr.audio;

import java.util.Random;

/**
 * Sounds for tests: tones that stand for prompts, and something that every detector calls speech.
 */
public final class SyntheticVoice {
  private SyntheticVoice() {}

  /** A pure tone at -12 dBFS. */
  public static byte[] tone(int hertz, int millis) {
    byte[] pcm = new byte[Pcm.RATE / 1000 * millis * 2];
    for (int i = 0; i < pcm.length / 2; i++) {
      put(pcm, i, 8000 * Math.sin(2 * Math.PI * hertz * i / Pcm.RATE));
    }
    return pcm;
  }

  /** Vowels in syllables of 200 ms: pulses of a voice through two formants. */
  public static byte[] speech(int millis) {
    Random random = new Random(3);
    byte[] pcm = new byte[Pcm.RATE / 1000 * millis * 2];
    Resonator first = new Resonator(700, 90);
    Resonator second = new Resonator(1300, 120);
    double phase = 0;
    for (int i = 0; i < pcm.length / 2; i++) {
      double seconds = (double) i / Pcm.RATE;
      double syllable = 0.35 + 0.65 * Math.abs(Math.sin(Math.PI * seconds / 0.2));
      phase += (125 + 20 * Math.sin(2 * Math.PI * 3 * seconds)) / Pcm.RATE;
      double pulse = 0;
      if (phase >= 1) {
        phase -= 1;
        pulse = 1;
      }
      double source = pulse + 0.01 * random.nextGaussian();
      put(pcm, i, 30_000 * syllable * (first.next(source) + 0.6 * second.next(source)));
    }
    return pcm;
  }

  private static void put(byte[] pcm, int index, double value) {
    int sample = (int) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value));
    pcm[2 * index] = (byte) sample;
    pcm[2 * index + 1] = (byte) (sample >> 8);
  }

  private static final class Resonator {
    private final double gain;
    private final double b;
    private final double c;
    private double last;
    private double beforeLast;

    Resonator(double hertz, double width) {
      double radius = Math.exp(-Math.PI * width / Pcm.RATE);
      b = 2 * radius * Math.cos(2 * Math.PI * hertz / Pcm.RATE);
      c = -radius * radius;
      gain = 1 - b - c;
    }

    double next(double in) {
      double out = gain * in + b * last + c * beforeLast;
      beforeLast = last;
      last = out;
      return out;
    }
  }

  /** The pitch of a frame that holds a pure tone, ± 25 Hz; 0 for silence. */
  public static int pitch(byte[] frame) {
    if (Pcm.dbfs(frame) < -40) {
      return 0;
    }
    int crossings = 0;
    for (int i = 1; i < frame.length / 2; i++) {
      crossings += (Pcm.sample(frame, i - 1) < 0) != (Pcm.sample(frame, i) < 0) ? 1 : 0;
    }
    return crossings * Pcm.RATE / frame.length;
  }
}
