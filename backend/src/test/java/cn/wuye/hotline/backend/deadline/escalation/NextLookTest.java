package cn.wuye.hotline.backend.deadline.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.deadline.ClockCalculator;
import cn.wuye.hotline.backend.deadline.HistoryEvent.Created;
import cn.wuye.hotline.backend.deadline.HistoryEvent.Paused;
import cn.wuye.hotline.backend.deadline.HistoryEvent.Reached;
import cn.wuye.hotline.backend.deadline.Milestone;
import cn.wuye.hotline.backend.deadline.TicketHistory;
import cn.wuye.hotline.backend.deadline.calendar.CalendarBook;
import cn.wuye.hotline.backend.deadline.calendar.ShippedCalendar;
import cn.wuye.hotline.backend.deadline.rule.PauseReason;
import cn.wuye.hotline.backend.deadline.rule.Rulebook;
import cn.wuye.hotline.backend.deadline.rule.ShippedRules;
import cn.wuye.hotline.backend.deadline.rule.TicketProfile;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NextLookTest {
  /** A Monday, nine o'clock in Shanghai. */
  private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

  private final ClockCalculator calculator =
      new ClockCalculator(
          new Rulebook(ShippedRules.read()), CalendarBook.of(ShippedCalendar.read()));
  private final TicketHistory opened =
      new TicketHistory(
          List.of(
              new Created(
                  NINE,
                  new TicketProfile(Kind.COMPLAINT, "facilities", "lift", Urgency.URGENT, null, ""),
                  true)));

  @Test
  void comesJustAfterEachStepAndOnlyThen() {
    assertThat(after(opened, Instant.MIN)).contains(justAfter(15));
    assertThat(after(opened, NINE.plus(Duration.ofMinutes(15)))).contains(justAfter(15));
    assertThat(after(opened, NINE.plus(Duration.ofMinutes(16)))).contains(justAfter(24));
    assertThat(after(opened, NINE.plus(Duration.ofMinutes(25)))).contains(justAfter(30));
  }

  @Test
  void waitsForTheEndOfAPause() {
    TicketHistory paused =
        opened
            .and(new Reached(NINE, Milestone.ACCEPTED))
            .and(new Reached(NINE, Milestone.DISPATCHED))
            .and(new Reached(NINE, Milestone.ON_SITE))
            .and(new Paused(NINE, PauseReason.WAITING_FOR_PART));

    // The city's limit goes on meanwhile: 50 % of seven days, before the pause of seven days ends.
    assertThat(after(paused, NINE.plus(Duration.ofHours(73))))
        .contains(justAfter(Math.toIntExact(Duration.ofHours(84).toMinutes())));
    assertThat(after(paused, NINE.plus(Duration.ofHours(135))))
        .contains(NINE.plus(Duration.ofDays(7)));
  }

  @Test
  void doesNotComeWhenNothingIsWaitedFor() {
    assertThat(after(opened.and(new Reached(NINE.plusSeconds(1), Milestone.ENDED)), Instant.MIN))
        .isEmpty();
  }

  private Optional<Instant> after(TicketHistory history, Instant told) {
    return NextLook.after(
        told,
        Objects.requireNonNull(EscalationPlan.shipped().get(Urgency.URGENT)),
        calculator.calculate(history, NINE),
        ClockCalculator.unsolvedSince(history),
        calculator);
  }

  private static Instant justAfter(int minutes) {
    return NINE.plus(Duration.ofMinutes(minutes)).plusMillis(1);
  }
}
