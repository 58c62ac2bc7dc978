package cn.wuye.hotline.backend.deadline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {
  private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);

  /** The tables against counting minute by minute, by the frames alone. */
  @Test
  void theTablesAgreeWithCountingEveryMinute() {
    Random random = new Random(7);
    for (int i = 0; i < 150; i++) {
      WorkingCalendar calendar = RandomCalendars.next(random);
      long from = Instant.parse("2025-12-20T00:00:00Z").toEpochMilli() + minutes(random, 150_000);
      long to = from + minutes(random, 30_000);
      long counted = 0;
      for (long at = from; at < to; at += MINUTE) {
        counted += openByFrames(calendar, at) ? MINUTE : 0;
      }

      assertThat(calendar.between(from, to)).as("%s", calendar).isEqualTo(counted);
      long after = calendar.after(from, counted);
      assertThat(calendar.between(from, after)).isEqualTo(counted);
      assertThat(openByFrames(calendar, after)).isTrue();
      assertThat(after).isGreaterThanOrEqualTo(to - (openByFrames(calendar, to) ? 0 : MINUTE));
    }
  }

  @Test
  void nothingToCountIsNowOrTheNextOpening() {
    WorkingCalendar calendar = monday("09:00-12:00");

    assertThat(calendar.after(at("2026-03-02T10:00:00Z"), 0)).isEqualTo(at("2026-03-02T10:00:00Z"));
    assertThat(calendar.after(at("2026-03-02T08:00:00Z"), 0)).isEqualTo(at("2026-03-02T09:00:00Z"));
    assertThat(calendar.after(at("2026-03-02T12:00:00Z"), 0)).isEqualTo(at("2026-03-09T09:00:00Z"));
  }

  @Test
  void aDeadlineMayLieYearsAhead() {
    WorkingCalendar calendar = monday("00:00-00:01");

    long due = calendar.after(at("2026-03-02T00:00:00Z"), 200 * MINUTE);

    assertThat(Instant.ofEpochMilli(due)).isEqualTo(Instant.parse("2029-12-31T00:00:00Z"));
    assertThat(calendar.between(at("2026-03-02T00:00:00Z"), due)).isEqualTo(200 * MINUTE);
  }

  @Test
  void aWholeDayHas23HoursWhenSummerTimeBegins() {
    WorkingCalendar calendar =
        new WorkingCalendar(
            ZoneId.of("Europe/Berlin"),
            Map.of(DayOfWeek.SUNDAY, List.of(Frame.WHOLE_DAY)),
            Map.of());
    long day = at("2026-03-28T23:00:00Z");

    assertThat(calendar.between(day, day + TimeUnit.DAYS.toMillis(2))).isEqualTo(23 * 60 * MINUTE);
  }

  @Test
  void wholeDaysAreTheDaysThatHaveFrames() {
    WorkingCalendar days = monday("09:00-12:00", "13:00-14:00").wholeDays();

    assertThat(days.frames(LocalDate.of(2026, 3, 2))).containsExactly(Frame.WHOLE_DAY);
    assertThat(days.frames(LocalDate.of(2026, 3, 3))).isEmpty();
  }

  @Test
  void specialDaysReplaceTheWeek() {
    WorkingCalendar calendar =
        monday("09:00-12:00")
            .with(
                List.of(
                    new SpecialDay(LocalDate.of(2026, 3, 2), SpecialDay.Kind.HOLIDAY, "a"),
                    new SpecialDay(LocalDate.of(2026, 3, 7), SpecialDay.Kind.MAKE_UP, "a")));

    assertThat(calendar.frames(LocalDate.of(2026, 3, 2))).isEmpty();
    assertThat(calendar.frames(LocalDate.of(2026, 3, 7))).containsExactly(new Frame(540, 720));
    assertThat(calendar.open(Instant.parse("2026-03-07T11:59:59Z"))).isTrue();
    assertThat(calendar.open(Instant.parse("2026-03-07T12:00:00Z"))).isFalse();
  }

  @Test
  void aCalendarWithoutAnyWorkingTimeIsRefused() {
    assertThatThrownBy(() -> new WorkingCalendar(ZoneOffset.UTC, Map.of(), Map.of()))
        .hasMessageContaining("give at least one weekday a frame");
    assertThatThrownBy(
            () ->
                new WorkingCalendar(
                    ZoneOffset.UTC,
                    Map.of(DayOfWeek.MONDAY, List.of()),
                    Map.of(LocalDate.of(2026, 3, 2), List.of(Frame.WHOLE_DAY))))
        .hasMessageContaining("no deadline would ever come");
  }

  @Test
  void framesThatOverlapAreRefused() {
    assertThatThrownBy(() -> monday("09:00-12:00", "11:59-14:00"))
        .hasMessageContaining("MONDAY: 09:00-12:00 and 11:59-14:00 overlap");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "9-12", "09:00", "12:00-09:00", "09:00-09:00", "23:00-24:01", "22:00-06:00"})
  void whatIsNoFrameIsRefused(String text) {
    assertThatThrownBy(() -> Frame.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void midnightAtTheEndIs24() {
    assertThat(Frame.parse("00:00–24:00")).isEqualTo(Frame.WHOLE_DAY).hasToString("00:00-24:00");
  }

  @Test
  void timesOutsideOfAllTablesAreRefused() {
    WorkingCalendar calendar = monday("09:00-12:00");

    assertThatThrownBy(() -> calendar.after(at("1960-01-01T00:00:00Z"), 1))
        .hasMessageContaining("from 1970 to 2400");
    assertThatThrownBy(() -> calendar.after(at("2026-01-01T00:00:00Z"), -1))
        .hasMessageContaining("not negative");
  }

  private static WorkingCalendar monday(String... frames) {
    return new WorkingCalendar(
        ZoneOffset.UTC,
        Map.of(DayOfWeek.MONDAY, List.of(frames).stream().map(Frame::parse).toList()),
        Map.of());
  }

  private static boolean openByFrames(WorkingCalendar calendar, long at) {
    ZonedDateTime local = Instant.ofEpochMilli(at).atZone(calendar.zone());
    int minute = local.getHour() * 60 + local.getMinute();
    return calendar.frames(local.toLocalDate()).stream()
        .anyMatch(frame -> frame.from() <= minute && minute < frame.to());
  }

  private static long minutes(Random random, int most) {
    return random.nextInt(most) * MINUTE;
  }

  private static long at(String text) {
    return Instant.parse(text).toEpochMilli();
  }
}
