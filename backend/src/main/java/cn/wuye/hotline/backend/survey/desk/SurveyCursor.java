package cn.wuye.hotline.backend.survey.desk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of surveys ended.
 *
 * @param score of the last one, 1 to 5; 0 where the order does not go by scores
 * @param id of the last one
 */
public record SurveyCursor(int score, long id) {
  private static final Pattern TEXT = Pattern.compile("([0-5])-([1-9][0-9]{0,17})");

  /** The cursor that is written like this; empty when it is none. */
  public static Optional<SurveyCursor> find(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new SurveyCursor(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return score + "-" + id;
  }
}
