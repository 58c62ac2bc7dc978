package cn.wuye.hotline.backend.traffic.figures;

import java.util.OptionalDouble;

/** Shares of a whole. */
final class Percent {
  private static final double WHOLE = 100;

  private Percent() {}

  /** 0–100, not rounded; empty when the whole is 0. */
  static OptionalDouble of(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(WHOLE * part / whole);
  }
}
