package cn.wuye.hotline.backend.console.quality;

import java.math.BigDecimal;

/** Scores as people read them. */
final class ScoreText {
  private ScoreText() {}

  /** {@code 88.5}. */
  static String of(int tenths) {
    return BigDecimal.valueOf(tenths, 1).toPlainString();
  }
}
