package cn.wuye.hotline.backend.deadline;

import static cn.wuye.hotline.backend.deadline.Week.history;
import static cn.wuye.hotline.backend.deadline.Week.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.backend.deadline.HistoryEvent.Created;
import cn.wuye.hotline.backend.deadline.HistoryEvent.Reached;
import cn.wuye.hotline.backend.deadline.calendar.CalendarBook;
import cn.wuye.hotline.backend.deadline.calendar.CalendarVersion;
import cn.wuye.hotline.backend.deadline.rule.RuleChoice;
import cn.wuye.hotline.backend.deadline.rule.Rulebook;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules and calendars that change, and clocks that are stored and calculated again. */
class RecalculationTest {
  private static final CalendarBook CALENDAR = CalendarBook.of(Week.PLAIN);
  private static final ClockCalculator CALCULATOR = new ClockCalculator(TestRules.book(), CALENDAR);

  @Test
  void aRuleThatChangesWhileATicketRunsLeavesTheTicketItsOldVersion() {
    ClockCalculator calculator = new ClockCalculator(changedAt("Mon 10:00"), CALENDAR);

    Clocks older = calculator.calculate(history("Mon 09:30 created"), time("Mon 11:00"));
    Clocks newer = calculator.calculate(history("Mon 10:00 created"), time("Mon 11:00"));

    assertThat(Told.like("solve#1", older)).isEqualTo("solve#1 running due Mon 12:30 left 90");
    assertThat(Told.like("solve#1", newer)).isEqualTo("solve#1 missed due Mon 10:20 left -40 v2");
  }

  @Test
  void aChangeOfPriorityStaysWithTheVersionsOfTheBeginning() {
    ClockCalculator calculator = new ClockCalculator(changedAt("Mon 10:00"), CALENDAR);

    Clocks clocks =
        calculator.calculate(
            history("Mon 09:30 created urgent; Mon 10:30 general"), time("Mon 10:45"));

    assertThat(Told.like("solve#1", clocks)).isEqualTo("solve#1 running due Mon 12:30 left 105");
  }

  @Test
  void aNewRoundLivesUnderTheVersionsThatHoldWhenItBegins() {
    ClockCalculator calculator = new ClockCalculator(changedAt("Mon 10:00"), CALENDAR);

    Clocks clocks =
        calculator.calculate(
            history("Mon 09:30 created; Mon 09:40 solved; Mon 11:00 reopened"), time("Mon 11:05"));

    assertThat(Told.like("solve#1", clocks)).isEqualTo("solve#1 met due Mon 12:30 left 170");
    assertThat(Told.like("solve#2", clocks)).isEqualTo("solve#2 running due Mon 11:10 left 5 v2");
  }

  @Test
  void aCalendarThatChangesWhileATicketRunsLeavesTheTicketItsOldVersion() {
    CalendarBook changed =
        new CalendarBook(
            List.of(
                new CalendarVersion("default", 1, Instant.EPOCH, Week.PLAIN),
                new CalendarVersion("default", 2, time("Mon 10:00"), Week.calendar("07:00-12:00"))),
            Map.of(),
            "default");
    ClockCalculator calculator = new ClockCalculator(TestRules.book(), changed);

    Clocks older = calculator.calculate(history("Mon 09:30 created"), time("Mon 11:00"));
    Clocks newer = calculator.calculate(history("Mon 10:00 created"), time("Mon 11:00"));

    assertThat(older.find("solve", 1).orElseThrow().due()).isEqualTo(time("Mon 12:30"));
    assertThat(newer.find("solve", 1).orElseThrow().due()).isEqualTo(time("Tue 08:00"));
    assertThat(newer.find("solve", 1).orElseThrow().calendarVersion()).isEqualTo(2);
  }

  @Test
  void calculatingAgainChangesNothing() {
    TicketHistory history =
        history(
            "Mon 09:30 created; Mon 10:00 paused; Mon 10:40 resumed; Mon 10:45 we-answered;"
                + " Mon 11:00 urgent; Mon 12:00 solved; Mon 14:00 reopened; Tue 08:00 paused");
    Clocks once = CALCULATOR.calculate(history, time("Tue 09:00"));

    assertThat(CALCULATOR.calculate(history, time("Tue 09:00"))).isEqualTo(once);
    assertThat(CALCULATOR.recalculate(once, history, time("Tue 09:00"))).isEqualTo(once);
  }

  @Test
  void whatIsSettledStaysAsItWasStoredWhateverIsLearnedLater() {
    Clocks stored =
        CALCULATOR.calculate(
            history("Mon 09:30 created; Mon 14:00 we-answered"), time("Mon 14:00"));
    // An answer that a crew's phone reports late, with an earlier time.
    TicketHistory later =
        history("Mon 09:30 created; Mon 10:00 we-answered; Mon 14:00 we-answered");

    Clocks clocks = CALCULATOR.recalculate(stored, later, time("Mon 15:00"));

    assertThat(Told.like("first-response#1", clocks))
        .isEqualTo("first-response#1 missed due Mon 10:30 left -210");
    assertThat(Told.like("solve#1", clocks)).isEqualTo("solve#1 missed due Mon 12:30 left -150");
  }

  @Test
  void aSettledClockStaysEvenWhenItsRuleIsGone() {
    Clocks stored =
        CALCULATOR.calculate(
            history("Mon 09:30 created; Mon 10:00 we-answered"), time("Mon 10:00"));
    ClockCalculator without = new ClockCalculator(new Rulebook(List.of()), CALENDAR);

    Clocks clocks =
        without.recalculate(
            stored, history("Mon 09:30 created; Mon 10:00 we-answered"), time("Mon 11:00"));

    assertThat(clocks.rule()).isEmpty();
    assertThat(Told.like("first-response#1", clocks))
        .isEqualTo("first-response#1 met due Mon 10:30 left 30");
    assertThat(Told.like("solve#1", clocks)).isEqualTo("solve#1 none");
  }

  @Test
  void theChoiceOfTheRuleCanBeExplained() {
    RuleChoice choice = CALCULATOR.explain(history("Mon 09:30 created; Mon 10:00 urgent"));

    assertThat(choice.winner()).contains(TestRules.URGENT);
    assertThat(choice.considered()).hasSize(5);
  }

  @Test
  void eventsComeInTheOrderOfTheirTimesAndNoneBeforeTheCreation() {
    TicketHistory mixed =
        new TicketHistory(
            List.of(
                new Reached(time("Mon 12:00"), Milestone.SOLVED),
                new Created(time("Mon 09:30"), Week.GENERAL, true),
                new Reached(time("Mon 09:29"), Milestone.ACCEPTED)));

    assertThat(mixed.events())
        .containsExactly(
            new Reached(time("Mon 09:30"), Milestone.ACCEPTED),
            new Reached(time("Mon 12:00"), Milestone.SOLVED));
  }

  @Test
  void aHistoryHasExactlyOneCreation() {
    Created created = new Created(time("Mon 09:30"), Week.GENERAL, true);

    assertThatThrownBy(() -> new TicketHistory(List.of())).hasMessageContaining("not 0");
    assertThatThrownBy(() -> new TicketHistory(List.of(created, created)))
        .hasMessageContaining("not 2");
  }

  private static Rulebook changedAt(String time) {
    return new Rulebook(
        List.of(
            TestRules.GENERAL,
            TestRules.URGENT,
            TestRules.rule(
                "general", 2, time(time), Urgency.GENERAL, TestRules.three(10, 15, 20))));
  }
}
