package cn.wuye.hotline.backend.console.deadline;

import cn.wuye.hotline.backend.console.Labels;
import cn.wuye.hotline.backend.deadline.calendar.CalendarChanges;
import cn.wuye.hotline.backend.deadline.calendar.CalendarContent;
import cn.wuye.hotline.backend.deadline.calendar.Frame;
import cn.wuye.hotline.backend.deadline.calendar.HolidayFeed;
import cn.wuye.hotline.backend.deadline.calendar.SpecialDay;
import cn.wuye.hotline.backend.deadline.calendar.WorkingCalendar;
import cn.wuye.hotline.backend.deadline.store.CalendarEdition;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Calendars, their days and changes in plain words. */
@Component
class CalendarWords {
  private static final int MOST_DAYS = 40;

  private final DeadlineWords words;
  private final Labels labels;

  CalendarWords(DeadlineWords words, Labels labels) {
    this.words = words;
    this.labels = labels;
  }

  /** A day in the preview. */
  record DayLine(String date, String frames, String name, boolean free) {}

  /** What is worked on the days from a date on. */
  List<DayLine> preview(CalendarContent content, LocalDate from, int days) {
    WorkingCalendar calendar = content.calendar();
    Map<LocalDate, SpecialDay> special = new TreeMap<>();
    content.days().forEach(day -> special.put(day.date(), day));
    return from.datesUntil(from.plusDays(days))
        .map(
            date -> {
              List<Frame> frames = calendar.frames(date);
              SpecialDay named = special.get(date);
              return new DayLine(
                  date + " " + weekday(date.getDayOfWeek()),
                  frames(frames),
                  named == null ? "" : day(named),
                  frames.isEmpty());
            })
        .toList();
  }

  String weekday(DayOfWeek day) {
    return labels.text("wording.day." + day.getValue());
  }

  /** Frames, or that there are none. */
  String frames(List<Frame> frames) {
    return frames.isEmpty()
        ? labels.text("wording.hours.rest")
        : frames.stream().sorted().map(Frame::toString).collect(Collectors.joining(", "));
  }

  /** The week in one line: days with the same frames together. */
  String week(CalendarContent content) {
    List<String> parts = new ArrayList<>();
    DayOfWeek first = DayOfWeek.MONDAY;
    for (DayOfWeek day : DayOfWeek.values()) {
      List<Frame> frames = content.week().getOrDefault(day, List.of());
      boolean last = day == DayOfWeek.SUNDAY;
      if (last || !frames.equals(content.week().getOrDefault(day.plus(1), List.of()))) {
        String days = first == day ? weekday(day) : weekday(first) + "–" + weekday(day);
        parts.add(days + " " + frames(frames));
        first = day.plus(1);
      }
    }
    return String.join("；", parts);
  }

  /** What a version changed of the one before; the first one has only been made. */
  List<String> changes(CalendarEdition edition, @Nullable CalendarEdition before) {
    if (before == null) {
      return List.of(labels.text("calendars.change.new"));
    }
    List<String> changes = new ArrayList<>();
    if (!edition.name().equals(before.name())) {
      changes.add(
          labels.text(
              "rules.change", labels.text("rules.name"), words.name(before), words.name(edition)));
    }
    changes.addAll(changes(before.content(), edition.content()));
    return changes;
  }

  /** What is different in another text of a calendar. */
  List<String> changes(CalendarContent before, CalendarContent after) {
    CalendarChanges different = CalendarChanges.between(before, after);
    List<String> changes = new ArrayList<>();
    different
        .week()
        .forEach(
            each ->
                changes.add(
                    labels.text(
                        "rules.change",
                        weekday(each.day()),
                        frames(each.from()),
                        frames(each.to()))));
    different.days().stream()
        .limit(MOST_DAYS)
        .forEach(
            each ->
                changes.add(
                    labels.text(
                        "rules.change", each.date().toString(), day(each.from()), day(each.to()))));
    if (different.days().size() > MOST_DAYS) {
      changes.add(
          labels.text(
              "calendars.change.more", String.valueOf(different.days().size() - MOST_DAYS)));
    }
    return changes;
  }

  private String day(@Nullable SpecialDay day) {
    return day == null
        ? labels.text("calendars.day.ordinary")
        : (labels.name("calendars.day", day.kind()) + " " + day.name()).strip();
  }

  /** What cannot be read of a file, with its line. */
  String fault(HolidayFeed.Fault fault) {
    return labels.text(
        "calendars.ical." + fault.code().code(), String.valueOf(fault.line()), fault.summary());
  }
}
