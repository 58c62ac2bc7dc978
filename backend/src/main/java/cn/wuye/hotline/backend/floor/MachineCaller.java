package cn.wuye.hotline.backend.floor;

import java.time.Instant;

/**
 * A caller who talks with the machine now, as her node tells it.
 *
 * @param call unique id of her channel
 * @param since when her call was answered
 * @param phone with its middle hidden; empty when withheld
 * @param estate id; empty while unknown
 * @param dialect code; empty while unknown
 * @param emergency whether she told the machine of one
 * @param prompt what the machine said last, without numbers, at most {@value #PROMPT} characters;
 *     may be empty
 * @param words what she has said so far, without numbers; of a long talk the last {@value #WORDS}
 *     characters. Grows while she speaks
 */
public record MachineCaller(
    String call,
    Instant since,
    String phone,
    String estate,
    String dialect,
    boolean emergency,
    String prompt,
    String words) {
  /** Most characters of what the machine said. */
  public static final int PROMPT = 60;

  /** Most characters of what she said. */
  public static final int WORDS = 120;
}
