package cn.wuye.hotline.ivr.prompt;

import java.util.Arrays;

/** Makes sound fit for the telephone: its rate, one loudness for all files, no silence around. */
final class Mastering {
  /** Loudness of speech without its pauses, RMS of full scale: -20 dB. */
  private static final double LOUDNESS = 0.1;

  /** Peaks above this are bent instead of cut: -4 dB. */
  private static final double KNEE = 0.63;

  /** Quieter than this against the loudest 20 ms is silence: -40 dB. */
  private static final double SILENCE = 0.01;

  private static final int FRAME = Sound.TELEPHONE / 50;
  private static final int LEAD = Sound.TELEPHONE / 100;

  private Mastering() {}

  /**
   * @param lead seconds of silence before
   * @param tail seconds of silence after
   */
  static Sound master(Sound raw, double lead, double tail) {
    float[] samples = Resampler.resample(raw.samples(), raw.rate(), Sound.TELEPHONE);
    double loudest = 0;
    for (int at = 0; at + FRAME <= samples.length; at += FRAME) {
      loudest = Math.max(loudest, rms(samples, at));
    }
    if (loudest == 0) {
      return Sound.silence(lead + tail);
    }
    level(samples, loudest);
    return new Sound(trimmed(samples, lead, tail), Sound.TELEPHONE);
  }

  private static void level(float[] samples, double loudest) {
    double energy = 0;
    int frames = 0;
    for (int at = 0; at + FRAME <= samples.length; at += FRAME) {
      double rms = rms(samples, at);
      if (rms > loudest * 0.1) {
        energy += rms * rms;
        frames++;
      }
    }
    double gain = LOUDNESS / Math.sqrt(energy / frames);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) bent(samples[i] * gain);
    }
  }

  private static double bent(double sample) {
    double size = Math.abs(sample);
    if (size <= KNEE) {
      return sample;
    }
    double room = 0.95 - KNEE;
    return Math.signum(sample) * (KNEE + room * Math.tanh((size - KNEE) / room));
  }

  private static float[] trimmed(float[] samples, double lead, double tail) {
    double quiet = SILENCE * LOUDNESS * 10;
    int from = 0;
    int to = samples.length;
    while (from < to && Math.abs(samples[from]) < quiet) {
      from++;
    }
    while (to > from && Math.abs(samples[to - 1]) < quiet) {
      to--;
    }
    from = Math.max(0, from - LEAD);
    to = Math.min(samples.length, to + LEAD);
    int before = (int) (lead * Sound.TELEPHONE);
    float[] out = new float[before + to - from + (int) (tail * Sound.TELEPHONE)];
    System.arraycopy(samples, from, out, before, to - from);
    fade(out, before, before + to - from);
    return out;
  }

  /** Ends without a click. */
  private static void fade(float[] samples, int from, int to) {
    int length = Math.min(LEAD, (to - from) / 2);
    for (int i = 0; i < length; i++) {
      float share = i / (float) length;
      samples[from + i] *= share;
      samples[to - 1 - i] *= share;
    }
  }

  private static double rms(float[] samples, int at) {
    double sum = 0;
    for (float sample : Arrays.copyOfRange(samples, at, at + FRAME)) {
      sum += sample * sample;
    }
    return Math.sqrt(sum / FRAME);
  }
}
