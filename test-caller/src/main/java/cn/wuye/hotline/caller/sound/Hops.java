package cn.wuye.hotline.caller.sound;

import java.util.Arrays;

/**
 * Sound seen in steps of 10 ms: of each, how loud it is and a fingerprint of its spectrum (after
 * Haitsma and Kalker: the signs of how the differences between neighbouring bands change over 40
 * ms). Telephone codecs and noise change a few of the bits, another sound half of them.
 *
 * <p>Grows at the end; one thread appends, others may read what {@link #count} covers.
 */
public final class Hops {
  /** Samples of a hop. */
  public static final int HOP = 80;

  /** Milliseconds of a hop. */
  public static final int MILLIS = 10;

  static final int BITS = 24;
  static final int WINDOW = 256;
  private static final int BACK = 4;
  private static final double LOWEST = 250;
  private static final double HIGHEST = 3400;
  private static final int[] EDGES = edges();

  private final Fft fft = new Fft(WINDOW);
  private final double[] power = new double[WINDOW / 2 + 1];
  private final double[][] bands = new double[BACK + 1][BITS + 1];
  private short[] tail = new short[0];
  private volatile int[] prints = new int[1024];
  private volatile float[] levels = new float[1024];
  private volatile int count;

  private static int[] edges() {
    int[] edges = new int[BITS + 2];
    for (int i = 0; i < edges.length; i++) {
      double hertz = LOWEST * Math.pow(HIGHEST / LOWEST, i / (double) (edges.length - 1));
      edges[i] = (int) Math.round(hertz * WINDOW / 8000);
      if (i > 0 && edges[i] <= edges[i - 1]) {
        edges[i] = edges[i - 1] + 1;
      }
    }
    return edges;
  }

  /** Hops that are complete. Hop {@code i} is of the sound from {@code i × 10 ms} on. */
  public int count() {
    return count;
  }

  int print(int hop) {
    return prints[hop];
  }

  /** Loudness of a hop in dB below full scale, −96 to 0. */
  public float level(int hop) {
    return levels[hop];
  }

  /** Takes more sound. */
  public synchronized void append(short[] samples) {
    short[] all = Arrays.copyOf(tail, tail.length + samples.length);
    System.arraycopy(samples, 0, all, tail.length, samples.length);
    int at = 0;
    for (; at + WINDOW <= all.length; at += HOP) {
      add(all, at);
    }
    tail = Arrays.copyOfRange(all, at, all.length);
  }

  private void add(short[] samples, int at) {
    int hop = count;
    if (hop == prints.length) {
      prints = Arrays.copyOf(prints, hop * 2);
      levels = Arrays.copyOf(levels, hop * 2);
    }
    levels[hop] = Loudness.dbfs(samples, at, HOP);
    fft.power(samples, at, power);
    double[] now = bands[hop % (BACK + 1)];
    for (int band = 0; band <= BITS; band++) {
      double sum = 1;
      for (int bin = EDGES[band]; bin < EDGES[band + 1] && bin < power.length; bin++) {
        sum += power[bin];
      }
      now[band] = Math.log(sum);
    }
    double[] before = bands[(hop + 1) % (BACK + 1)];
    int print = 0;
    for (int bit = 0; bit < BITS; bit++) {
      double change = now[bit] - now[bit + 1] - (before[bit] - before[bit + 1]);
      print = print << 1 | (change > 0 ? 1 : 0);
    }
    prints[hop] = print;
    count = hop + 1;
  }
}
