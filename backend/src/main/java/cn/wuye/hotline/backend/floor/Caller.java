package cn.wuye.hotline.backend.floor;

import java.time.Instant;

/**
 * A caller who waits, as her node tells it.
 *
 * @param call unique id of her channel
 * @param queue code
 * @param since when she began to wait, also when she was asked something in between
 * @param phone with its middle hidden; empty when withheld
 * @param estate id; empty while unknown
 * @param dialect code; empty while unknown
 * @param emergency whether she told the machine of one
 * @param words what she has told the machine, without telephone numbers, at most {@value #WORDS}
 *     characters; may be empty
 */
public record Caller(
    String call,
    String queue,
    Instant since,
    String phone,
    String estate,
    String dialect,
    boolean emergency,
    String words) {
  /** Most characters of what she told the machine. */
  public static final int WORDS = 200;
}
