package cn.wuye.hotline.backend.poll;

import cn.wuye.hotline.backend.deadline.calendar.WorkingCalendar;
import cn.wuye.hotline.backend.survey.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The days of a poll.
 *
 * @param from the first
 * @param to the last
 */
public record PollDays(LocalDate from, LocalDate to) {
  /** By whose calendar days begin and end. */
  private static final ZoneId ZONE = WorkingCalendar.CHINA;

  /** First calls are placed in this part of the days, so that those in vain can be repeated. */
  private static final double FIRST_CALLS = 0.7;

  private static final LocalTime BEGIN = LocalTime.of(9, 0);
  private static final Duration LENGTH = Duration.ofHours(10);

  /** From then on nobody is phoned. */
  public Instant end() {
    return to.plusDays(1).atStartOfDay(ZONE).toInstant();
  }

  /**
   * When one of those who are drawn is first phoned at the earliest; the rules of hours may move
   * it.
   *
   * @param place in the sample, from 0
   * @param of how many were drawn, more than {@code place}
   * @param now nobody is due before
   */
  public Instant due(int place, int of, Instant now) {
    LocalDate first = from.isBefore(Period.today(now)) ? Period.today(now) : from;
    long days = ChronoUnit.DAYS.between(first, to) + 1;
    double day = Math.max(1, days * FIRST_CALLS) * place / of;
    long whole = (long) day;
    Duration into = Duration.ofMillis((long) (LENGTH.toMillis() * (day - whole)));
    Instant due = first.plusDays(whole).atTime(BEGIN).atZone(ZONE).toInstant().plus(into);
    return due.isBefore(now) ? now : due;
  }
}
