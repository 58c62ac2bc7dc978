package cn.wuye.hotline.backend.console.traffic;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.traffic.desk.Days;
import cn.wuye.hotline.backend.traffic.desk.Grouping;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for, made possible: what is no day is not asked for, days in the wrong order are
 * turned, and of too many the last ones are taken.
 *
 * @param queue empty for all
 * @param cut whether there were too many days
 */
record ReportQuery(Grouping by, Days days, Optional<String> queue, boolean cut) {
  static ReportQuery of(Map<String, String> typed, Instant now) {
    Grouping wanted =
        Coded.find(Grouping.class, typed.getOrDefault("by", "")).orElse(Grouping.QUARTER);
    LocalDate first = day(typed.getOrDefault("from", ""));
    LocalDate last = day(typed.getOrDefault("to", ""));
    Optional<String> queue =
        Optional.of(typed.getOrDefault("queue", "")).filter(code -> !code.isBlank());
    Days days =
        first != null && last != null && last.isBefore(first)
            ? new Days(last, first)
            : Days.of(first, last, now);
    boolean cut = days.count() > wanted.mostDays();
    if (cut) {
      days = new Days(days.to().minusDays(wanted.mostDays() - 1L), days.to());
    }
    return new ReportQuery(wanted, days, queue, cut);
  }

  /** Null for what is none. */
  static @Nullable LocalDate day(String typed) {
    try {
      return typed.isBlank() ? null : Days.parse(typed);
    } catch (DateTimeException | IllegalArgumentException noDay) {
      return null;
    }
  }

  /** Of a file, without its ending. */
  String name() {
    return "queues-%s-%s-%s".formatted(by.code(), days.from(), days.to());
  }
}
