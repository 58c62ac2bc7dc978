package cn.wuye.hotline.backend.deadline.calendar;

import java.time.Instant;

/**
 * A calendar as it was from some moment on. Changing a calendar makes a new version; tickets that
 * are under way keep theirs.
 *
 * @param id of the calendar, the same for all versions
 * @param version 1 or more
 * @param validFrom when it began to hold for new tickets
 */
public record CalendarVersion(String id, int version, Instant validFrom, WorkingCalendar calendar) {
  public CalendarVersion {
    if (id.isBlank() || version < 1) {
      throw new IllegalArgumentException(
          "a calendar has an id and a version of 1 or more, not '" + id + "' " + version);
    }
  }
}
