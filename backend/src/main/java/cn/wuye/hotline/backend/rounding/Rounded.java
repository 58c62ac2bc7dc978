package cn.wuye.hotline.backend.rounding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Figures with one digit after the point; a half is rounded away from 0. */
public final class Rounded {
  private static final int TO_SECONDS = 3;

  private Rounded() {}

  public static BigDecimal tenth(double value) {
    return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
  }

  /** Null for none. */
  public static @Nullable BigDecimal tenth(OptionalDouble value) {
    return value.isEmpty() ? null : tenth(value.getAsDouble());
  }

  public static BigDecimal seconds(long millis) {
    return BigDecimal.valueOf(millis, TO_SECONDS).setScale(1, RoundingMode.HALF_UP);
  }
}
