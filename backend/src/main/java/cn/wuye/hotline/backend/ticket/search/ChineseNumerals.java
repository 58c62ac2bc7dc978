package cn.wuye.hotline.backend.ticket.search;

/** Chinese numerals as they stand in addresses: 十二, 二十, 一百零二, and digit by digit 五零二. */
final class ChineseNumerals {
  private static final String DIGITS = "零一二三四五六七八九";

  private ChineseNumerals() {}

  /** The number in digits: "十二" is 12, "五零二" 502. */
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
    for (char c : numerals.toCharArray()) {
      if (c == '百' || c == '十') {
        // 二十一, 十二, and 一百零二 alike.
        value += Math.max(1, pending) * (c == '百' ? 100 : 10);
        pending = -1;
      } else {
        pending = digit(c);
      }
    }
    return value + Math.max(0, pending);
  }

  private static int digit(char c) {
    return switch (c) {
      case '〇' -> 0;
      case '幺' -> 1;
      case '两' -> 2;
      default -> DIGITS.indexOf(c);
    };
  }
}
