package cn.wuye.hotline.backend.moving.table;

import java.util.regex.Pattern;

/**
 * Text that a spreadsheet would take for a formula gets an apostrophe in front: a complaint of
 * {@code =HYPERLINK(…)} must stay a complaint. A negative number stays a number. Guarding can be
 * undone exactly.
 */
public final class Guard {
  private static final Pattern RISKY = Pattern.compile("(?s)'*[=+\\-@\\t\\r].*");
  private static final Pattern NUMBER = Pattern.compile("-[0-9]+(\\.[0-9]+)?");
  private static final Pattern GUARDED = Pattern.compile("(?s)'+[=+\\-@\\t\\r].*");

  private Guard() {}

  /** The text, safe to be opened in a spreadsheet. */
  public static String guarded(String text) {
    boolean risky = RISKY.matcher(text).matches() && !NUMBER.matcher(text).matches();
    return risky ? "'" + text : text;
  }

  /** The text as it was before it was guarded; one that never was stays as it is. */
  public static String unguarded(String text) {
    return GUARDED.matcher(text).matches() ? text.substring(1) : text;
  }

  /** Whether it is a formula rather than a text. */
  public static boolean formula(String cell) {
    return cell.startsWith("=");
  }
}
