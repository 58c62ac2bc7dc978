package cn.wuye.hotline.backend.traffic.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Figures with one digit after the point. */
final class Rounded {
  private static final int TO_SECONDS = 3;

  private Rounded() {}

  static BigDecimal tenth(double value) {
    return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
  }

  static @Nullable BigDecimal tenth(OptionalDouble value) {
    return value.isEmpty() ? null : tenth(value.getAsDouble());
  }

  static BigDecimal seconds(long millis) {
    return BigDecimal.valueOf(millis, TO_SECONDS).setScale(1, RoundingMode.HALF_UP);
  }
}
