package cn.wuye.hotline.caller.call;

/**
 * Something the caller did, timed on her line.
 *
 * @param text what she said, or her keys
 * @param bargeIn whether she did it while a prompt was playing
 * @param sound what she said as samples; empty otherwise
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Act(
    Kind kind, String text, int startMillis, int endMillis, boolean bargeIn, short[] sound) {
  /** What she did. */
  public enum Kind {
    WORDS,
    KEYS,
    SILENCE,
    HUNG_UP
  }
}
