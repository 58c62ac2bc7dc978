package cn.wuye.hotline.backend.deadline.store;

import cn.wuye.hotline.backend.deadline.calendar.CalendarContent;
import cn.wuye.hotline.backend.deadline.calendar.Frame;
import cn.wuye.hotline.backend.deadline.calendar.SpecialDay;
import cn.wuye.hotline.backend.persistence.Coded;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A version of a calendar as it is kept.
 *
 * @param name what people call it; null: what its id is called in the message bundles
 * @param week frames like {@code 08:30-12:00} by {@code monday} …
 */
record CalendarDocument(
    @Nullable String name, String zone, Map<String, List<String>> week, List<Day> days) {

  /** A date on which the week does not apply. */
  record Day(String date, String kind, String name) {}

  static CalendarDocument of(CalendarContent content, String name) {
    Map<String, List<String>> week = new TreeMap<>();
    content
        .week()
        .forEach(
            (day, frames) ->
                week.put(
                    day.name().toLowerCase(Locale.ROOT),
                    frames.stream().map(Frame::toString).toList()));
    return new CalendarDocument(
        name.isEmpty() ? null : name,
        content.zone().getId(),
        week,
        content.days().stream()
            .map(day -> new Day(day.date().toString(), day.kind().code(), day.name()))
            .toList());
  }

  CalendarContent content() {
    Map<DayOfWeek, List<Frame>> frames = new EnumMap<>(DayOfWeek.class);
    week.forEach(
        (day, texts) ->
            frames.put(
                DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)),
                texts.stream().map(Frame::parse).toList()));
    return new CalendarContent(
        ZoneId.of(zone),
        frames,
        days.stream()
            .map(
                day ->
                    new SpecialDay(
                        LocalDate.parse(day.date()),
                        Coded.of(SpecialDay.Kind.class, day.kind()),
                        day.name()))
            .toList());
  }
}
