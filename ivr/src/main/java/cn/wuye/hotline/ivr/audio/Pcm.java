package cn.wuye.hotline.ivr.audio;

import java.time.Duration;

/** The one form that sound has here: 8 kHz, 16 bit signed little-endian, mono, frames of 20 ms. */
public final class Pcm {
  /** Samples a second. */
  public static final int RATE = 8000;

  /** Bytes of a second. */
  public static final int BYTES_PER_SECOND = RATE * 2;

  /** Milliseconds of a frame. */
  public static final int FRAME_MILLIS = 20;

  /** Bytes of a frame. */
  public static final int FRAME_BYTES = BYTES_PER_SECOND * FRAME_MILLIS / 1000;

  /** The level of digital silence, in dB below full scale. */
  public static final double SILENCE_DBFS = -96;

  private Pcm() {}

  /** How long the sound lasts. */
  public static Duration length(byte[] pcm) {
    return Duration.ofNanos(pcm.length * 1_000_000_000L / BYTES_PER_SECOND);
  }

  /** The sample at an index (not a byte offset). */
  public static short sample(byte[] pcm, int index) {
    return (short) ((pcm[2 * index] & 0xff) | (pcm[2 * index + 1] << 8));
  }

  /** Sound as numbers; an odd last byte is left out. */
  public static short[] samples(byte[] pcm) {
    short[] samples = new short[pcm.length / 2];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = sample(pcm, i);
    }
    return samples;
  }

  /** Numbers as sound. */
  public static byte[] bytes(short[] samples) {
    byte[] pcm = new byte[samples.length * 2];
    for (int i = 0; i < samples.length; i++) {
      pcm[2 * i] = (byte) samples[i];
      pcm[2 * i + 1] = (byte) (samples[i] >> 8);
    }
    return pcm;
  }

  /** The mean level in dB relative to full scale, {@link #SILENCE_DBFS} to 0. */
  public static double dbfs(byte[] pcm) {
    int count = pcm.length / 2;
    if (count == 0) {
      return SILENCE_DBFS;
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double sample = sample(pcm, i);
      sum += sample * sample;
    }
    double rms = Math.sqrt(sum / count) / 32768;
    return rms <= 0 ? SILENCE_DBFS : Math.max(SILENCE_DBFS, 20 * Math.log10(rms));
  }
}
