package cn.wuye.hotline.backend.deadline;

import static cn.wuye.hotline.backend.deadline.rule.PauseReason.WAITING_FOR_PART;
import static cn.wuye.hotline.backend.deadline.rule.PauseReason.WAITING_FOR_RESIDENT;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.deadline.HistoryEvent.Created;
import cn.wuye.hotline.backend.deadline.HistoryEvent.Paused;
import cn.wuye.hotline.backend.deadline.HistoryEvent.ProfileChanged;
import cn.wuye.hotline.backend.deadline.HistoryEvent.Reached;
import cn.wuye.hotline.backend.deadline.calendar.CalendarBook;
import cn.wuye.hotline.backend.deadline.calendar.RandomCalendars;
import cn.wuye.hotline.backend.deadline.calendar.WorkingCalendar;
import cn.wuye.hotline.backend.deadline.rule.Rulebook;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds for every calendar and history, on a thousand random ones; the seed is fixed. */
class ClockPropertiesTest {
  private static final int CASES = 1_000;
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATER = FIRST.plus(Duration.ofDays(300));

  @Test
  void aPauseNeverShortensADeadline() {
    forAll(
        world -> {
          Instant without = world.due(List.of());
          Instant with = world.due(world.pauses);

          assertThat(with).isAfterOrEqualTo(without);
        });
  }

  @Test
  void splittingAPauseInTwoChangesNothing() {
    forAll(
        world -> {
          List<HistoryEvent> split = new ArrayList<>();
          for (int i = 0; i < world.pauses.size(); i += 2) {
            Paused from = (Paused) world.pauses.get(i);
            HistoryEvent to = world.pauses.get(i + 1);
            long length = Duration.between(from.at(), to.at()).toMillis();
            Instant middle = from.at().plusMillis(world.random.nextLong(length + 1));
            split.add(from);
            split.add(new Reached(middle, Milestone.RESUMED));
            split.add(new Paused(middle, from.reason()));
            split.add(to);
          }

          assertThat(world.due(split)).isEqualTo(world.due(world.pauses));
        });
  }

  @Test
  void aDueTimeAlwaysLiesInWorkingTime() {
    forAll(
        world -> {
          assertThat(world.calendar.open(world.due(world.pauses))).isTrue();
        });
  }

  @Test
  void aLaterStartIsNeverDueEarlier() {
    forAll(
        world -> {
          Instant later = world.start.plusMillis(world.random.nextLong(400_000_000));
          // Whole pauses from after both starts, so that both clocks leave out the same.
          List<HistoryEvent> after =
              world.pauses.stream().filter(pause -> pause.at().isAfter(later)).toList();
          List<HistoryEvent> pauses = after.subList(after.size() % 2, after.size());

          assertThat(world.due(later, pauses)).isAfterOrEqualTo(world.due(world.start, pauses));
        });
  }

  @Test
  void inTimeIsExactlyWhatIsNotAfterTheDueTime() {
    forAll(
        world -> {
          Instant due = world.due(world.pauses);
          Instant done = due.plusMillis(world.random.nextInt(3) - 1);
          List<HistoryEvent> events = new ArrayList<>(world.pauses);
          events.add(new Reached(done, Milestone.SOLVED));

          TicketClock clock = world.clock(world.start, events);

          assertThat(clock.state())
              .isEqualTo(done.isAfter(due) ? ClockState.MISSED : ClockState.MET);
          assertThat(clock.left().isNegative()).isEqualTo(done.isAfter(due));
        });
  }

  @Test
  void storedAndCalculatedAgainAtAnyLaterTimeWhatIsSettledIsTheSame() {
    forAll(
        world -> {
          List<HistoryEvent> all = world.wildHistory();
          TicketHistory history = new TicketHistory(all);
          Instant now = all.get(all.size() - 1).at();
          Clocks before = world.calculator.calculate(history, now);
          Instant later = now.plusSeconds(world.random.nextInt(1_000_000));

          Clocks after = world.calculator.calculate(history, later);

          assertThat(world.calculator.calculate(history, now)).isEqualTo(before);
          assertThat(after.keeping(before)).isEqualTo(after);
          assertThat(after.all().stream().map(TicketClock::key).toList())
              .isEqualTo(before.all().stream().map(TicketClock::key).toList());
        });
  }

  private static void forAll(Consumer<World> property) {
    Random random = new Random(20_260_501);
    for (int i = 0; i < CASES; i++) {
      World world = new World(random);
      try {
        property.accept(world);
      } catch (AssertionError e) {
        throw new AssertionError("case " + i + ": " + world, e);
      }
    }
  }

  /** A calendar, a start and pauses of both reasons, one of which has a longest time. */
  private static final class World {
    private final Random random;
    private final WorkingCalendar calendar;
    private final ClockCalculator calculator;
    private final Instant start;
    private final List<HistoryEvent> pauses = new ArrayList<>();

    World(Random random) {
      this.random = random;
      this.calendar = RandomCalendars.next(random);
      this.start = FIRST.plusMillis(random.nextLong(Duration.ofDays(60).toMillis()));
      int minutes = 1 + random.nextInt(3_000);
      this.calculator =
          new ClockCalculator(
              new Rulebook(
                  List.of(
                      TestRules.rule(
                          "general",
                          1,
                          Instant.EPOCH,
                          Urgency.GENERAL,
                          TestRules.three(minutes, minutes, minutes)),
                      TestRules.URGENT,
                      TestRules.EMERGENCY)),
              CalendarBook.of(calendar));
      Instant at = start;
      for (int i = random.nextInt(5); i > 0; i--) {
        at = at.plusMillis(random.nextInt(100_000_000));
        pauses.add(new Paused(at, random.nextBoolean() ? WAITING_FOR_RESIDENT : WAITING_FOR_PART));
        at = at.plusMillis(random.nextInt(200_000_000));
        pauses.add(new Reached(at, Milestone.RESUMED));
      }
    }

    Instant due(List<HistoryEvent> pauses) {
      return due(start, pauses);
    }

    Instant due(Instant start, List<HistoryEvent> pauses) {
      @Nullable Instant due = clock(start, pauses).due();
      if (due == null) {
        throw new AssertionError("no due time though no pause is open");
      }
      return due;
    }

    TicketClock clock(Instant start, List<HistoryEvent> events) {
      List<HistoryEvent> all = new ArrayList<>();
      all.add(new Created(start, Week.GENERAL, true));
      all.addAll(events);
      return calculator.calculate(new TicketHistory(all), LATER).find("solve", 1).orElseThrow();
    }

    /** Anything may happen, in any order. */
    List<HistoryEvent> wildHistory() {
      List<HistoryEvent> all = new ArrayList<>();
      all.add(new Created(start, Week.GENERAL, random.nextBoolean()));
      Instant at = start;
      for (int i = random.nextInt(15); i > 0; i--) {
        at = at.plusMillis(random.nextInt(30_000_000));
        int what = random.nextInt(Milestone.values().length + 3);
        if (what < Milestone.values().length) {
          all.add(new Reached(at, Milestone.values()[what]));
        } else if (what == Milestone.values().length) {
          Urgency urgency = Urgency.values()[random.nextInt(Urgency.values().length)];
          all.add(new ProfileChanged(at, Week.GENERAL.withUrgency(urgency)));
        } else {
          all.add(new Paused(at, random.nextBoolean() ? WAITING_FOR_RESIDENT : WAITING_FOR_PART));
        }
      }
      return all;
    }

    @Override
    public String toString() {
      return calendar + ", start " + start + ", " + pauses;
    }
  }
}
