package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.survey.Period;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Days from and to as they are chosen. */
@Component
public class Periods {
  private final Clock clock;

  Periods(Clock clock) {
    this.clock = clock;
  }

  /** What was typed; this month when neither is a day, the same days in order when they are not. */
  public Period of(String from, String to) {
    LocalDate first = day(from);
    LocalDate last = day(to);
    return first != null && last != null && last.isBefore(first)
        ? new Period(last, first)
        : Period.of(first, last, clock.instant());
  }

  private static @Nullable LocalDate day(String typed) {
    try {
      return typed.isBlank() ? null : LocalDate.parse(typed.strip());
    } catch (DateTimeParseException noDay) {
      return null;
    }
  }
}
