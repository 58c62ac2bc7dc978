package cn.wuye.hotline.ivr.intent;

/** Chinese numerals as people say them: 十二, 二十, 一百零二, and digit by digit 五零二, 幺幺零一. */
final class Numerals {
  private static final String DIGITS = "零一二三四五六七八九";

  private Numerals() {}

  static boolean numeral(char c) {
    return digit(c) >= 0 || c == '十' || c == '百';
  }

  private static int digit(char c) {
    return switch (c) {
      case '〇', '○' -> 0;
      case '幺' -> 1;
      case '两' -> 2;
      default -> DIGITS.indexOf(c);
    };
  }

  /** The number in digits: "十二" is 12, "五零二" 502, "一百零二" 102. */
  static String digits(String numerals) {
    return numerals.indexOf('十') < 0 && numerals.indexOf('百') < 0
        ? oneByOne(numerals)
        : String.valueOf(value(numerals));
  }

  private static String oneByOne(String numerals) {
    StringBuilder digits = new StringBuilder();
    for (char c : numerals.toCharArray()) {
      digits.append(digit(c));
    }
    return digits.toString();
  }

  private static int value(String numerals) {
    int value = 0;
    int pending = -1;
    int power = 1;
    for (char c : numerals.toCharArray()) {
      if (c == '百' || c == '十') {
        power = c == '百' ? 100 : 10;
        value += Math.max(1, pending) * power;
        pending = -1;
      } else {
        // 二十一 and also 一百零二; 一百二 means 120.
        pending = digit(c);
        power = pending == 0 ? 1 : power;
      }
    }
    if (pending > 0) {
      value += power == 100 ? pending * 10 : pending;
    }
    return value;
  }
}
