package cn.wuye.hotline.ivr.intent;

/** A small number as it is said or written: 三, 十二, 二十, 15. */
final class SpokenNumber {
  /** Longer ones are no hours, minutes or points. */
  private static final int LONGEST = 3;

  private SpokenNumber() {}

  /**
   * Its value.
   *
   * @param numeral Chinese numerals or digits, not both
   * @return -1 when it is no number of at most three characters
   */
  static int of(String numeral) {
    if (numeral.isEmpty() || numeral.length() > LONGEST) {
      return -1;
    }
    if (numeral.matches("[0-9]+")) {
      return Integer.parseInt(numeral);
    }
    for (char c : numeral.toCharArray()) {
      if (!Numerals.numeral(c)) {
        return -1;
      }
    }
    return Integer.parseInt(Numerals.digits(numeral));
  }
}
