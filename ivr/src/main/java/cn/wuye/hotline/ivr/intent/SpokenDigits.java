package cn.wuye.hotline.ivr.intent;

/** A number that is read out digit by digit, as ticket numbers are. */
public final class SpokenDigits {
  private SpokenDigits() {}

  /** Its digits, whatever else was said around them; "工单号幺零零，零零零七" gives 1000007. */
  public static String in(String text) {
    StringBuilder digits = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (Numerals.numeral(c) && c != '十' && c != '百') {
        digits.append(Numerals.digits(String.valueOf(c)));
      }
    }
    return digits.toString();
  }
}
