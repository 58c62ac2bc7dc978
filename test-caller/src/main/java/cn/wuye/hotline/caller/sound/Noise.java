package cn.wuye.hotline.caller.sound;

import java.util.Random;

/** A street behind the caller: noise with more low than high tones. Repeatable by its seed. */
public final class Noise {
  /** The level speech has here, in dB below full scale: what the ratio is measured against. */
  private static final double SPEECH = -20;

  private final Random random;
  private final double amplitude;
  private double low;

  /**
   * @param signalToNoise in dB
   */
  public Noise(double signalToNoise, long seed) {
    this.random = new Random(seed);
    this.amplitude = 32_768 * Math.pow(10, (SPEECH - signalToNoise) / 20);
  }

  /** Adds noise to sound, in place. */
  public void addTo(short[] samples) {
    for (int i = 0; i < samples.length; i++) {
      double white = random.nextGaussian();
      low = 0.8 * low + 0.6 * white;
      double sum = samples[i] + amplitude * (0.7 * low + 0.3 * white);
      samples[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sum)));
    }
  }
}
