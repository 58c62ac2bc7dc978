package cn.wuye.hotline.backend.console.traffic;

import cn.wuye.hotline.backend.rounding.Rounded;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * A cell of a table.
 *
 * @param shown on the page
 * @param exported in a file: a number, or a text
 */
record Cell(String shown, Object exported) {
  private static final String NONE = "—";
  private static final long MINUTE = 60;
  private static final long HOUR = 3600;
  private static final double SECOND = 1000;

  static Cell text(String text) {
    return new Cell(text, text);
  }

  static Cell count(long count) {
    return new Cell(Long.toString(count), count);
  }

  /** With one digit after the point. */
  static Cell number(double value) {
    BigDecimal number = Rounded.tenth(value);
    return new Cell(number.toPlainString(), number);
  }

  /** 0–100. */
  static Cell percent(OptionalDouble value) {
    if (value.isEmpty()) {
      return new Cell(NONE, "");
    }
    BigDecimal number = Rounded.tenth(value.getAsDouble());
    return new Cell(number.toPlainString() + "%", number);
  }

  static Cell seconds(OptionalDouble value) {
    return value.isEmpty() ? new Cell(NONE, "") : seconds(value.getAsDouble());
  }

  static Cell millis(long millis) {
    return seconds(millis / SECOND);
  }

  private static Cell seconds(double value) {
    return new Cell(clock(Math.round(value)), Rounded.tenth(value));
  }

  /** {@code 0:07}, {@code 12:30}, {@code 1:02:30}. */
  static String clock(long seconds) {
    long minutes = seconds % HOUR / MINUTE;
    return seconds < HOUR
        ? "%d:%02d".formatted(minutes, seconds % MINUTE)
        : "%d:%02d:%02d".formatted(seconds / HOUR, minutes, seconds % MINUTE);
  }
}
