package cn.wuye.hotline.backend.survey;

import java.util.Optional;

/** Ids of surveys and polls as they stand in addresses. */
public final class SurveyIds {
  private SurveyIds() {}

  /** Empty when it cannot be one. */
  public static Optional<Long> find(String digits) {
    return digits.matches("[1-9][0-9]{0,17}")
        ? Optional.of(Long.valueOf(digits))
        : Optional.empty();
  }
}
