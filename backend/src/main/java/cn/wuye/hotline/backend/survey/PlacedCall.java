package cn.wuye.hotline.backend.survey;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call of ours for a survey. Its id is also its channel's, and the same on every node.
 *
 * @param attempt which call of this survey, from 1
 */
public record PlacedCall(long survey, int attempt) {
  /** How the ids of such calls begin. */
  public static final String PREFIX = "survey-";

  private static final Pattern ID = Pattern.compile(PREFIX + "([1-9][0-9]{0,17})-([0-9]{1,9})");

  /** The id of an attempt's call. */
  public static String id(long survey, int attempt) {
    return PREFIX + survey + "-" + attempt;
  }

  /** The call of an id; empty for any other call. */
  public static Optional<PlacedCall> of(String id) {
    Matcher matcher = ID.matcher(id);
    return matcher.matches()
        ? Optional.of(
            new PlacedCall(Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }
}
