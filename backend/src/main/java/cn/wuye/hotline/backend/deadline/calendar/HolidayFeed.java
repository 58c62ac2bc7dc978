package cn.wuye.hotline.backend.deadline.calendar;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.RawProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import cn.wuye.hotline.backend.persistence.Coded;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Holidays from an iCalendar file, as the usual Chinese feeds write them: all-day events with 休
 * (also 假期, 放假) or 班 in their summary, or Apple's mark. An event that repeats is refused rather
 * than half understood.
 *
 * @param days in the order of their dates; only of use without faults
 * @param ignored summaries of the events that are neither (元宵节, 母亲节 …), for people to check
 * @param faults what cannot be read
 */
public record HolidayFeed(List<SpecialDay> days, List<String> ignored, List<Fault> faults) {
  private static final String EVENT = "BEGIN:VEVENT";
  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2099, 12, 31);

  public HolidayFeed {
    days = List.copyOf(days);
    ignored = List.copyOf(ignored);
    faults = List.copyOf(faults);
  }

  /**
   * Something that cannot be read.
   *
   * @param line where its event begins, from 1
   * @param summary of the event; empty when it has none
   */
  public record Fault(int line, Code code, String summary) {}

  /** What is wrong with an event. */
  public enum Code implements Coded {
    NOT_A_CALENDAR("not-a-calendar"),
    REPEATS("repeats"),
    NOT_ALL_DAY("not-all-day"),
    /** A holiday has 1 to {@value HolidayYear#LONGEST} days. */
    WRONG_LENGTH("wrong-length"),
    /** Before 2000 or after 2099. */
    OUT_OF_RANGE("out-of-range"),
    /** One event says holiday, another make-up day. */
    CONTRADICTION("contradiction");

    private final String code;

    Code(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * Reads a feed.
   *
   * @param text at most a few hundred kilobytes; the caller sees to it
   */
  public static HolidayFeed read(String text) {
    String whole = text.replace("\uFEFF", "");
    ICalendar calendar =
        whole.stripLeading().regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15)
            ? Biweekly.parse(whole).first()
            : null;
    if (calendar == null) {
      return new HolidayFeed(List.of(), List.of(), List.of(new Fault(1, Code.NOT_A_CALENDAR, "")));
    }
    List<Integer> lines = lines(whole);
    TreeMap<LocalDate, SpecialDay> days = new TreeMap<>();
    List<String> ignored = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    int number = 0;
    for (VEvent event : calendar.getEvents()) {
      int line = number < lines.size() ? lines.get(number) : 1;
      number++;
      String summary =
          event.getSummary() == null || event.getSummary().getValue() == null
              ? ""
              : event.getSummary().getValue().strip();
      Optional<SpecialDay.Kind> kind = kind(event, summary);
      if (kind.isEmpty()) {
        ignored.add(summary);
      } else {
        take(event, summary, kind.get(), days)
            .ifPresent(code -> faults.add(new Fault(line, code, summary)));
      }
    }
    return new HolidayFeed(List.copyOf(days.values()), ignored, faults);
  }

  /** Adds the days of an event; what keeps it from being read. */
  private static Optional<Code> take(
      VEvent event, String summary, SpecialDay.Kind kind, TreeMap<LocalDate, SpecialDay> days) {
    if (event.getRecurrenceRule() != null || !event.getRecurrenceDates().isEmpty()) {
      return Optional.of(Code.REPEATS);
    }
    LocalDate from = date(event.getDateStart());
    // DTEND is the first day after it; without one the event has a single day.
    boolean single = event.getDateEnd() == null && !broken(event, "DTEND");
    LocalDate end = from != null && single ? from.plusDays(1) : date(event.getDateEnd());
    if (from == null || end == null) {
      return Optional.of(Code.NOT_ALL_DAY);
    }
    long length = ChronoUnit.DAYS.between(from, end);
    if (length < 1 || length > HolidayYear.LONGEST) {
      return Optional.of(Code.WRONG_LENGTH);
    }
    if (from.isBefore(FIRST) || end.isAfter(LAST)) {
      return Optional.of(Code.OUT_OF_RANGE);
    }
    boolean contradicts = false;
    for (SpecialDay day : HolidayYear.range(from, end, kind, summary)) {
      SpecialDay before = days.putIfAbsent(day.date(), day);
      contradicts |= before != null && before.kind() != kind;
    }
    return contradicts ? Optional.of(Code.CONTRADICTION) : Optional.empty();
  }

  /** 班 is looked for first: 调休上班 has both. */
  private static Optional<SpecialDay.Kind> kind(VEvent event, String summary) {
    RawProperty mark = event.getExperimentalProperty("X-APPLE-SPECIAL-DAY");
    String apple = mark == null || mark.getValue() == null ? "" : mark.getValue();
    if (apple.equals("ALTERNATE-WORKDAY") || summary.contains("班")) {
      return Optional.of(SpecialDay.Kind.MAKE_UP);
    }
    boolean free = summary.matches(".*(休|假期|放假).*");
    return apple.equals("WORK-HOLIDAY") || free
        ? Optional.of(SpecialDay.Kind.HOLIDAY)
        : Optional.empty();
  }

  /** What the library could not read it keeps as it stood. */
  private static boolean broken(VEvent event, String property) {
    return event.getExperimentalProperty(property) != null;
  }

  /** The date of an all-day event; null when it has a time, or is none. */
  private static @Nullable LocalDate date(@Nullable DateOrDateTimeProperty property) {
    ICalDate value = property == null ? null : property.getValue();
    DateTimeComponents parts = value == null || value.hasTime() ? null : value.getRawComponents();
    if (parts == null) {
      return null;
    }
    try {
      return LocalDate.of(parts.getYear(), parts.getMonth(), parts.getDate());
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  private static List<Integer> lines(String text) {
    List<Integer> lines = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\\r?\\n", -1)) {
      number++;
      if (line.strip().toUpperCase(Locale.ROOT).equals(EVENT)) {
        lines.add(number);
      }
    }
    return lines;
  }
}
