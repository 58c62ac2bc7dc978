package cn.wuye.hotline.backend.deadline.settings;

import cn.wuye.hotline.backend.deadline.calendar.CalendarContent;
import cn.wuye.hotline.backend.deadline.settings.Wrong.Term;
import cn.wuye.hotline.backend.deadline.store.CalendarEdition;
import cn.wuye.hotline.backend.deadline.store.DeadlineBook;
import cn.wuye.hotline.backend.deadline.store.DeadlineBooks;
import cn.wuye.hotline.backend.estate.EstateId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which calendars are in use. */
@Component
class CalendarsNow {
  private final DeadlineBooks books;

  CalendarsNow(DeadlineBooks books) {
    this.books = books;
  }

  /**
   * A calendar with what people call it.
   *
   * @param name a text, or a {@link Term}
   */
  record Named(Object name, CalendarContent content) {}

  /** That of an estate; all when none is named. */
  List<Named> of(@Nullable EstateId estate, Instant now) {
    DeadlineBook book = books.current();
    Map<String, CalendarEdition> newest = newest(book.calendars());
    if (estate == null) {
      return newest.values().stream().map(CalendarsNow::named).toList();
    }
    CalendarEdition own =
        newest.get(book.calculator().calendars().find(estate, now).version().id());
    return own == null ? List.of() : List.of(named(own));
  }

  /** The newest version of each calendar. */
  static Map<String, CalendarEdition> newest(List<CalendarEdition> all) {
    Map<String, CalendarEdition> newest = new HashMap<>();
    for (CalendarEdition edition : all) {
      newest.merge(edition.id(), edition, (a, b) -> a.version() > b.version() ? a : b);
    }
    return newest;
  }

  private static Named named(CalendarEdition edition) {
    return new Named(
        edition.name().isEmpty() ? new Term("work-calendar", edition.id()) : edition.name(),
        edition.content());
  }
}
