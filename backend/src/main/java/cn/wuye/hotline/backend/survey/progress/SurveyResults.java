package cn.wuye.hotline.backend.survey.progress;

import cn.wuye.hotline.backend.survey.Period;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Results of a period, together and by what the tickets have.
 *
 * @param byEstate keys are ids, the empty string for tickets whose place was unknown
 * @param byCategory keys are codes
 * @param byDepartment keys are codes, the empty string for tickets of none
 */
public record SurveyResults(
    Period period, Tally all, List<Line> byEstate, List<Line> byCategory, List<Line> byDepartment) {
  private static final Comparator<Line> MOST_ANSWERS =
      Comparator.comparingLong((Line line) -> line.tally().answers())
          .reversed()
          .thenComparing(Line::key);

  public SurveyResults {
    byEstate = List.copyOf(byEstate);
    byCategory = List.copyOf(byCategory);
    byDepartment = List.copyOf(byDepartment);
  }

  /** What belongs to one key. */
  public record Line(String key, Tally tally) {}

  /** What belongs to one of each: the smallest parts that are counted. */
  record Part(String estate, String category, String department, Tally tally) {}

  /** Adds the parts up; those with the most answers come first. */
  static SurveyResults of(Period period, List<Part> parts) {
    return new SurveyResults(
        period,
        parts.stream().map(Part::tally).reduce(Tally.NONE, Tally::plus),
        by(Part::estate, parts),
        by(Part::category, parts),
        by(Part::department, parts));
  }

  private static List<Line> by(Function<Part, String> key, List<Part> parts) {
    Map<String, Tally> sums = new HashMap<>();
    parts.forEach(part -> sums.merge(key.apply(part), part.tally(), Tally::plus));
    return sums.entrySet().stream()
        .map(sum -> new Line(sum.getKey(), sum.getValue()))
        .sorted(MOST_ANSWERS)
        .toList();
  }
}
