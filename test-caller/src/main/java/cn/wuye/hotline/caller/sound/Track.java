package cn.wuye.hotline.caller.sound;

import java.util.Arrays;

/**
 * One direction of a call, from its first moment on: every sample, and what the hops show. One
 * thread appends; others may read what is there.
 */
public final class Track {
  private final Hops hops = new Hops();
  private short[] samples = new short[8000];
  private volatile int length;

  /** A finished sound. */
  public static Track of(short[] sound) {
    Track track = new Track();
    track.append(sound);
    track.append(new short[Hops.WINDOW + 40 * Hops.HOP]);
    return track;
  }

  /** Takes more sound. */
  public synchronized void append(short[] more) {
    if (length + more.length > samples.length) {
      samples = Arrays.copyOf(samples, Math.max(samples.length * 2, length + more.length));
    }
    System.arraycopy(more, 0, samples, length, more.length);
    length += more.length;
    hops.append(more);
  }

  /** Samples so far. */
  public int length() {
    return length;
  }

  /** Milliseconds so far. */
  public int millis() {
    return length / 8;
  }

  public Hops hops() {
    return hops;
  }

  /** A copy of a stretch; silence where there is nothing. */
  public synchronized short[] slice(int from, int to) {
    short[] slice = new short[Math.max(0, to - from)];
    int begin = Math.max(0, from);
    int end = Math.min(length, to);
    if (end > begin) {
      System.arraycopy(samples, begin, slice, begin - from, end - begin);
    }
    return slice;
  }

  /** Everything so far. */
  public short[] all() {
    return slice(0, length);
  }

  /** Whether a hop is more than silence. */
  public boolean audible(int hop) {
    return hop >= 0 && hop < hops.count() && hops.level(hop) >= Loudness.AUDIBLE;
  }

  /** Hops of silence up to now. */
  public int quietHops() {
    int hop = hops.count();
    while (hop > 0 && !audible(hop - 1)) {
      hop--;
    }
    return hops.count() - hop;
  }

  /** The first audible hop from here on, or −1. */
  public int firstAudible(int fromHop) {
    for (int hop = Math.max(0, fromHop); hop < hops.count(); hop++) {
      if (audible(hop)) {
        return hop;
      }
    }
    return -1;
  }
}
