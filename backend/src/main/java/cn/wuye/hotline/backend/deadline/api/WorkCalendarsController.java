package cn.wuye.hotline.backend.deadline.api;

import cn.wuye.hotline.backend.api.Viewer;
import cn.wuye.hotline.backend.deadline.calendar.CalendarContent;
import cn.wuye.hotline.backend.deadline.calendar.Frame;
import cn.wuye.hotline.backend.deadline.settings.CalendarDesk;
import cn.wuye.hotline.backend.deadline.store.CalendarEdition;
import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.problem.Problem;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Working calendars to read; those of estates that the asker does not see are not there. */
@RestController
@RequestMapping("/api/v1/calendars")
class WorkCalendarsController {
  private final CalendarDesk desk;

  WorkCalendarsController(CalendarDesk desk) {
    this.desk = desk;
  }

  @GetMapping
  CalendarsView list(Viewer viewer) {
    Map<String, List<Estate>> users = desk.users(viewer.scope());
    return new CalendarsView(
        desk.all(viewer.scope()).stream().map(each -> view(each, users)).toList());
  }

  @GetMapping("/{id}")
  CalendarView one(@PathVariable String id, Viewer viewer) {
    return desk.find(id, viewer.scope())
        .map(edition -> view(edition, desk.users(viewer.scope())))
        .orElseThrow(() -> Problem.of(HttpStatus.NOT_FOUND, "calendar-unknown", id).exception());
  }

  private static CalendarView view(CalendarEdition edition, Map<String, List<Estate>> users) {
    CalendarContent content = edition.content();
    Map<String, List<String>> week = new LinkedHashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(
          day.name().toLowerCase(Locale.ROOT),
          content.week().getOrDefault(day, List.of()).stream().map(Frame::toString).toList());
    }
    return new CalendarView(
        edition.id(),
        edition.version(),
        edition.validFrom(),
        edition.name(),
        content.zone().getId(),
        week,
        content.days().stream()
            .map(day -> new DayView(day.date(), day.kind().code(), day.name()))
            .toList(),
        users.getOrDefault(edition.id(), List.of()).stream().map(Estate::requireId).toList());
  }

  /** All that are seen. */
  record CalendarsView(List<CalendarView> calendars) {}

  /**
   * A calendar as it is now.
   *
   * @param week frames like {@code 08:30-12:00} by weekday; none for a free day
   * @param estates those of the asker that use it
   */
  record CalendarView(
      String id,
      int version,
      Instant validFrom,
      String name,
      String zone,
      Map<String, List<String>> week,
      List<DayView> days,
      List<EstateId> estates) {}

  /** A holiday, or a make-up working day. */
  record DayView(LocalDate date, String kind, String name) {}
}
