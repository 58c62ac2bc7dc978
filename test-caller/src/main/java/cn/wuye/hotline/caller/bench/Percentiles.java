package cn.wuye.hotline.caller.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The usual summary of measured times. */
final class Percentiles {
  private Percentiles() {}

  /**
   * The nearest-rank percentile.
   *
   * @param share 0–1
   * @return NaN when nothing was measured
   */
  static double at(List<Integer> values, double share) {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    List<Integer> sorted = values.stream().sorted().toList();
    int rank = (int) Math.ceil(share * sorted.size());
    return sorted.get(Math.max(0, rank - 1));
  }

  /** The middle one, the mean of the two middle ones when their number is even; NaN of nothing. */
  static double median(List<Double> values) {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  static Map<String, Object> of(List<Integer> values) {
    Map<String, Object> summary = new TreeMap<>();
    summary.put("count", values.size());
    if (!values.isEmpty()) {
      summary.put("p50", at(values, 0.5));
      summary.put("p95", at(values, 0.95));
      summary.put("max", at(values, 1));
    }
    return summary;
  }
}
