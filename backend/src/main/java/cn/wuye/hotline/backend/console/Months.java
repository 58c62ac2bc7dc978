package cn.wuye.hotline.backend.console;

import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.springframework.stereotype.Component;

/** Months as they are chosen. */
@Component
public class Months {
  private final Clock clock;

  Months(Clock clock) {
    this.clock = clock;
  }

  /** The month that was typed, {@code 2026-03}; this one when it is none. */
  public YearMonth of(String typed) {
    YearMonth now = YearMonth.from(clock.instant().atZone(Labels.ZONE));
    try {
      return typed.isBlank() ? now : YearMonth.parse(typed.strip());
    } catch (DateTimeParseException noMonth) {
      return now;
    }
  }
}
