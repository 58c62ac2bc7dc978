package cn.wuye.hotline.backend.deadline.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.backend.database.OnMariaDb;
import cn.wuye.hotline.backend.deadline.calendar.CalendarContent;
import cn.wuye.hotline.backend.deadline.calendar.Frame;
import cn.wuye.hotline.backend.deadline.calendar.SpecialDay;
import cn.wuye.hotline.backend.deadline.calendar.WorkingCalendar;
import cn.wuye.hotline.backend.deadline.store.CalendarEdition;
import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.ticket.Ticket;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Calendars as administrators change them, each test with an estate of its own. */
@OnMariaDb
@SuppressWarnings("NullAway.Init")
class CalendarDeskIT extends SettingsWorld {
  @Autowired CalendarDesk desk;
  private String own;

  @BeforeEach
  void itsOwnCalendar() {
    own = CalendarDesk.own(estate);
  }

  @Test
  void anEstatesOwnCalendarIsUsedFromItsFirstVersionOnAndRunningTicketsKeepTheirs() {
    Ticket running = open();
    assertThat(desk.of(estate).id()).isEqualTo(CalendarEdition.DEFAULT);

    assertThat(desk.save(own, 0, draft("00:00-24:00"), "物业中心通宵", local)).isEmpty();
    Ticket later = open();
    assertThat(desk.save(own, 1, draft("08:30-12:00", "13:30-18:00"), "", local)).isEmpty();

    assertThat(calendars(running)).containsOnly("default v1");
    assertThat(calendars(later)).containsOnly(own + " v1");
    assertThat(calendars(open())).containsOnly(own + " v2");
    assertThat(desk.history(own, local.scope()))
        .extracting(CalendarEdition::version)
        .containsExactly(2, 1);
    assertThat(desk.users(local.scope()).get(own)).extracting(Estate::requireId).contains(estate);
    assertThat(audit("work-calendar:" + own))
        .hasSize(2)
        .anySatisfy(details -> assertThat(details).contains("物业中心通宵"))
        .anySatisfy(details -> assertThat(details).contains("week.1", "00:00-24:00"));
  }

  @Test
  void calendarWithoutWorkingTimeIsRefused() {
    CalendarContent empty = new CalendarContent(WorkingCalendar.CHINA, Map.of(), List.of());
    LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingCalendar.CHINA);
    List<SpecialDay> always =
        today
            .minusDays(1)
            .datesUntil(today.plusDays(400))
            .map(date -> new SpecialDay(date, SpecialDay.Kind.HOLIDAY, "停业"))
            .toList();
    CalendarContent neverOpen =
        new CalendarContent(WorkingCalendar.CHINA, week("08:30-17:30"), always);

    for (CalendarContent content : List.of(empty, neverOpen)) {
      assertThat(desk.save(own, 0, new CalendarDraft("", content), "", local))
          .hasEntrySatisfying(
              "week", wrong -> assertThat(wrong.message()).isEqualTo("calendars.error.noTime"));
    }
    assertThat(desk.find(own, EstateScope.ALL)).isEmpty();
    assertThat(desk.of(estate).id()).isEqualTo(CalendarEdition.DEFAULT);
  }

  @Test
  void framesThatOverlapAndDaysThatComeTwiceAreToldBesideTheirField() {
    SpecialDay day = new SpecialDay(LocalDate.of(2028, 1, 1), SpecialDay.Kind.HOLIDAY, "元旦");
    SpecialDay named =
        new SpecialDay(LocalDate.of(2029, 1, 1), SpecialDay.Kind.MAKE_UP, "长".repeat(31));
    CalendarContent content =
        new CalendarContent(
            WorkingCalendar.CHINA, week("08:30-12:00", "11:00-18:00"), List.of(day, day, named));

    assertThat(desk.save(own, 0, new CalendarDraft("", content), "长".repeat(201), local))
        .containsOnlyKeys(
            "note", "week-1", "week-2", "week-3", "week-4", "week-5", "days-2028", "days-2029");
  }

  @Test
  void staleFormChangesNothing() {
    assertThat(desk.save(own, 0, draft("08:00-17:00"), "", local)).isEmpty();
    assertThat(desk.save(own, 1, draft("09:00-17:00"), "", local)).isEmpty();

    assertThat(desk.save(own, 1, draft("10:00-17:00"), "", local).get("version"))
        .extracting(Wrong::message)
        .isEqualTo("rules.error.stale");
    assertThat(desk.save(own, 2, draft("09:00-17:00"), "", local).get("version"))
        .extracting(Wrong::message)
        .isEqualTo("rules.error.unchanged");
    assertThat(desk.of(estate).content()).isEqualTo(draft("09:00-17:00").content());
  }

  @Test
  void administratorsOfAnEstateChangeItsCalendarAndNoOther() {
    EstateId foreign = SampleEstates.another(estates).requireId();
    String theirs = CalendarDesk.own(foreign);
    assertThat(desk.save(theirs, 0, draft("08:00-17:00"), "", COMPANY)).isEmpty();

    assertThat(desk.find(theirs, local.scope())).isEmpty();
    assertThat(desk.history(theirs, local.scope())).isEmpty();
    assertThat(desk.all(local.scope())).extracting(CalendarEdition::id).doesNotContain(theirs);
    for (String id : List.of(theirs, CalendarEdition.DEFAULT, "")) {
      assertThatThrownBy(() -> desk.save(id, 1, draft("01:00-02:00"), "", local))
          .isInstanceOf(AccessDeniedException.class);
    }
    assertThat(desk.assign(foreign, CalendarEdition.DEFAULT, theirs, local)).containsKey("estate");
    assertThat(desk.assign(estate, theirs, CalendarEdition.DEFAULT, COMPANY)).containsKey("estate");
  }

  @Test
  void anEstateIsGivenACalendarOfTheCompanyUnlessAnotherWasFaster() {
    CalendarDraft night = new CalendarDraft("夜班 " + estate, draft("00:00-24:00").content());
    assertThat(desk.save("", 0, night, "", COMPANY)).isEmpty();
    String id =
        desk.all(local.scope()).stream()
            .filter(edition -> edition.name().equals(night.name()))
            .map(CalendarEdition::id)
            .findFirst()
            .orElseThrow();

    assertThat(desk.assign(estate, id, "other", local)).containsKey("estate");
    assertThat(desk.assign(estate, id, CalendarEdition.DEFAULT, local)).isEmpty();

    assertThat(desk.of(estate).id()).isEqualTo(id);
    assertThat(calendars(open())).containsOnly(id + " v1");
    assertThat(audit("estate-calendar:" + estate))
        .singleElement()
        .satisfies(details -> assertThat(details).contains("default", id));
  }

  private static CalendarDraft draft(String... frames) {
    return new CalendarDraft(
        "", new CalendarContent(WorkingCalendar.CHINA, week(frames), List.of()));
  }

  private static Map<DayOfWeek, List<Frame>> week(String... frames) {
    Map<DayOfWeek, List<Frame>> week = new EnumMap<>(DayOfWeek.class);
    for (int day = 1; day <= 5; day++) {
      week.put(DayOfWeek.of(day), List.of(frames).stream().map(Frame::parse).toList());
    }
    return week;
  }

  private List<String> calendars(Ticket ticket) {
    return jdbc.sql(
            "SELECT CONCAT(calendar_id, ' v', calendar_version) FROM ticket_clock WHERE ticket = ?")
        .param(ticket.number().value())
        .query(String.class)
        .list();
  }
}
