package cn.wuye.hotline.backend.outbound;

import cn.wuye.hotline.ivr.data.DataFile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;

/**
 * How often a resident may be called, whatever for.
 *
 * @param aDay calls to one number on a day, 1 or more
 * @param inFiveMinutes calls to one number within five minutes, 1 or more
 */
public record CallLimits(int aDay, int inFiveMinutes) {
  private static final Duration CLOSE = Duration.ofMinutes(5);

  /**
   * @throws IllegalArgumentException when nobody could ever be called
   */
  public CallLimits {
    if (aDay < 1 || inFiveMinutes < 1) {
      throw new IllegalArgumentException(
          "at least one call a day and in five minutes: " + aDay + ", " + inFiveMinutes);
    }
  }

  /** The limits that are shipped. */
  public static CallLimits shipped() {
    return of(DataFile.resource("/surveys/calling.yml"));
  }

  static CallLimits of(DataFile file) {
    return new CallLimits(
        Integer.parseInt(file.text("calls-a-day")),
        Integer.parseInt(file.text("calls-in-five-minutes")));
  }

  /**
   * The first moment at which one more call is allowed.
   *
   * @param at returned itself when it is allowed
   * @param calls when the number was called
   * @param zone whose days count
   */
  public Instant next(Instant at, Collection<Instant> calls, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(at, zone);
    long today = calls.stream().filter(call -> LocalDate.ofInstant(call, zone).equals(day)).count();
    if (today >= aDay) {
      return next(day.plusDays(1).atStartOfDay(zone).toInstant(), calls, zone);
    }
    List<Instant> close =
        calls.stream()
            .filter(call -> Duration.between(call, at).abs().compareTo(CLOSE) < 0)
            .sorted()
            .toList();
    return close.size() < inFiveMinutes
        ? at
        : next(close.get(close.size() - inFiveMinutes).plus(CLOSE), calls, zone);
  }
}
