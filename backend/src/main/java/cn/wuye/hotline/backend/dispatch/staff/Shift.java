package cn.wuye.hotline.backend.dispatch.staff;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Working hours of one day of every week.
 *
 * @param fromMinute of the day, 0–1439
 * @param toMinute 1–1440; when it is not after the beginning, the shift ends on the next day
 */
public record Shift(DayOfWeek day, int fromMinute, int toMinute) {
  private static final int DAY = 24 * 60;
  private static final Pattern TEXT =
      Pattern.compile("([1-7])\\s+([0-9]{1,2}):([0-9]{2})\\s*[-–—~]\\s*([0-9]{1,2}):([0-9]{2})");

  public Shift {
    if (fromMinute < 0 || fromMinute >= DAY || toMinute < 1 || toMinute > DAY) {
      throw new IllegalArgumentException(
          "no hours of a day: from minute " + fromMinute + " to minute " + toMinute);
    }
  }

  /** Reads {@code 1 08:00-17:30}: Monday. Empty when it is not understood. */
  public static Optional<Shift> find(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    int from = minute(parts.group(2), parts.group(3));
    int to = minute(parts.group(4), parts.group(5));
    return from < 0 || from == DAY || to < 1
        ? Optional.empty()
        : Optional.of(new Shift(DayOfWeek.of(Integer.parseInt(parts.group(1))), from, to));
  }

  private static int minute(String hour, String minute) {
    int minutes = Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
    return minutes > DAY || Integer.parseInt(minute) > 59 ? -1 : minutes;
  }

  /** Whether this moment, where the estates are, lies in it; the end does not. */
  public boolean covers(LocalDateTime moment) {
    int minute = moment.getHour() * 60 + moment.getMinute();
    DayOfWeek today = moment.getDayOfWeek();
    if (toMinute > fromMinute) {
      return today == day && minute >= fromMinute && minute < toMinute;
    }
    return (today == day && minute >= fromMinute) || (today == day.plus(1) && minute < toMinute);
  }

  /** When it ends that covers this moment. */
  LocalDateTime endsAfter(LocalDateTime covered) {
    int minute = covered.getHour() * 60 + covered.getMinute();
    boolean tomorrow =
        toMinute <= fromMinute && covered.getDayOfWeek() == day && minute >= fromMinute;
    return covered.toLocalDate().plusDays(tomorrow ? 1 : 0).atStartOfDay().plusMinutes(toMinute);
  }

  /** When it begins next, after this moment. */
  LocalDateTime beginsAfter(LocalDateTime moment) {
    LocalDateTime begin =
        moment
            .with(TemporalAdjusters.nextOrSame(day))
            .toLocalDate()
            .atStartOfDay()
            .plusMinutes(fromMinute);
    return begin.isAfter(moment) ? begin : begin.plusWeeks(1);
  }

  /** As {@link #find} reads it. */
  @Override
  public String toString() {
    return "%d %02d:%02d-%02d:%02d"
        .formatted(day.getValue(), fromMinute / 60, fromMinute % 60, toMinute / 60, toMinute % 60);
  }
}
