package cn.wuye.hotline.backend.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.backend.deadline.calendar.Frame;
import cn.wuye.hotline.backend.deadline.calendar.RandomCalendars;
import cn.wuye.hotline.backend.deadline.calendar.ShippedCalendar;
import cn.wuye.hotline.backend.deadline.calendar.WorkingCalendar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallingHoursTest {
  private static final ZoneId CHINA = WorkingCalendar.CHINA;
  private static final WorkingCalendar CALENDAR = ShippedCalendar.read();
  private static final CallingHours HOURS = new CallingHours(CallRules.shipped(), CALENDAR);
  private static final Callee OLD = new Callee(true, List.of());

  /** The week of the National Day 2026: free from Thursday, October 1, to Wednesday the 7th. */
  private static final Instant WEEK = local("2026-09-28T00:00");

  private static final Duration A_WEEK_AND_MORE = Duration.ofDays(11);

  @Test
  void withTheShippedExampleEverybodyIsPhonedAtAnyHour() {
    CallRules rules = CallRules.read(Path.of("../docs/examples/calling-any-time.yml"));
    CallingHours hours = new CallingHours(rules, CALENDAR);
    for (int hour = 0; hour < 24 * 11; hour++) {
      Instant at = WEEK.plus(Duration.ofHours(hour));
      assertThat(hours.allowed(at, OLD, List.of())).as("%s", at).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    // a Monday
    "2026-09-28T07:59, false, 2026-09-28T08:00",
    "2026-09-28T08:00, false, 2026-09-28T08:00",
    "2026-09-28T12:30, false, 2026-09-28T12:30",
    "2026-09-28T20:59, false, 2026-09-28T20:59",
    "2026-09-28T21:00, false, 2026-09-29T08:00",
    // the old
    "2026-09-28T08:00, true, 2026-09-28T09:00",
    "2026-09-28T11:30, true, 2026-09-28T14:30",
    "2026-09-28T20:00, true, 2026-09-29T09:00",
    // the holiday
    "2026-09-30T21:00, false, 2026-10-01T09:00",
    "2026-10-01T12:00, false, 2026-10-01T14:30",
    "2026-10-07T20:00, false, 2026-10-08T08:00",
    // a Saturday, a Saturday that is worked
    "2026-09-26T08:00, false, 2026-09-26T09:00",
    "2026-10-10T08:00, false, 2026-10-10T08:00",
  })
  void callsAreMadeInTheHoursOfTheDay(LocalDateTime from, boolean old, LocalDateTime next) {
    assertThat(HOURS.next(at(from), new Callee(old, List.of()), List.of())).isEqualTo(at(next));
  }

  @ParameterizedTest
  @CsvSource({
    "18:00-20:30, 2026-09-28T09:00, 2026-09-28T18:00",
    "18:00-20:30, 2026-09-28T20:30, 2026-09-29T18:00",
    "10:00-11:00, 2026-10-01T08:00, 2026-10-01T10:00",
    // wanted at night: the usual hours hold
    "22:00-23:00, 2026-09-28T09:00, 2026-09-28T09:00",
  })
  void aResidentsOwnHoursAreKeptWhereTheyAreAllowed(
      String wanted, LocalDateTime from, LocalDateTime next) {
    Callee callee = new Callee(false, List.of(Frame.parse(wanted)));

    assertThat(HOURS.next(at(from), callee, List.of())).isEqualTo(at(next));
  }

  @Test
  void oneNumberHasThreeCallsInFiveMinutesAndFiveADay() {
    Instant ten = local("2026-09-28T10:00");
    List<Instant> calls = new ArrayList<>();
    List<String> placed = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      Instant next = HOURS.next(ten, Callee.ANYBODY, calls);
      calls.add(next);
      placed.add(LocalDateTime.ofInstant(next, CHINA).toString());
    }

    assertThat(placed)
        .containsExactly(
            "2026-09-28T10:00",
            "2026-09-28T10:00",
            "2026-09-28T10:00",
            "2026-09-28T10:05",
            "2026-09-28T10:05",
            "2026-09-29T08:00",
            "2026-09-29T08:00");
  }

  /** For any zone of the server, any estate's zone, any wishes, any calls before. */
  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/Los_Angeles", "Pacific/Kiritimati", "Europe/Berlin"})
  void whateverTheServersZoneTheFirstAllowedMomentIsFound(String server) {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(server));
    try {
      Random random = new Random();
      long seed = random.nextLong();
      random.setSeed(seed);
      for (int i = 0; i < 300; i++) {
        Instant from = WEEK.plusSeconds(random.nextLong(A_WEEK_AND_MORE.toSeconds()));
        Callee callee = callee(random);
        List<Instant> calls = calls(random, from);

        Instant next = HOURS.next(from, callee, calls);

        assertThat(next).as("seed %d, case %d", seed, i).isAfterOrEqualTo(from);
        boolean wishes = wishesCanBeMet(callee);
        Callee held = wishes ? callee : new Callee(callee.old(), List.of());
        assertThat(HOURS.allowed(next, held, calls)).as("seed %d, case %d", seed, i).isTrue();
        assertThat(kept(next, callee.old())).as("seed %d, case %d", seed, i).isTrue();
        for (Instant t = from; t.isBefore(next); t = t.plusSeconds(127)) {
          assertThat(HOURS.allowed(t, held, calls))
              .as("seed %d, case %d: %s is before %s", seed, i, t, next)
              .isFalse();
        }
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  /** The rules told once more, by another hand than the code's. */
  private static boolean kept(Instant at, boolean old) {
    LocalDateTime local = LocalDateTime.ofInstant(at, CHINA);
    String day = local.toLocalDate().toString();
    boolean free =
        (day.compareTo("2026-10-01") >= 0 && day.compareTo("2026-10-07") <= 0)
            || local.getDayOfWeek() == DayOfWeek.SUNDAY && !day.equals("2026-09-20")
            || local.getDayOfWeek() == DayOfWeek.SATURDAY && !day.equals("2026-10-10");
    String time = local.toLocalTime().toString();
    boolean narrow =
        (time.compareTo("09:00") >= 0 && time.compareTo("11:30") < 0)
            || (time.compareTo("14:30") >= 0 && time.compareTo("20:00") < 0);
    return free || old ? narrow : time.compareTo("08:00") >= 0 && time.compareTo("21:00") < 0;
  }

  @Test
  void onCalendarsOfEveryShapeAndZoneWhatIsFoundIsAllowed() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      WorkingCalendar calendar = RandomCalendars.next(random);
      CallingHours hours = new CallingHours(CallRules.shipped(), calendar);
      Instant from = WEEK.minusSeconds(random.nextLong(20_000_000));
      boolean old = random.nextBoolean();
      List<Instant> calls = calls(random, from);
      Callee callee = new Callee(old, List.of());

      Instant next = hours.next(from, callee, calls);

      assertThat(next).as("seed %d, case %d", seed, i).isAfterOrEqualTo(from);
      assertThat(hours.allowed(next, callee, calls)).as("seed %d, case %d", seed, i).isTrue();
      assertThat(hours.next(next, callee, calls)).isEqualTo(next);
    }
  }

  /** A thousand residents whose calls fall due at once. */
  @Test
  void thoseDueAtOnceAreSpreadOverTheAllowedHours() {
    Instant solved = local("2026-09-30T18:00");
    List<Instant> placed =
        Stream.iterate(0, i -> i + 1)
            .limit(1000)
            .map(
                i ->
                    HOURS.spread(
                        solved, solved.plus(Duration.ofDays(1)), i / 1000.0, OLD, List.of()))
            .toList();

    assertThat(placed)
        .isSorted()
        .allMatch(at -> HOURS.allowed(at, OLD, List.of()))
        .allMatch(at -> at.isBefore(solved.plus(Duration.ofDays(1))));
    // 2 h on that evening, 2.5 h on the holiday's morning, 3.5 h on its afternoon.
    assertThat(placed.stream().filter(at -> at.isBefore(local("2026-10-01T00:00"))).count())
        .isEqualTo(250);
    assertThat(placed.stream().filter(at -> at.isBefore(local("2026-10-01T12:00"))).count())
        .isBetween(562L, 563L);
  }

  @Test
  void withoutAnAllowedHourUntilThenTheNextOneIsTaken() {
    Instant night = local("2026-09-28T22:00");

    assertThat(HOURS.spread(night, night.plus(Duration.ofHours(4)), 0.9, OLD, List.of()))
        .isEqualTo(local("2026-09-29T09:00"));
  }

  @Test
  void aDayWithoutFramesHasNoCalls() {
    CallRules mondays =
        new CallRules(
            Map.of(DayOfWeek.MONDAY, List.of(Frame.parse("10:00-11:00"))),
            List.of(Frame.parse("15:00-16:00")),
            List.of(Frame.WHOLE_DAY),
            1,
            1);
    CallingHours hours = new CallingHours(mondays, CALENDAR);

    assertThat(hours.next(local("2026-11-24T10:00"), Callee.ANYBODY, List.of()))
        .isEqualTo(local("2026-11-28T15:00"));
  }

  @Test
  void rulesThatWouldLeaveTheOldOutAreRefused() {
    assertThatThrownBy(
            () ->
                new CallRules(
                    Map.of(DayOfWeek.MONDAY, List.of(Frame.parse("12:00-13:00"))),
                    List.of(Frame.parse("15:00-16:00")),
                    List.of(Frame.parse("15:00-16:00")),
                    5,
                    3))
        .hasMessageContaining("never be phoned");
  }

  @Test
  void hoursOfTheOperatorsOwnTakeThePlaceOfTheShipped(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("calling.yml");
    Files.writeString(
        file,
        """
        week:
          monday: ["10:00-11:00"]
        free-day: ["15:00-16:00"]
        old: ["00:00-24:00"]
        calls-a-day: 1
        calls-in-five-minutes: 1
        """);

    assertThat(CallRules.read(file))
        .isEqualTo(
            new CallRules(
                Map.of(DayOfWeek.MONDAY, List.of(Frame.parse("10:00-11:00"))),
                List.of(Frame.parse("15:00-16:00")),
                List.of(Frame.WHOLE_DAY),
                1,
                1));
    Files.writeString(file, "week: {monday: [");
    assertThatThrownBy(() -> CallRules.read(file)).hasMessageContaining("calling.yml is no YAML");
    assertThatThrownBy(() -> CallRules.read(folder.resolve("none.yml")))
        .hasMessageContaining("cannot read");
  }

  private static boolean wishesCanBeMet(Callee callee) {
    return callee.preferred().isEmpty()
        || callee.preferred().stream()
            .anyMatch(
                frame ->
                    callee.old()
                        ? overlaps(frame, "09:00-11:30") || overlaps(frame, "14:30-20:00")
                        : overlaps(frame, "08:00-21:00"));
  }

  private static boolean overlaps(Frame one, String text) {
    Frame other = Frame.parse(text);
    return Math.max(one.from(), other.from()) < Math.min(one.to(), other.to());
  }

  private static Callee callee(Random random) {
    List<Frame> preferred = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      int from = random.nextInt(1380);
      preferred.add(new Frame(from, from + 1 + random.nextInt(1440 - from)));
    }
    return new Callee(random.nextBoolean(), preferred);
  }

  private static List<Instant> calls(Random random, Instant around) {
    List<Instant> calls = new ArrayList<>();
    for (int i = random.nextInt(9); i > 0; i--) {
      calls.add(around.plusSeconds(random.nextLong(200_000) - 60_000));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      calls.add(around.plusSeconds(random.nextLong(600) - 300));
    }
    return calls;
  }

  private static Instant local(String time) {
    return at(LocalDateTime.parse(time));
  }

  private static Instant at(LocalDateTime time) {
    return time.atZone(CHINA).toInstant();
  }
}
