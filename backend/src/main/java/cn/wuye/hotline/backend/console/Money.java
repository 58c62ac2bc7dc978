package cn.wuye.hotline.backend.console;

import java.math.BigDecimal;
import java.util.OptionalLong;

/** Amounts as people write them: yuan with up to two decimals; kept in hundredths. */
public final class Money {
  private static final String FORM = "[0-9]{1,9}(\\.[0-9]{1,2})?";

  private Money() {}

  /** {@code 200.00}. */
  public static String of(long cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }

  /** Hundredths of a yuan; empty when it is no such amount. Neither is negative. */
  public static OptionalLong find(String typed) {
    String text = typed.strip();
    return text.matches(FORM)
        ? OptionalLong.of(new BigDecimal(text).movePointRight(2).longValueExact())
        : OptionalLong.empty();
  }
}
