package cn.wuye.hotline.backend.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.deadline.calendar.CalendarBook;
import cn.wuye.hotline.backend.deadline.calendar.CalendarInForce;
import cn.wuye.hotline.backend.deadline.calendar.ShippedCalendar;
import cn.wuye.hotline.backend.deadline.rule.DeadlineRule;
import cn.wuye.hotline.backend.deadline.rule.ShippedRules;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ForecastTest {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  @Test
  void everyStepIsTakenAtTheLastMoment() {
    DeadlineRule repair =
        ShippedRules.read().stream()
            .filter(rule -> rule.ref().id().equals("general-repair"))
            .findFirst()
            .orElseThrow();
    CalendarInForce calendar =
        CalendarBook.of(ShippedCalendar.read()).find(null, at("2026-05-06T00:00"));

    Map<String, Instant> due =
        Forecast.of(repair, calendar, at("2026-05-06T10:00")).stream()
            .collect(Collectors.toMap(e -> e.target().id(), Forecast.Expected::due));

    assertThat(due)
        .containsEntry("accept", at("2026-05-06T13:30"))
        .containsEntry("dispatch", at("2026-05-06T14:00"))
        .containsEntry("on-site", at("2026-05-06T14:30"))
        .containsEntry("city-rule", at("2026-05-13T10:00"))
        .containsEntry("solve", at("2026-05-08T10:00"))
        .containsEntry("call-back", at("2026-05-09T10:00"));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(CHINA).toInstant();
  }
}
