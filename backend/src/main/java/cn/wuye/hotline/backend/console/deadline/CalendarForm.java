package cn.wuye.hotline.backend.console.deadline;

import cn.wuye.hotline.backend.deadline.calendar.CalendarContent;
import cn.wuye.hotline.backend.deadline.calendar.Frame;
import cn.wuye.hotline.backend.deadline.calendar.HolidayYear;
import cn.wuye.hotline.backend.deadline.calendar.SpecialDay;
import cn.wuye.hotline.backend.deadline.settings.Wrong;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The form of a calendar: what is typed, field by field. A weekday's frames stand in {@code week-1}
 * … {@code week-7}, the special days of a year in {@code days-2026}, a line each or a line for
 * several days: {@code 2026-10-01 至 2026-10-07 休 国庆节}.
 */
final class CalendarForm {
  private static final Pattern DAY =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})(?:\\s*(?:至|到|~|～|–|—|\\bto\\b)\\s*(\\d{4}-\\d{2}-\\d{2}))?"
              + "\\s+(休|班|off|work)(?:\\s+(.*))?");
  private static final Pattern YEAR = Pattern.compile("days-(20[0-9]{2})");

  private final Map<String, String> typed;

  CalendarForm(Map<String, String> typed) {
    this.typed = Map.copyOf(typed);
  }

  /**
   * What a version says.
   *
   * @param chinese which words are written for the kinds of days
   * @param thisYear it and the next have a field in any case
   */
  static CalendarForm of(
      int version, String name, CalendarContent content, boolean chinese, int thisYear) {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("version", String.valueOf(version));
    typed.put("name", name);
    for (DayOfWeek day : DayOfWeek.values()) {
      typed.put(
          "week-" + day.getValue(),
          content.week().getOrDefault(day, List.of()).stream()
              .sorted()
              .map(Frame::toString)
              .collect(Collectors.joining(", ")));
    }
    typed.put("days-" + thisYear, "");
    typed.put("days-" + (thisYear + 1), "");
    typed.putAll(days(content.days(), chinese));
    return new CalendarForm(typed);
  }

  /** Days as they are written, by field; neighbours of the same name in one line. */
  private static Map<String, String> days(List<SpecialDay> days, boolean chinese) {
    TreeMap<LocalDate, SpecialDay> ordered = new TreeMap<>();
    days.forEach(day -> ordered.put(day.date(), day));
    Map<String, List<String>> lines = new TreeMap<>();
    SpecialDay first = null;
    for (SpecialDay day : ordered.values()) {
      first = first == null ? day : first;
      SpecialDay next = ordered.get(day.date().plusDays(1));
      boolean goesOn =
          next != null
              && next.kind() == day.kind()
              && next.name().equals(day.name())
              && next.date().getYear() == day.date().getYear();
      if (!goesOn) {
        lines
            .computeIfAbsent("days-" + day.date().getYear(), field -> new ArrayList<>())
            .add(line(first, day, chinese));
        first = null;
      }
    }
    return lines.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> String.join("\n", e.getValue())));
  }

  private static String line(SpecialDay first, SpecialDay last, boolean chinese) {
    boolean free = first.kind() == SpecialDay.Kind.HOLIDAY;
    String kind = chinese ? (free ? "休" : "班") : (free ? "off" : "work");
    String until = first.equals(last) ? "" : (chinese ? " 至 " : " to ") + last.date();
    return (first.date() + until + " " + kind + " " + first.name()).strip();
  }

  /** What is typed into a field; empty string for nothing. */
  public String value(String field) {
    return typed.getOrDefault(field, "");
  }

  /** The version that the writer had before her. */
  int version() {
    return value("version").matches("[0-9]{1,9}") ? Integer.parseInt(value("version")) : -1;
  }

  /** The years that have a field. */
  public List<Integer> years() {
    TreeSet<Integer> years = new TreeSet<>();
    for (String field : typed.keySet()) {
      Matcher matcher = YEAR.matcher(field);
      if (matcher.matches()) {
        years.add(Integer.valueOf(matcher.group(1)));
      }
    }
    return List.copyOf(years);
  }

  /** The same with another value. */
  CalendarForm with(String field, String value) {
    Map<String, String> changed = new LinkedHashMap<>(typed);
    changed.put(field, value);
    return new CalendarForm(changed);
  }

  /** The same with other special days. */
  CalendarForm withDays(List<SpecialDay> days, boolean chinese) {
    Map<String, String> changed = new LinkedHashMap<>(typed);
    years().forEach(year -> changed.put("days-" + year, ""));
    changed.putAll(days(days, chinese));
    return new CalendarForm(changed);
  }

  /**
   * What it says.
   *
   * @param wrong gets what cannot be read, by field
   */
  CalendarContent content(ZoneId zone, Map<String, Wrong> wrong) {
    Map<DayOfWeek, List<Frame>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      List<Frame> frames = frames("week-" + day.getValue(), wrong);
      if (!frames.isEmpty()) {
        week.put(day, frames);
      }
    }
    List<SpecialDay> days = new ArrayList<>();
    years().forEach(year -> days.addAll(days(year, wrong)));
    return new CalendarContent(zone, week, days);
  }

  private List<Frame> frames(String field, Map<String, Wrong> wrong) {
    List<Frame> frames = new ArrayList<>();
    String text = value(field).replace('：', ':').replaceAll("\\s*[-–—~～至到]\\s*", "-");
    for (String part : text.strip().split("[\\s,，、;；]+")) {
      if (!part.isEmpty()) {
        try {
          // 8:30 is as good as 08:30.
          frames.add(Frame.parse(part.replaceAll("(?<![0-9])([0-9]):", "0$1:")));
        } catch (IllegalArgumentException noFrame) {
          wrong.put(field, new Wrong("calendars.error.frame", List.of(part)));
        }
      }
    }
    return frames.stream().sorted().toList();
  }

  private List<SpecialDay> days(int year, Map<String, Wrong> wrong) {
    String field = "days-" + year;
    List<SpecialDay> days = new ArrayList<>();
    String[] lines = value(field).split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (!line.isEmpty()) {
        List<SpecialDay> read = read(line);
        if (read.isEmpty()) {
          wrong.putIfAbsent(
              field, new Wrong("calendars.error.day", List.of(String.valueOf(i + 1), line)));
        } else if (read.stream().anyMatch(day -> day.date().getYear() != year)) {
          wrong.putIfAbsent(
              field,
              new Wrong(
                  "calendars.error.year",
                  List.of(String.valueOf(i + 1), line, String.valueOf(year))));
        }
        days.addAll(read);
      }
    }
    return days;
  }

  /** The days of a line; none when it cannot be read. */
  private static List<SpecialDay> read(String line) {
    Matcher parts = DAY.matcher(line);
    if (!parts.matches()) {
      return List.of();
    }
    try {
      LocalDate from = LocalDate.parse(parts.group(1));
      LocalDate to = parts.group(2) == null ? from : LocalDate.parse(parts.group(2));
      boolean free = parts.group(3).equals("休") || parts.group(3).equals("off");
      String name = parts.group(4) == null ? "" : parts.group(4).strip();
      SpecialDay.Kind kind = free ? SpecialDay.Kind.HOLIDAY : SpecialDay.Kind.MAKE_UP;
      return HolidayYear.range(from, to.plusDays(1), kind, name);
    } catch (DateTimeException | IllegalArgumentException noSuchDay) {
      return List.of();
    }
  }
}
