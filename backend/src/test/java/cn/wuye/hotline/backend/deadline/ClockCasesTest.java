package cn.wuye.hotline.backend.deadline;

import static cn.wuye.hotline.backend.deadline.TestRules.book;
import static cn.wuye.hotline.backend.deadline.Week.PLAIN;
import static cn.wuye.hotline.backend.deadline.Week.history;
import static cn.wuye.hotline.backend.deadline.Week.time;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.deadline.calendar.CalendarBook;
import cn.wuye.hotline.backend.deadline.calendar.SpecialDay;
import cn.wuye.hotline.backend.deadline.calendar.WorkingCalendar;
import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases that must be right, one row each. Targets: first response 60, update 120, solution 180
 * minutes of working time.
 */
class ClockCasesTest {
  private static final WorkingCalendar TUESDAY_FREE = Week.with("Tue", SpecialDay.Kind.HOLIDAY);
  private static final WorkingCalendar SATURDAY_WORKED = Week.with("Sat", SpecialDay.Kind.MAKE_UP);

  /** A named case; the name is the line of the specification. */
  record Row(
      String name, WorkingCalendar calendar, String events, String now, List<String> expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "basic",
    "updates",
    "solutions",
    "pauses",
    "edges",
    "calendars",
    "changes",
    "tasks"
  })
  void theCase(Row row) {
    Clocks clocks =
        new ClockCalculator(book(), CalendarBook.of(row.calendar))
            .calculate(history(row.events), time(row.now));

    assertThat(row.expected.stream().map(each -> Told.like(each, clocks)).toList())
        .isEqualTo(row.expected);
  }

  static Stream<Row> basic() {
    return Stream.of(
        row(
            "created Monday 09:30: due 10:30 / 11:30 / 12:30, the next due is the earliest",
            "Mon 09:30 created",
            "Mon 09:30",
            "first-response#1 running due Mon 10:30 left 60",
            "update#1 running due Mon 11:30 left 120",
            "solve#1 running due Mon 12:30 left 180",
            "next Mon 10:30"),
        row(
            "first response at 10:00 took 30, 30 left",
            "Mon 09:30 created; Mon 10:00 we-answered",
            "Mon 11:00",
            "first-response#1 met due Mon 10:30 left 30",
            "next Mon 12:30"),
        row(
            "first response at 14:00 took 270, 210 over",
            "Mon 09:30 created; Mon 14:00 we-answered",
            "Mon 14:00",
            "first-response#1 missed due Mon 10:30 left -210"),
        row(
            "met is fixed once and never rewritten by a later answer",
            "Mon 09:30 created; Mon 10:00 we-answered; Mon 15:00 we-answered",
            "Tue 09:00",
            "first-response#1 met due Mon 10:30 left 30"),
        row(
            "missed is fixed once and never rewritten by a later answer",
            "Mon 09:30 created; Mon 14:00 we-answered; Mon 14:01 we-answered",
            "Tue 09:00",
            "first-response#1 missed due Mon 10:30 left -210"),
        row(
            "a missed clock that nobody stops goes on counting by how much",
            "Mon 09:30 created",
            "Mon 13:30",
            "first-response#1 missed due Mon 10:30 left -180",
            "next Mon 10:30"),
        row(
            "done at the very moment it is due is in time",
            "Mon 09:30 created; Mon 12:30 solved",
            "Mon 13:00",
            "solve#1 met due Mon 12:30 left 0"));
  }

  static Stream<Row> tasks() {
    return Stream.of(
        row(
            "a helper has as long as the rule gives for the solution, from its own beginning",
            "Mon 09:30 created; Mon 10:00 task-opened 1; Mon 11:00 task-opened 2",
            "Mon 11:30",
            "help#1 running due Mon 13:00 left 90",
            "help#2 running due Mon 14:00 left 150"),
        row(
            "a task that is done is met, one too late is missed",
            "Mon 09:30 created; Mon 10:00 task-opened 1; Mon 10:00 task-opened 2;"
                + " Mon 12:00 task-done 1; Mon 13:30 task-done 2",
            "Mon 15:00",
            "help#1 met due Mon 13:00 left 60",
            "help#2 missed due Mon 13:00 left -30"),
        row(
            "nobody waits for what is refused, but late is late",
            "Mon 09:30 created; Mon 10:00 task-opened 1; Mon 10:00 task-opened 2;"
                + " Mon 12:00 task-refused 1; Mon 13:30 task-refused 2",
            "Mon 15:00",
            "help#1 dropped due Mon 13:00 left 60",
            "help#2 missed due Mon 13:00 left -30"),
        row(
            "with the ticket solved a task is not waited for",
            "Mon 09:30 created; Mon 10:00 task-opened 1; Mon 11:00 solved",
            "Mon 15:00",
            "help#1 dropped due Mon 13:00 left 120"),
        row(
            "the time the ticket was solved is left out when it is opened again",
            "Mon 09:30 created; Mon 10:00 task-opened 1; Mon 11:00 solved; Mon 12:00 reopened",
            "Mon 12:30",
            "help#1 running due Mon 14:00 left 90"),
        row(
            "third party: its task goes by the rule that names the company, the ticket does not",
            "Mon 09:30 created; Mon 10:00 task-opened 1 otis; Mon 10:00 task-opened 2",
            "Mon 10:15",
            "help#1 running due Mon 10:45 left 30",
            "help#2 running due Mon 13:00 left 165",
            "solve#1 running due Mon 12:30 left 135",
            "rule general v1"),
        row(
            "third party: without a rule for the company, as long as any helper",
            "Mon 09:30 created; Mon 10:00 task-opened 1 otis; Mon 10:10 task-refused 1;"
                + " Mon 10:10 task-opened 2 kone",
            "Mon 10:15",
            "help#1 dropped due Mon 10:45 left 35",
            "help#2 running due Mon 13:10 left 175"),
        row(
            "third party: a change of category leaves it the rule of its company",
            "Mon 09:30 created; Mon 10:00 task-opened 1 otis; Mon 10:15 category environment",
            "Mon 10:15",
            "help#1 running due Mon 10:45 left 30",
            "solve#1 running due Mon 13:30 left 195"),
        row(
            "third party: in an emergency only a rule that is meant for it counts",
            "Sat 03:00 created emergency; Sat 03:05 task-opened 1 otis",
            "Sat 03:05",
            "help#1 running due Sat 05:05 left 120"),
        row(
            "a pause of the ticket is one for its helpers",
            "Mon 09:30 created; Mon 10:00 task-opened 1; Mon 11:00 paused; Mon 12:00 resumed",
            "Mon 12:30",
            "help#1 running due Mon 14:00 left 90"));
  }

  static Stream<Row> updates() {
    return Stream.of(
        row(
            "update: runs from the resident's last unanswered message",
            "Mon 09:30 created; Mon 10:00 we-answered; Mon 11:00 resident-wrote",
            "Mon 11:30",
            "update#1 met due Mon 11:30 left 90",
            "update#2 running due Mon 13:00 left 90"),
        row(
            "update: a second message does not move it",
            "Mon 07:00 begun-by-us; Mon 10:00 resident-wrote; Mon 11:00 resident-wrote",
            "Mon 11:30",
            "update#1 running due Mon 12:00 left 30",
            "update#2 none"),
        row(
            "update: the answer clears it",
            "Mon 07:00 begun-by-us; Mon 10:00 resident-wrote; Mon 10:30 we-answered",
            "Mon 15:00",
            "update#1 met due Mon 12:00 left 90",
            "update#2 none"),
        row(
            "update: the worst result is kept",
            "Mon 07:00 begun-by-us; Mon 10:00 resident-wrote; Mon 13:00 we-answered;"
                + " Mon 13:10 resident-wrote; Mon 13:20 we-answered",
            "Mon 15:00",
            "update#1 missed due Mon 12:00 left -60",
            "update#2 met due Mon 15:10 left 110",
            "worst update left -60"),
        row(
            "update: contact begun by us starts none",
            "Mon 07:00 begun-by-us; Mon 08:00 we-answered",
            "Mon 15:00",
            "update#1 none",
            "first-response#1 none"),
        row(
            "update: messages after the solution start none",
            "Mon 09:30 created; Mon 10:00 we-answered; Mon 11:00 solved; Mon 11:10 resident-wrote",
            "Mon 15:00",
            "update#2 none",
            "next none"));
  }

  static Stream<Row> solutions() {
    return Stream.of(
        row(
            "solved 11:30: 120, 60 left; after that no clock runs",
            "Mon 09:30 created; Mon 10:00 we-answered; Mon 11:30 solved",
            "Tue 12:00",
            "solve#1 met due Mon 12:30 left 60",
            "next none"),
        row(
            "solved 13:00: 210, 30 over",
            "Mon 09:30 created; Mon 13:00 solved",
            "Tue 12:00",
            "solve#1 missed due Mon 12:30 left -30",
            "next none"),
        row(
            "solved before the first answer was due: not waited for any more",
            "Mon 09:30 created; Mon 10:00 solved",
            "Tue 12:00",
            "first-response#1 dropped due Mon 10:30 left 30"),
        row(
            "withdrawn: nothing is waited for any more",
            "Mon 09:30 created; Mon 10:00 ended",
            "Tue 12:00",
            "solve#1 dropped due Mon 12:30 left 150",
            "next none"),
        row(
            "withdrawn when already late: stays missed",
            "Mon 09:30 created; Mon 13:00 ended",
            "Tue 12:00",
            "solve#1 missed due Mon 12:30 left -30"),
        row(
            "re-opened: the time it was solved is excluded, the first response stays as it was",
            "Mon 09:30 created; Mon 10:00 we-answered; Mon 11:30 solved; Mon 13:30 reopened",
            "Mon 14:00",
            "first-response#1 met due Mon 10:30 left 30",
            "first-response#2 none",
            "solve#1 met due Mon 12:30 left 60",
            "solve#2 running due Mon 14:30 left 30"),
        row(
            "re-opened: the second solution has its own record",
            "Mon 09:30 created; Mon 11:30 solved; Mon 13:30 reopened; Mon 15:00 solved",
            "Tue 12:00",
            "solve#1 met due Mon 12:30 left 60",
            "solve#2 missed due Mon 14:30 left -30"),
        row(
            "re-opened twice over a night",
            "Mon 09:30 created; Mon 10:30 solved; Mon 15:30 reopened; Tue 07:15 solved;"
                + " Tue 08:00 reopened",
            "Tue 08:00",
            "solve#2 met due Tue 08:30 left 75",
            "solve#3 running due Tue 09:15 left 75"));
  }

  static Stream<Row> pauses() {
    return Stream.of(
        row(
            "paused minutes are excluded",
            "Mon 09:30 created; Mon 10:00 paused; Mon 10:30 resumed",
            "Mon 11:00",
            "solve#1 running due Mon 13:00 left 120"),
        row(
            "pause over midnight",
            "Mon 15:00 created; Mon 15:30 paused; Tue 07:30 resumed",
            "Tue 08:00",
            "solve#1 running due Tue 10:00 left 120"),
        row(
            "pause over a weekend",
            "Fri 15:00 created; Fri 15:30 paused; Mon+1 08:00 resumed",
            "Mon+1 08:00",
            "solve#1 running due Mon+1 10:30 left 150"),
        on(
            TUESDAY_FREE,
            "pause over a holiday",
            "Mon 15:00 created; Mon 15:30 paused; Wed 08:00 resumed",
            "Wed 08:00",
            "solve#1 running due Wed 10:30 left 150"),
        row(
            "pause begun at creation",
            "Mon 09:30 created; Mon 09:30 paused; Mon 10:30 resumed",
            "Mon 10:30",
            "solve#1 running due Mon 13:30 left 180"),
        row(
            "several pauses",
            "Mon 09:30 created; Mon 10:00 paused; Mon 10:10 resumed; Mon 11:00 paused;"
                + " Mon 11:20 resumed; Mon 12:00 paused; Mon 12:30 resumed",
            "Mon 12:30",
            "solve#1 running due Mon 13:30 left 60"),
        row(
            "a pause as long as the rest of the day: due at the next opening",
            "Mon 09:30 created; Mon 10:00 paused; Mon 13:30 resumed",
            "Mon 13:30",
            "solve#1 running due Tue 07:00 left 150"),
        row(
            "a pause of one second more than the rest of the day: due on the next working day",
            "Mon 09:30 created; Mon 10:00 paused; Mon 13:30:01 resumed",
            "Mon 13:30:01",
            "solve#1 running due Tue 07:00:01 left 150"),
        row(
            "a pause of one second less than the rest of the day",
            "Mon 09:30 created; Mon 10:00 paused; Mon 13:29:59 resumed",
            "Mon 13:29:59",
            "solve#1 running due Mon 15:59:59 left 150"),
        row(
            "a pause still open has no due time",
            "Mon 09:30 created; Mon 10:00 paused",
            "Mon 15:00",
            "solve#1 paused no due left 150",
            "next none"),
        row(
            "a response during a pause counts",
            "Mon 09:30 created; Mon 10:00 paused; Mon 10:20 we-answered",
            "Mon 12:00",
            "first-response#1 met due Mon 10:50 left 30"),
        row(
            "a pause after the due time heals nothing",
            "Mon 09:30 created; Mon 13:00 paused; Mon 14:00 resumed",
            "Mon 14:30",
            "solve#1 missed due Mon 12:30 left -60"),
        row(
            "an open pause after the due time: still missed",
            "Mon 09:30 created; Mon 13:00 paused",
            "Mon 14:30",
            "solve#1 missed due Mon 12:30 left -30"),
        row(
            "a pause ends when the ticket is solved",
            "Mon 09:30 created; Mon 10:00 paused; Mon 11:00 solved; Mon 12:00 reopened",
            "Mon 12:30",
            "solve#2 running due Mon 14:30 left 120"),
        row(
            "after its longest time (a day) a pause ends by itself",
            "Mon 09:30 created; Mon 10:00 paused waiting-for-part",
            "Tue 11:00",
            "solve#1 running due Tue 12:30 left 90"),
        row(
            "until then it is paused",
            "Mon 09:30 created; Mon 10:00 paused waiting-for-part",
            "Tue 09:59:59",
            "solve#1 paused no due left 150"),
        row(
            "going on and pausing again gives no more of the longest time",
            "Mon 09:30 created; Mon 10:00 paused waiting-for-part; Mon 15:00 resumed;"
                + " Mon 15:00 paused waiting-for-part",
            "Tue 11:00",
            "solve#1 running due Tue 12:30 left 90"),
        row(
            "a reason that the rule does not allow does not pause",
            "Mon 09:30 created; Mon 10:00 paused waiting-for-third-party",
            "Mon 11:00",
            "solve#1 running due Mon 12:30 left 90"));
  }

  static Stream<Row> edges() {
    return Stream.of(
        row(
            "a budget that ends exactly at closing time is due at the next opening",
            "Mon 13:00 created",
            "Mon 13:00",
            "solve#1 running due Tue 07:00 left 180"),
        row(
            "… and on Friday at Monday's opening",
            "Fri 13:00 created",
            "Fri 13:00",
            "solve#1 running due Mon+1 07:00 left 180"),
        row(
            "… so what is solved in the evening between is in time",
            "Mon 13:00 created; Mon 22:00 solved",
            "Tue 12:00",
            "solve#1 met due Tue 07:00 left 0"),
        row(
            "created before the opening: counts from the opening",
            "Mon 05:00 created",
            "Mon 05:00",
            "solve#1 running due Mon 10:00 left 180"),
        row(
            "created after hours: counts from the next opening",
            "Mon 20:00 created",
            "Mon 23:00",
            "solve#1 running due Tue 10:00 left 180"),
        row(
            "created at the weekend",
            "Sat 12:00 created",
            "Sun 12:00",
            "solve#1 running due Mon+1 10:00 left 180"),
        on(
            TUESDAY_FREE,
            "created on a holiday",
            "Tue 09:00 created",
            "Tue 12:00",
            "solve#1 running due Wed 10:00 left 180"),
        on(
            TUESDAY_FREE,
            "a holiday inside the span is skipped",
            "Mon 15:00 created",
            "Mon 15:00",
            "solve#1 running due Wed 09:00 left 180"),
        on(
            SATURDAY_WORKED,
            "a make-up working day (调休) on a Saturday counts",
            "Fri 15:00 created",
            "Sat 08:00",
            "solve#1 running due Sat 09:00 left 60"));
  }

  static Stream<Row> calendars() {
    return Stream.of(
        on(
            Week.calendar("08:00-12:00", "13:30-17:30"),
            "several frames a day",
            "Mon 11:00 created",
            "Mon 12:30",
            "solve#1 running due Mon 15:30 left 120",
            "first-response#1 running due Mon 13:30 left 0"),
        on(
            Week.calendar("00:00-24:00"),
            "00:00–24:00: over midnight without a gap, not over the weekend",
            "Thu 23:00 created",
            "Fri 01:00",
            "solve#1 running due Fri 02:00 left 60"),
        on(
            Week.calendar("00:00-24:00"),
            "00:00–24:00: over the weekend",
            "Fri 23:00 created",
            "Sat 12:00",
            "solve#1 running due Mon+1 02:00 left 120"),
        on(
            Week.without(DayOfWeek.WEDNESDAY),
            "empty day: nothing counts on it",
            "Tue 15:00 created",
            "Wed 12:00",
            "solve#1 running due Thu 09:00 left 120"),
        on(
            Week.calendar("08:00-12:00", "12:00-16:00"),
            "frames that touch are one",
            "Mon 11:00 created",
            "Mon 11:00",
            "first-response#1 running due Mon 12:00 left 60"));
  }

  static Stream<Row> changes() {
    return Stream.of(
        row(
            "emergency clock: wall time, no calendar, no pause",
            "Sat 03:00 created emergency; Sat 03:05 paused",
            "Sat 03:20",
            "solve#1 running due Sat 05:00 left 100"),
        row(
            "change of priority: what is not yet met is computed from the original start",
            "Mon 09:30 created; Mon 10:00 we-answered; Mon 10:30 urgent",
            "Mon 10:30",
            "first-response#1 met due Mon 10:30 left 30",
            "solve#1 running due Mon 11:00 left 30",
            "rule urgent v1"),
        row(
            "change of priority that leaves no time: missed at once",
            "Mon 09:30 created; Mon 12:00 urgent",
            "Mon 12:00",
            "solve#1 missed due Mon 11:00 left -60"),
        row(
            "change of priority after the due time heals nothing",
            "Mon 09:30 created urgent; Mon 11:30 general",
            "Mon 11:40",
            "solve#1 missed due Mon 11:00 left -40"),
        row(
            "raised to emergency while paused: goes on, from the original start, without the pause",
            "Mon 09:30 created; Mon 10:00 paused; Mon 10:30 emergency",
            "Mon 11:00",
            "solve#1 running due Mon 11:30 left 30"),
        row(
            "change of category: what is not yet met is computed from the original start",
            "Mon 09:30 created; Mon 10:00 we-answered; Mon 11:00 category environment",
            "Mon 11:30",
            "first-response#1 met due Mon 10:30 left 30",
            "solve#1 running due Mon 13:30 left 120",
            "rule cleaning v1"),
        row(
            "most specific rule wins: a category weighs more than an urgency",
            "Mon 09:30 created urgent; Mon 10:00 category environment",
            "Mon 10:00",
            "solve#1 running due Mon 13:30 left 210",
            "rule cleaning v1"),
        row(
            "change of category after the solution touches nothing",
            "Mon 09:30 created; Mon 11:00 solved; Mon 12:00 category environment",
            "Mon 13:00",
            "solve#1 met due Mon 12:30 left 90"),
        row(
            "change of priority after the solution touches nothing",
            "Mon 09:30 created; Mon 11:00 solved; Mon 12:00 urgent",
            "Mon 13:00",
            "solve#1 met due Mon 12:30 left 90"),
        row(
            "a change that changes nothing changes nothing",
            "Mon 09:30 created; Mon 11:00 general; Mon 11:30 general",
            "Mon 12:00",
            "solve#1 running due Mon 12:30 left 30"),
        row(
            "no rule matches: no clock, shown as such",
            "Mon 09:30 created complex",
            "Mon 12:00",
            "rule none",
            "solve#1 none",
            "next none"),
        row(
            "changed to what has no rule: the clocks are dropped",
            "Mon 09:30 created; Mon 10:15 complex",
            "Mon 12:00",
            "rule none",
            "solve#1 dropped due Mon 12:30 left 135"),
        row(
            "and back again: from the original start",
            "Mon 09:30 created; Mon 10:15 complex; Mon 10:20 general",
            "Mon 11:30",
            "solve#1 running due Mon 12:30 left 60"));
  }

  private static Row row(String name, String events, String now, String... expected) {
    return on(PLAIN, name, events, now, expected);
  }

  private static Row on(
      WorkingCalendar calendar, String name, String events, String now, String... expected) {
    return new Row(name, calendar, events, now, List.of(expected));
  }
}
