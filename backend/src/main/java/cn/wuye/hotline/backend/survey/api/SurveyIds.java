package cn.wuye.hotline.backend.survey.api;

import java.util.Optional;

/** Ids as they stand in addresses. */
final class SurveyIds {
  private SurveyIds() {}

  /** Empty when it cannot be one. */
  static Optional<Long> find(String digits) {
    return digits.matches("[1-9][0-9]{0,17}")
        ? Optional.of(Long.valueOf(digits))
        : Optional.empty();
  }
}
