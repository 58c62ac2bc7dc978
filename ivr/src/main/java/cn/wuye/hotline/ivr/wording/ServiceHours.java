package cn.wuye.hotline.ivr.wording;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When the service desk is there. Immutable. */
public final class ServiceHours {
  /** Hours are those of where the estates are. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final Pattern FRAME =
      Pattern.compile("(\\d{1,2})[:：](\\d{2})\\s*[-–—~～至到]\\s*(\\d{1,2})[:：](\\d{2})");

  private final boolean always;
  private final List<List<Frame>> week;
  private final Optional<PublicHolidays> holidays;
  private final List<Own> days;

  /** A part of a day: from (inclusive) to (exclusive); {@code 24:00} is written as its last end. */
  record Frame(LocalTime from, LocalTime to, boolean toMidnight) {
    boolean holds(LocalTime time) {
      return !time.isBefore(from) && (toMidnight || time.isBefore(to));
    }

    boolean before(Frame next) {
      return !toMidnight && !next.from.isBefore(to);
    }
  }

  private record Own(LocalDate from, LocalDate to, List<Frame> frames) {
    boolean holds(LocalDate date) {
      return !date.isBefore(from) && !date.isAfter(to);
    }
  }

  private ServiceHours(
      boolean always, List<List<Frame>> week, Optional<PublicHolidays> holidays, List<Own> days) {
    this.always = always;
    this.week = week;
    this.holidays = holidays;
    this.days = days;
  }

  /**
   * Hours as typed.
   *
   * @throws IllegalArgumentException when they cannot be read; {@link SettingsCheck} tells where
   */
  static ServiceHours of(DialogSettings.Hours typed) {
    if (typed.always()) {
      return new ServiceHours(true, List.of(), Optional.empty(), List.of());
    }
    List<List<Frame>> week = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      int index = day.getValue() - 1;
      week.add(index < typed.week().size() ? frames(typed.week().get(index)) : List.of());
    }
    return new ServiceHours(
        false,
        List.copyOf(week),
        typed.publicHolidays() ? Optional.of(PublicHolidays.shipped()) : Optional.empty(),
        typed.days().stream()
            .map(day -> new Own(date(day.from()), date(day.to()), frames(day.frames())))
            .toList());
  }

  /** Whether the desk is there. */
  public boolean isOpen(Instant moment) {
    if (always) {
      return true;
    }
    LocalDateTime now = LocalDateTime.ofInstant(moment, ZONE);
    return frames(now.toLocalDate()).stream().anyMatch(frame -> frame.holds(now.toLocalTime()));
  }

  private List<Frame> frames(LocalDate date) {
    for (Own own : days) {
      if (own.holds(date)) {
        return own.frames;
      }
    }
    Optional<Boolean> works = holidays.flatMap(table -> table.works(date));
    if (works.isPresent()) {
      return works.get() ? workingDay() : List.of();
    }
    return week.get(date.getDayOfWeek().getValue() - 1);
  }

  /** A make-up working day is worked like the first day of the week that is worked. */
  private List<Frame> workingDay() {
    return week.stream().filter(day -> !day.isEmpty()).findFirst().orElse(List.of());
  }

  /**
   * Reads {@code 08:30-12:00, 14:00-18:00}.
   *
   * @throws IllegalArgumentException when it cannot be read, or the frames overlap
   */
  static List<Frame> frames(String typed) {
    List<Frame> frames = new ArrayList<>();
    for (String each : typed.split("[,，;；、\\s]+(?=\\d)", -1)) {
      if (!each.isBlank()) {
        frames.add(frame(each.strip()));
      }
    }
    frames.sort(Comparator.comparing(Frame::from));
    for (int i = 1; i < frames.size(); i++) {
      if (!frames.get(i - 1).before(frames.get(i))) {
        throw new IllegalArgumentException("frames overlap: " + typed);
      }
    }
    return List.copyOf(frames);
  }

  private static Frame frame(String typed) {
    Matcher found = FRAME.matcher(typed);
    if (!found.matches()) {
      throw new IllegalArgumentException("not like 08:30-12:00: " + typed);
    }
    try {
      LocalTime from = time(found.group(1), found.group(2));
      boolean midnight = found.group(3).equals("24") && found.group(4).equals("00");
      LocalTime to = midnight ? LocalTime.MAX : time(found.group(3), found.group(4));
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("ends before it begins: " + typed);
      }
      return new Frame(from, to, midnight);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no such time: " + typed, e);
    }
  }

  private static LocalTime time(String hour, String minute) {
    return LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute));
  }

  /**
   * @throws IllegalArgumentException when it is no date like {@code 2027-02-06}
   */
  static LocalDate date(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no date: " + typed, e);
    }
  }
}
