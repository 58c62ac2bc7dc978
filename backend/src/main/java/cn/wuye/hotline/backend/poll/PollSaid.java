package cn.wuye.hotline.backend.poll;

import cn.wuye.hotline.backend.persistence.Text;
import java.time.Instant;

/**
 * One thing that was said in a poll, as it was given.
 *
 * @param asked which resident of which poll
 * @param source the call; 1–64 ASCII characters
 * @param number order within the source, from 1: who tells the same number again repeats himself
 * @param question which one it answers; 0 for none
 * @param value see {@link PollItem}; at most {@value #MAX_VALUE} characters
 * @param words at most {@value #MAX_WORDS} characters
 * @param decoded false when only the recording has them
 * @param fromMs place in the recording of the call, milliseconds from its beginning
 * @param toMs end of the place, likewise
 */
public record PollSaid(
    long asked,
    String source,
    int number,
    PollItem item,
    int question,
    String value,
    String words,
    boolean decoded,
    long fromMs,
    long toMs,
    Instant at) {
  /** Longest value, in characters. */
  public static final int MAX_VALUE = 64;

  /** Longest words, in characters. */
  public static final int MAX_WORDS = 4000;

  public PollSaid {
    Text.require("value", value, MAX_VALUE);
    Text.require("words", words, MAX_WORDS);
  }

  /** What has no words. */
  public static PollSaid of(
      long asked,
      String source,
      int number,
      PollItem item,
      int question,
      String value,
      Instant at) {
    return new PollSaid(asked, source, number, item, question, value, "", true, 0, 0, at);
  }
}
