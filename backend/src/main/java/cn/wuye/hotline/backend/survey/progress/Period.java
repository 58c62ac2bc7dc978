package cn.wuye.hotline.backend.survey.progress;

import cn.wuye.hotline.backend.persistence.Coded;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A time whose surveys are looked at; days are cut where the estates are.
 *
 * @param from included
 * @param to excluded
 */
public record Period(Instant from, Instant to) {
  /** Days are cut where the estates are. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final int WEEK = 7;

  /** Which times can be chosen; each ends with today. */
  public enum Choice implements Coded {
    TODAY("today"),
    /** Today and the six days before. */
    WEEK("week"),
    /** Since the first of this month. */
    MONTH("month");

    private final String code;

    Choice(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }

    /** The time that is meant now. */
    public Period now(Clock clock) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
      LocalDate first =
          switch (this) {
            case TODAY -> today;
            case WEEK -> today.minusDays(Period.WEEK - 1);
            case MONTH -> today.withDayOfMonth(1);
          };
      return new Period(start(first), start(today.plusDays(1)));
    }

    private static Instant start(LocalDate day) {
      return day.atStartOfDay(ZONE).toInstant();
    }
  }

  public Period {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a period ends after it begins");
    }
  }

  /** Its first day. */
  public LocalDate firstDay() {
    return LocalDate.ofInstant(from, ZONE);
  }

  /** Its last day. */
  public LocalDate lastDay() {
    return LocalDate.ofInstant(to, ZONE).minusDays(1);
  }
}
