package cn.wuye.hotline.backend.survey.store;

import cn.wuye.hotline.backend.persistence.Text;
import java.time.Instant;

/**
 * How one thing was told, whatever it was asked for.
 *
 * @param source the call, or what else it came by; 1–64 ASCII characters
 * @param number order within the source, from 1: who tells the same number again repeats himself
 * @param value see {@link Item}; at most {@value #MAX_VALUE} characters
 * @param words at most {@value #MAX_WORDS} characters
 * @param decoded false when only the recording has them
 * @param fromMs place in the recording of the call, milliseconds from its beginning
 * @param toMs end of the place, likewise
 */
public record Told(
    String source,
    int number,
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

  public Told {
    Text.require("value", value, MAX_VALUE);
    Text.require("words", words, MAX_WORDS);
  }

  /** What has no words. */
  public static Told of(String source, int number, String value, Instant at) {
    return new Told(source, number, value, "", true, 0, 0, at);
  }

  /** Words that stand in no recording. */
  public static Told written(String source, int number, String words, Instant at) {
    return new Told(source, number, "", words, true, 0, 0, at);
  }
}
