package cn.wuye.hotline.backend.persistence;

/** Lengths as people and the database count them: in characters, not in Java's chars. */
public final class Text {
  private static final String CUT = "…";

  private Text() {}

  /** Number of characters (Unicode code points). */
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /**
   * The text, or as much of it as fits followed by "…": for what a machine heard, which cannot be
   * sent back to be shortened.
   */
  public static String fitted(String text, int length) {
    return length(text) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length - 1)) + CUT;
  }

  /**
   * Guards a column: what is longer must have been refused or cut before.
   *
   * @throws IllegalArgumentException when it is longer
   */
  public static void require(String what, String text, int length) {
    if (length(text) > length) {
      throw new IllegalArgumentException(
          what + " has at most " + length + " characters, not " + length(text));
    }
  }
}
