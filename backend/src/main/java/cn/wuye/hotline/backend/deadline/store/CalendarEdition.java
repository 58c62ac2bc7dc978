package cn.wuye.hotline.backend.deadline.store;

import cn.wuye.hotline.backend.deadline.calendar.CalendarContent;
import cn.wuye.hotline.backend.deadline.calendar.CalendarVersion;
import java.time.Instant;

/**
 * A version of a calendar as people wrote it down, and who did.
 *
 * @param validFrom for what begins then or later
 * @param author {@code user:<login>} or {@code system:<part>}
 * @param note why, may be empty
 * @param name what people call the calendar; empty: what its id is called in the message bundles
 */
public record CalendarEdition(
    String id,
    int version,
    Instant validFrom,
    CalendarContent content,
    String author,
    Instant createdAt,
    String note,
    String name) {
  /** The calendar of estates that have none of their own. */
  public static final String DEFAULT = "default";

  /** A version without a name of its own. */
  CalendarEdition(
      String id,
      int version,
      Instant validFrom,
      CalendarContent content,
      String author,
      Instant createdAt,
      String note) {
    this(id, version, validFrom, content, author, createdAt, note, "");
  }

  CalendarVersion ready() {
    return new CalendarVersion(id, version, validFrom, content.calendar());
  }
}
