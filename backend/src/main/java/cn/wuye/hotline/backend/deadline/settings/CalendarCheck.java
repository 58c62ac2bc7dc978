package cn.wuye.hotline.backend.deadline.settings;

import cn.wuye.hotline.backend.deadline.calendar.CalendarContent;
import cn.wuye.hotline.backend.deadline.calendar.Frame;
import cn.wuye.hotline.backend.deadline.calendar.SpecialDay;
import cn.wuye.hotline.backend.deadline.calendar.WorkingCalendar;
import cn.wuye.hotline.backend.deadline.rule.Target;
import cn.wuye.hotline.backend.deadline.settings.Wrong.Term;
import cn.wuye.hotline.backend.persistence.Text;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a calendar can be kept as it is written. */
final class CalendarCheck {
  private static final int MOST_FRAMES = 6;
  private static final int MOST_DAYS = 2000;
  private static final int LONGEST_DAY_NAME = 30;
  private static final Duration A_YEAR = Duration.ofDays(366);

  private CalendarCheck() {}

  /**
   * What is wrong with it, by field: {@code week-1} … {@code week-7}, {@code week}, {@code
   * days-2026}, {@code note}, {@code name}.
   *
   * @param named whether it may go without a name of its own
   * @param targets of all rules that hold now
   */
  static Map<String, Wrong> of(
      CalendarDraft draft, boolean named, String note, Collection<Target> targets, Instant now) {
    Map<String, Wrong> wrong = new LinkedHashMap<>();
    RuleCheck.name("name", draft.name(), named, wrong);
    int length = Text.length(note.strip());
    if (length > RuleCheck.LONGEST_NOTE) {
      wrong.put("note", Wrong.of("error.tooLong", RuleCheck.LONGEST_NOTE, length));
    }
    CalendarContent content = draft.content();
    content.week().forEach((day, frames) -> week(day, frames, wrong));
    days(content.days(), wrong);
    if (content.week().values().stream().allMatch(List::isEmpty)) {
      wrong.put("week", Wrong.of("calendars.error.noTime"));
    }
    if (wrong.isEmpty()) {
      time(content.calendar(), targets, now, wrong);
    }
    return wrong;
  }

  private static void week(DayOfWeek day, List<Frame> frames, Map<String, Wrong> wrong) {
    String field = "week-" + day.getValue();
    if (frames.size() > MOST_FRAMES) {
      wrong.put(field, Wrong.of("calendars.error.frames", MOST_FRAMES));
    }
    List<Frame> ordered = frames.stream().sorted().toList();
    for (int i = 1; i < ordered.size(); i++) {
      if (ordered.get(i).from() < ordered.get(i - 1).to()) {
        wrong.put(
            field,
            Wrong.of(
                "calendars.error.overlap",
                ordered.get(i - 1).toString(),
                ordered.get(i).toString()));
      }
    }
  }

  private static void days(List<SpecialDay> days, Map<String, Wrong> wrong) {
    Set<LocalDate> seen = new HashSet<>();
    for (SpecialDay day : days) {
      String field = "days-" + day.date().getYear();
      if (!seen.add(day.date())) {
        wrong.putIfAbsent(field, Wrong.of("calendars.error.twice", day.date().toString()));
      }
      if (Text.length(day.name()) > LONGEST_DAY_NAME) {
        wrong.putIfAbsent(
            field, Wrong.of("calendars.error.dayName", day.date().toString(), LONGEST_DAY_NAME));
      }
    }
    if (days.size() > MOST_DAYS) {
      wrong.put("days", Wrong.of("calendars.error.tooMany", MOST_DAYS));
    }
  }

  private static void time(
      WorkingCalendar calendar, Collection<Target> targets, Instant now, Map<String, Wrong> wrong) {
    // Holidays may leave nothing of a week that has working time.
    long start = now.toEpochMilli();
    if (calendar.between(start, start + A_YEAR.toMillis()) == 0) {
      wrong.put("week", Wrong.of("calendars.error.noTime"));
      return;
    }
    Optional<Target> beyond = Reach.beyond(targets, calendar, now);
    beyond.ifPresent(
        target ->
            wrong.put("week", Wrong.of("calendars.error.beyond", new Term("clock", target.id()))));
  }
}
