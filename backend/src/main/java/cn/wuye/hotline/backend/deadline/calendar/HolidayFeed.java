package cn.wuye.hotline.backend.deadline.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Holidays from an iCalendar file, as the usual Chinese feeds write them: all-day events with 休
 * (also 假期, 放假) or 班 in their summary. Only this part of RFC 5545 is understood; an event that
 * repeats is refused rather than half understood.
 *
 * @param days in the order of their dates
 * @param ignored summaries of the events that are neither (元宵节, 母亲节 …), for people to check
 */
public record HolidayFeed(List<SpecialDay> days, List<String> ignored) {

  /**
   * Reads a feed.
   *
   * @throws IllegalArgumentException when the text is no iCalendar file, or an event cannot be read
   */
  public static HolidayFeed parse(String text) {
    List<String> lines = unfolded(text);
    if (lines.isEmpty() || !lines.get(0).equalsIgnoreCase("BEGIN:VCALENDAR")) {
      throw new IllegalArgumentException(
          "this is no iCalendar file: it does not begin with BEGIN:VCALENDAR");
    }
    List<SpecialDay> days = new ArrayList<>();
    List<String> ignored = new ArrayList<>();
    Map<String, String> event = new HashMap<>();
    boolean inside = false;
    for (String line : lines) {
      if (line.equalsIgnoreCase("BEGIN:VEVENT")) {
        inside = true;
        event.clear();
      } else if (line.equalsIgnoreCase("END:VEVENT")) {
        inside = false;
        take(event, days, ignored);
      } else if (inside && line.indexOf(':') > 0) {
        String name = line.substring(0, line.indexOf(':')).replaceFirst(";.*", "");
        event.putIfAbsent(name.toUpperCase(Locale.ROOT), value(line));
      }
    }
    days.sort((a, b) -> a.date().compareTo(b.date()));
    return new HolidayFeed(List.copyOf(days), List.copyOf(ignored));
  }

  private static void take(Map<String, String> event, List<SpecialDay> days, List<String> ignored) {
    String summary = event.getOrDefault("SUMMARY", "").strip();
    Optional<SpecialDay.Kind> kind = kind(event, summary);
    if (kind.isEmpty()) {
      ignored.add(summary);
      return;
    }
    if (event.containsKey("RRULE") || event.containsKey("RDATE")) {
      throw new IllegalArgumentException(
          "'" + summary + "' repeats by a rule; holidays must be given date by date");
    }
    LocalDate from = date(event.getOrDefault("DTSTART", ""), summary);
    String end = event.get("DTEND");
    // DTEND is the first day after it; without one the event has a single day.
    LocalDate to = end == null ? from.plusDays(1) : date(end, summary);
    days.addAll(HolidayYear.range(from, to, kind.get(), summary));
  }

  /** 班 is looked for first: 调休上班 has both. */
  private static Optional<SpecialDay.Kind> kind(Map<String, String> event, String summary) {
    String apple = event.getOrDefault("X-APPLE-SPECIAL-DAY", "");
    if (apple.equals("ALTERNATE-WORKDAY") || summary.contains("班")) {
      return Optional.of(SpecialDay.Kind.MAKE_UP);
    }
    boolean free = summary.matches(".*(休|假期|放假).*");
    return apple.equals("WORK-HOLIDAY") || free
        ? Optional.of(SpecialDay.Kind.HOLIDAY)
        : Optional.empty();
  }

  private static LocalDate date(String text, String summary) {
    try {
      return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "'"
              + summary
              + "' is not an all-day event: its date is '"
              + text
              + "', it should be like 20261001",
          e);
    }
  }

  private static String value(String line) {
    return line.substring(line.indexOf(':') + 1)
        .replace("\\,", ",")
        .replace("\\;", ";")
        .replace("\\n", " ")
        .replace("\\\\", "\\");
  }

  /** Long lines are folded: what begins with a space or tab belongs to the line before. */
  private static List<String> unfolded(String text) {
    String whole = text.replace("\uFEFF", "").replaceAll("\\r?\\n[ \\t]", "");
    return whole.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
