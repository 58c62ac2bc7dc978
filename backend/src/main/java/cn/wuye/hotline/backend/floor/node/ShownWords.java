package cn.wuye.hotline.backend.floor.node;

import cn.wuye.hotline.backend.logging.PhoneMask;
import java.util.regex.Pattern;

/**
 * What was said in a call, as others may read it: without telephone numbers, also where they are
 * written as they are spoken (一三八…) or only begun.
 */
final class ShownWords {
  /** A recogniser writes a comma where she pauses. */
  private static final String DIGIT = "[0-9零〇一幺二三四五六七八九][\\s，,、。.·-]{0,2}";

  /** Buildings and rooms have four digits at most. */
  private static final Pattern NUMBER =
      Pattern.compile("(?<begin>(?:" + DIGIT + "){3})(?:" + DIGIT + "){2,}");

  private static final String CUT = "…";

  private ShownWords() {}

  static String of(String text) {
    return NUMBER.matcher(PhoneMask.masked(text)).replaceAll("${begin}****");
  }

  /** The same; of a long text the end. */
  static String ending(String text, int length) {
    String shown = of(text);
    int more = shown.codePointCount(0, shown.length()) - length;
    return more <= 0 ? shown : CUT + shown.substring(shown.offsetByCodePoints(0, more + 1));
  }
}
