package cn.wuye.hotline.backend.deadline;

import static cn.wuye.hotline.backend.deadline.rule.PauseReason.WAITING_FOR_RESIDENT;

import cn.wuye.hotline.backend.deadline.HistoryEvent.Created;
import cn.wuye.hotline.backend.deadline.HistoryEvent.Paused;
import cn.wuye.hotline.backend.deadline.HistoryEvent.ProfileChanged;
import cn.wuye.hotline.backend.deadline.HistoryEvent.Reached;
import cn.wuye.hotline.backend.deadline.HistoryEvent.TaskEnded;
import cn.wuye.hotline.backend.deadline.HistoryEvent.TaskOpened;
import cn.wuye.hotline.backend.deadline.calendar.Frame;
import cn.wuye.hotline.backend.deadline.calendar.SpecialDay;
import cn.wuye.hotline.backend.deadline.calendar.WorkingCalendar;
import cn.wuye.hotline.backend.deadline.rule.PauseReason;
import cn.wuye.hotline.backend.deadline.rule.TicketProfile;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.Urgency;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times and histories in words, in the week of Monday 2026-03-02, UTC: {@code Mon 09:30}, {@code
 * Tue+1 07:00:01} for the week after.
 */
final class Week {
  static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  /** Mon–Fri 07:00–16:00. */
  static final WorkingCalendar PLAIN = calendar("07:00-16:00");

  static final TicketProfile GENERAL =
      new TicketProfile(Kind.COMPLAINT, "facilities", "lift", Urgency.GENERAL, null, "");

  private static final Pattern TIME =
      Pattern.compile("(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(\\+\\d)? (\\d\\d:\\d\\d(?::\\d\\d)?)");

  private Week() {}

  static WorkingCalendar calendar(String... frames) {
    return new WorkingCalendar(ZoneOffset.UTC, week(frames), Map.of());
  }

  private static Map<DayOfWeek, List<Frame>> week(String... frames) {
    Map<DayOfWeek, List<Frame>> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.compareTo(DayOfWeek.FRIDAY) <= 0) {
        week.put(day, List.of(frames).stream().map(Frame::parse).toList());
      }
    }
    return week;
  }

  /** The plain calendar, on one day of the week without any frame. */
  static WorkingCalendar without(DayOfWeek day) {
    Map<DayOfWeek, List<Frame>> week = week("07:00-16:00");
    week.put(day, List.of());
    return new WorkingCalendar(ZoneOffset.UTC, week, Map.of());
  }

  /** The plain calendar with one special day. */
  static WorkingCalendar with(String day, SpecialDay.Kind kind) {
    return PLAIN.with(List.of(new SpecialDay(date(day), kind, "清明节")));
  }

  static LocalDate date(String day) {
    return LocalDateTime.ofInstant(time(day + " 00:00"), ZoneOffset.UTC).toLocalDate();
  }

  static Instant time(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no time: " + text);
    }
    int day = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun").indexOf(matcher.group(1));
    int week = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2).substring(1));
    return MONDAY
        .plusDays(day + 7L * week)
        .atTime(LocalTime.parse(matcher.group(3)))
        .toInstant(ZoneOffset.UTC);
  }

  static String text(Instant instant) {
    LocalDateTime at = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    long week = Math.floorDiv(at.toLocalDate().toEpochDay() - MONDAY.toEpochDay(), 7L);
    String day = at.getDayOfWeek().toString().substring(0, 3);
    return day.charAt(0)
        + day.substring(1).toLowerCase(Locale.ROOT)
        + (week == 0 ? "" : "+" + week)
        + " "
        + at.toLocalTime();
  }

  /**
   * A history like {@code Mon 09:30 created; Mon 10:00 paused; Mon 11:00 resumed; Mon 12:00
   * urgent}: milestones by their codes, urgencies for a change, {@code begun-by-us} for contact
   * that we began, {@code paused} with a reason or for the resident, {@code task-opened}, {@code
   * task-done} and {@code task-refused} with the number of the task and, opened for a company, its
   * code.
   */
  static TicketHistory history(String text) {
    List<HistoryEvent> events = new ArrayList<>();
    TicketProfile profile = GENERAL;
    for (String part : text.split("; ")) {
      String[] words = part.strip().split(" ");
      Instant at = time(words[0] + " " + words[1]);
      String what = words[2];
      if (what.equals("created") || what.equals("begun-by-us")) {
        profile = words.length > 3 ? profile.withUrgency(urgency(words[3])) : profile;
        events.add(new Created(at, profile, what.equals("created")));
      } else if (what.equals("paused")) {
        PauseReason reason =
            words.length > 3 ? Coded.of(PauseReason.class, words[3]) : WAITING_FOR_RESIDENT;
        events.add(new Paused(at, reason));
      } else if (what.equals("task-opened")) {
        String company = words.length > 4 ? words[4] : "";
        events.add(new TaskOpened(at, Integer.parseInt(words[3]), company));
      } else if (what.equals("task-done") || what.equals("task-refused")) {
        events.add(new TaskEnded(at, Integer.parseInt(words[3]), what.equals("task-done")));
      } else if (what.equals("category")) {
        profile = profile.withCategory(words[3], "");
        events.add(new ProfileChanged(at, profile));
      } else if (Coded.find(Urgency.class, what).isPresent()) {
        profile = profile.withUrgency(urgency(what));
        events.add(new ProfileChanged(at, profile));
      } else {
        events.add(new Reached(at, Coded.of(Milestone.class, what)));
      }
    }
    return new TicketHistory(events);
  }

  private static Urgency urgency(String code) {
    return Coded.of(Urgency.class, code);
  }
}
