package cn.wuye.hotline.ivr.music;

import java.time.Duration;

/**
 * The pieces that callers hear while they wait. Asterisk has a class of music for each of them,
 * which begins with it and goes on with the others (musiconhold.conf). A caller has the same class
 * whenever she waits, and Asterisk goes on where she left it: between two stays it remembers place
 * and piece on her channel. So she hears none again before she has heard all.
 */
public final class WaitingMusic {
  /** How many there are. */
  public static final int PIECES = 15;

  /** How long one is. */
  public static final Duration LENGTH = Duration.ofMinutes(1);

  private static final String CLASS = "hotline-music-";

  private WaitingMusic() {}

  /**
   * The class of a caller; who phones again begins with another piece, most likely.
   *
   * @param call id of her call
   */
  public static String classOf(String call) {
    return CLASS + (Math.floorMod(call.hashCode(), PIECES) + 1);
  }
}
