package cn.wuye.hotline.backend.survey.progress;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.survey.Period;
import java.time.Clock;
import java.time.LocalDate;

/** Which times can be chosen; each ends with today. */
public enum PeriodChoice implements Coded {
  TODAY("today"),
  /** Today and the six days before. */
  WEEK("week"),
  /** Since the first of this month. */
  MONTH("month");

  private static final int DAYS = 7;

  private final String code;

  PeriodChoice(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** The time that is meant now. */
  public Period now(Clock clock) {
    LocalDate today = Period.today(clock.instant());
    LocalDate first =
        switch (this) {
          case TODAY -> today;
          case WEEK -> today.minusDays(DAYS - 1);
          case MONTH -> today.withDayOfMonth(1);
        };
    return new Period(first, today);
  }
}
