package cn.wuye.hotline.backend.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.deadline.HistoryEvent.Created;
import cn.wuye.hotline.backend.deadline.HistoryEvent.Reached;
import cn.wuye.hotline.backend.deadline.calendar.CalendarBook;
import cn.wuye.hotline.backend.deadline.calendar.ShippedCalendar;
import cn.wuye.hotline.backend.deadline.calendar.WorkingCalendar;
import cn.wuye.hotline.backend.deadline.rule.Rulebook;
import cn.wuye.hotline.backend.deadline.rule.ShippedRules;
import cn.wuye.hotline.backend.deadline.rule.TicketProfile;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped table on the shipped calendar; times are Beijing's. */
class ShippedDeadlinesTest {
  private static final ClockCalculator CALCULATOR =
      new ClockCalculator(
          new Rulebook(ShippedRules.read()), CalendarBook.of(ShippedCalendar.read()));

  /** Every one was taken at once and dispatched at once. 2026-11-25 is a Wednesday. */
  @ParameterizedTest
  @CsvSource({
    // urgency, kind, category, sub-category, created, target, due
    "emergency, complaint, facilities, lift, 2026-11-28T03:00, accept, 2026-11-28T03:05",
    "emergency, complaint, facilities, lift, 2026-11-28T03:00, dispatch, 2026-11-28T03:05",
    "emergency, complaint, facilities, lift, 2026-11-28T03:00, on-site, 2026-11-28T03:15",
    "emergency, complaint, facilities, lift, 2026-11-28T03:00, made-safe, 2026-11-28T05:00",
    "emergency, complaint, facilities, lift, 2026-11-28T03:00, solve, 2026-11-29T03:00",
    "urgent, repair, facilities, water-power, 2026-11-25T09:00, accept, 2026-11-25T09:30",
    "urgent, repair, facilities, water-power, 2026-11-25T09:00, dispatch, 2026-11-25T09:15",
    "urgent, repair, facilities, water-power, 2026-11-25T09:00, on-site, 2026-11-25T09:30",
    "urgent, repair, facilities, water-power, 2026-11-25T09:00, solve, 2026-11-26T09:00",
    "urgent, complaint, environment, cleaning, 2026-11-25T09:00, cleaning-finished, 2026-11-25T11:00",
    "general, complaint, staff, attitude, 2026-11-25T09:00, accept, 2026-11-25T11:00",
    "general, complaint, staff, attitude, 2026-11-25T09:00, dispatch, 2026-11-25T09:30",
    "general, complaint, staff, attitude, 2026-11-25T09:00, on-site, 2026-11-26T09:00",
    "general, complaint, staff, attitude, 2026-11-25T09:00, solve, 2026-11-30T09:00",
    "general, complaint, staff, attitude, 2026-11-25T09:00, city-rule, 2026-12-02T09:00",
    "general, repair, facilities, public-fixtures, 2026-11-25T11:45, on-site, 2026-11-25T13:45",
    "general, repair, facilities, public-fixtures, 2026-11-25T09:00, solve, 2026-11-27T09:00",
    "general, repair, environment, cleaning, 2026-11-25T09:00, cleaning-finished, 2026-11-25T11:00",
    "complex, complaint, neighbour, noise, 2026-11-25T09:00, on-site, 2026-11-26T09:00",
    "complex, complaint, neighbour, noise, 2026-11-25T09:00, solve, 2026-12-02T09:00",
    "complex, complaint, neighbour, noise, 2026-11-25T09:00, city-rule, 2026-12-25T09:00",
    // 国庆: free from 10-01 to 10-07, worked on Saturday 10-10.
    "general, complaint, staff, attitude, 2026-09-30T17:30, accept, 2026-10-08T10:00",
    "general, complaint, staff, attitude, 2026-10-09T17:30, accept, 2026-10-10T10:00",
    "general, complaint, staff, attitude, 2026-10-09T12:00, solve, 2026-10-13T12:00",
  })
  void isDue(
      String urgency,
      String kind,
      String category,
      String subcategory,
      LocalDateTime created,
      String target,
      LocalDateTime due) {
    TicketProfile profile =
        new TicketProfile(
            Coded.of(Kind.class, kind),
            category,
            subcategory,
            Coded.of(Urgency.class, urgency),
            null,
            "");

    Clocks clocks =
        CALCULATOR.calculate(
            history(profile, created, Milestone.ACCEPTED, Milestone.DISPATCHED), instant(created));

    assertThat(clocks.find(target, 1).orElseThrow().due()).isEqualTo(instant(due));
  }

  @Test
  void theCallBackIsDueADayAfterTheSolutionAndAgainInTheNextRound() {
    LocalDateTime start = LocalDateTime.parse("2026-11-25T09:00");
    TicketProfile profile =
        new TicketProfile(Kind.REPAIR, "facilities", "lift", Urgency.GENERAL, null, "");
    List<HistoryEvent> events = new ArrayList<>();
    events.add(new Created(instant(start), profile, true));
    events.add(reached(start.plusMinutes(10), Milestone.ACCEPTED));
    events.add(reached(start.plusMinutes(20), Milestone.DISPATCHED));
    events.add(reached(start.plusMinutes(60), Milestone.ON_SITE));
    events.add(reached(start.plusMinutes(90), Milestone.SOLVED));
    events.add(reached(start.plusMinutes(120), Milestone.CALLED_BACK));
    events.add(reached(start.plusMinutes(125), Milestone.REOPENED));
    events.add(reached(start.plusMinutes(130), Milestone.DISPATCHED));

    Clocks clocks =
        CALCULATOR.calculate(new TicketHistory(events), instant(start.plusMinutes(140)));

    assertThat(clocks.find("call-back", 1).orElseThrow().due())
        .isEqualTo(instant(LocalDateTime.parse("2026-11-26T10:30")));
    assertThat(clocks.find("call-back", 1).orElseThrow().state()).isEqualTo(ClockState.MET);
    assertThat(clocks.find("call-back", 2)).isEmpty();
    assertThat(clocks.find("accept", 2)).isEmpty();
    assertThat(clocks.find("dispatch", 2).orElseThrow().start())
        .isEqualTo(instant(start.plusMinutes(125)));
    assertThat(clocks.find("on-site", 1).orElseThrow().state()).isEqualTo(ClockState.MISSED);
    assertThat(clocks.find("on-site", 2).orElseThrow().due())
        .isEqualTo(instant(start.plusMinutes(160)));
    assertThat(clocks.find("solve", 2).orElseThrow().start()).isEqualTo(instant(start));
  }

  @Test
  void theZoneIsShanghaiUnlessAnotherIsSaid() {
    assertThat(ShippedCalendar.read().zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
  }

  @Test
  void everyTicketHasARule() {
    Rulebook book = new Rulebook(ShippedRules.read());
    for (Urgency urgency : Urgency.values()) {
      for (Kind kind : Kind.values()) {
        TicketProfile profile = new TicketProfile(kind, "other", "", urgency, null, "");
        assertThat(book.find(profile, Instant.EPOCH)).as(urgency + " " + kind).isPresent();
      }
    }
  }

  private static TicketHistory history(
      TicketProfile profile, LocalDateTime created, Milestone... milestones) {
    List<HistoryEvent> events = new ArrayList<>();
    events.add(new Created(instant(created), profile, true));
    for (Milestone milestone : milestones) {
      events.add(reached(created, milestone));
    }
    return new TicketHistory(events);
  }

  private static Reached reached(LocalDateTime at, Milestone milestone) {
    return new Reached(instant(at), milestone);
  }

  private static Instant instant(LocalDateTime beijing) {
    return beijing.atZone(WorkingCalendar.CHINA).toInstant();
  }
}
