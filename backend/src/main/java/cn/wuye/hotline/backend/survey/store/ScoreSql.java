package cn.wuye.hotline.backend.survey.store;

import cn.wuye.hotline.backend.survey.Satisfaction;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What the satisfaction of {@code survey s} counts, as SQL. */
public final class ScoreSql {
  /** Its score; 0 for none. */
  public static final String SCORE =
      Arrays.stream(Satisfaction.values())
          .map(degree -> " WHEN " + degree.key() + " THEN " + degree.score())
          .collect(Collectors.joining("", "CASE s.satisfaction", " ELSE 0 END"));

  /** Whether it is a good one; null for none. */
  public static final String GOOD =
      Arrays.stream(Satisfaction.values())
          .filter(degree -> !degree.low())
          .map(degree -> String.valueOf(degree.key()))
          .collect(Collectors.joining(", ", "s.satisfaction IN (", ")"));

  private ScoreSql() {}
}
