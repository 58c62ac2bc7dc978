package cn.wuye.hotline.backend.survey.answer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call of ours for a survey, by its id as {@link
 * cn.wuye.hotline.backend.survey.store.Survey#call} made it.
 */
record PlacedCall(long survey, int attempt) {
  private static final Pattern ID = Pattern.compile("survey-([0-9]{1,18})-([0-9]{1,9})");

  /** Empty for any other call. */
  static Optional<PlacedCall> of(String id) {
    Matcher matcher = ID.matcher(id);
    return matcher.matches()
        ? Optional.of(
            new PlacedCall(Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }
}
