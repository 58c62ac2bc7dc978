package cn.wuye.hotline.backend.quality;

import java.util.List;
import java.util.Map;

/**
 * All criteria as they stood together; a version never changes.
 *
 * @param version from 1
 * @param all in the order of the sheet
 */
public record Criteria(int version, List<Criterion> all) {
  /** The most there can be. */
  public static final int MOST = 20;

  /** A full score. */
  private static final int FULL = 1000;

  public Criteria {
    all = List.copyOf(all);
  }

  /** Those that are scored. */
  public List<Criterion> active() {
    return all.stream().filter(Criterion::active).toList();
  }

  /** The one with this position. */
  public Criterion at(int position) {
    return all.stream().filter(each -> each.position() == position).findFirst().orElseThrow();
  }

  /** Whether each that is scored has points that it can have, and no other has any. */
  boolean fits(Map<Integer, Integer> points) {
    return points.size() == active().size()
        && active().stream()
            .allMatch(
                each -> {
                  Integer given = points.get(each.position());
                  return given != null && given >= 0 && given <= each.most();
                });
  }

  /**
   * What points are worth together: each criterion's share of its points, by weight.
   *
   * @param points by position; they {@link #fits fit}
   * @return tenths of 0–100
   */
  int score(Map<Integer, Integer> points) {
    double reached = 0;
    int weights = 0;
    for (Criterion each : active()) {
      reached += each.weight() * (double) points.getOrDefault(each.position(), 0) / each.most();
      weights += each.weight();
    }
    return (int) Math.round(FULL * reached / weights);
  }
}
