package cn.wuye.hotline.ivr.prompt;

import java.util.ArrayList;
import java.util.List;

/** How numbers are said, as keys of the catalogue's pieces. */
final class ChineseNumbers {
  private static final int[] POWERS = {1000, 100, 10};

  private ChineseNumbers() {}

  /** Digit by digit, as in rooms, telephone and ticket numbers; what is no digit is left out. */
  static List<String> digits(String digits) {
    return digits
        .chars()
        .filter(c -> c >= '0' && c <= '9')
        .mapToObj(c -> "digit-" + (char) c)
        .toList();
  }

  /** An ordinal or plain number, 0–99999: 3号楼, 12层, 二十, 一百零二. */
  static List<String> number(int value) {
    if (value < 0 || value > 99_999) {
      throw new IllegalArgumentException("0–99999 wanted: " + value);
    }
    List<String> keys = new ArrayList<>();
    int ten_thousands = value / 10_000;
    if (ten_thousands > 0) {
      keys.add("number-" + ten_thousands);
      keys.add("number-10000");
    }
    boolean gap = false;
    int rest = value % 10_000;
    for (int power : POWERS) {
      int digit = rest / power;
      rest %= power;
      if (digit == 0) {
        gap |= !keys.isEmpty();
        continue;
      }
      if (gap) {
        keys.add("number-0");
        gap = false;
      }
      // 10–19 are 十, 十一 …, and 110 is 一百一十.
      if (!(power == 10 && digit == 1 && keys.isEmpty())) {
        keys.add("number-" + digit);
      }
      keys.add("number-" + power);
    }
    if (rest > 0 || keys.isEmpty()) {
      if (gap) {
        keys.add("number-0");
      }
      keys.add("number-" + rest);
    }
    return keys;
  }

  /** A number of things: two is 两 (两个小时), twelve stays 十二. */
  static List<String> count(int value) {
    return value == 2 ? List.of("number-liang") : number(value);
  }
}
