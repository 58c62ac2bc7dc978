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
