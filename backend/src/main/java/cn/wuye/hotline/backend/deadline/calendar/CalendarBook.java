package cn.wuye.hotline.backend.deadline.calendar;

import cn.wuye.hotline.backend.estate.EstateId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which calendar holds for an estate, and which version of it at what time. */
public final class CalendarBook {
  private final Map<String, Calendar> calendars = new TreeMap<>();
  private final Map<EstateId, NavigableMap<Instant, String>> ofEstates = new HashMap<>();
  private final String otherwise;

  /**
   * @param versions all versions of all calendars
   * @param ofEstates the calendar ids of the estates that have one of their own
   * @param otherwise the id of the calendar of all others
   * @throws IllegalArgumentException when an id has no calendar, or a version comes twice
   */
  public CalendarBook(
      List<CalendarVersion> versions, Map<EstateId, String> ofEstates, String otherwise) {
    this(
        versions,
        ofEstates.entrySet().stream()
            .map(each -> new EstateCalendar(each.getKey(), Instant.MIN, each.getValue()))
            .toList(),
        otherwise);
  }

  /**
   * @param versions all versions of all calendars
   * @param ofEstates which calendar an estate has from when on; before, and where there is none, it
   *     has that of all others
   * @param otherwise the id of the calendar of all others
   * @throws IllegalArgumentException when an id has no calendar, or a version comes twice
   */
  public CalendarBook(
      List<CalendarVersion> versions, List<EstateCalendar> ofEstates, String otherwise) {
    Map<String, List<CalendarVersion>> byId = new HashMap<>();
    versions.forEach(v -> byId.computeIfAbsent(v.id(), id -> new ArrayList<>()).add(v));
    byId.forEach((id, all) -> calendars.put(id, Calendar.of(all)));
    this.otherwise = otherwise;
    for (EstateCalendar each : ofEstates) {
      known(each.calendar(), "estate " + each.estate());
      this.ofEstates
          .computeIfAbsent(each.estate(), estate -> new TreeMap<>())
          .put(each.validFrom(), each.calendar());
    }
    known(otherwise, "estates without a calendar of their own");
  }

  /** One calendar for all, from the beginning of time. */
  public static CalendarBook of(WorkingCalendar calendar) {
    return new CalendarBook(
        List.of(new CalendarVersion("default", 1, Instant.EPOCH, calendar)),
        List.<EstateCalendar>of(),
        "default");
  }

  /**
   * The calendar of an estate for what began at a moment. A calendar that is younger than that
   * holds from its first version on: better than none.
   *
   * @param estate null while unknown
   */
  public CalendarInForce find(@Nullable EstateId estate, Instant at) {
    return known(idOf(estate, at), "estate " + estate).inForce(at);
  }

  /** A version that some clock keeps; empty when it is not known. */
  public Optional<CalendarInForce> version(String id, int version) {
    Calendar calendar = calendars.get(id);
    return calendar == null
        ? Optional.empty()
        : calendar.versions.stream().filter(v -> v.version().version() == version).findFirst();
  }

  private String idOf(@Nullable EstateId estate, Instant at) {
    NavigableMap<Instant, String> own = estate == null ? null : ofEstates.get(estate);
    Map.Entry<Instant, String> entry = own == null ? null : own.floorEntry(at);
    return entry == null ? otherwise : entry.getValue();
  }

  private Calendar known(String id, String user) {
    Calendar calendar = calendars.get(id);
    if (calendar == null) {
      throw new IllegalArgumentException(
          "there is no calendar '"
              + id
              + "', which is that of "
              + user
              + "; there are: "
              + String.join(", ", calendars.keySet()));
    }
    return calendar;
  }

  /** The versions of one calendar, oldest first. */
  private record Calendar(List<CalendarInForce> versions) {
    static Calendar of(List<CalendarVersion> all) {
      List<CalendarVersion> sorted =
          all.stream().sorted(Comparator.comparingInt(CalendarVersion::version)).toList();
      for (int i = 1; i < sorted.size(); i++) {
        CalendarVersion before = sorted.get(i - 1);
        CalendarVersion after = sorted.get(i);
        if (before.version() == after.version() || after.validFrom().isBefore(before.validFrom())) {
          throw new IllegalArgumentException(
              "calendar '"
                  + after.id()
                  + "': version "
                  + after.version()
                  + " must be new and not begin before version "
                  + before.version());
        }
      }
      return new Calendar(sorted.stream().map(CalendarInForce::new).toList());
    }

    CalendarInForce inForce(Instant at) {
      CalendarInForce found = versions.get(0);
      for (CalendarInForce version : versions) {
        if (!version.version().validFrom().isAfter(at)) {
          found = version;
        }
      }
      return found;
    }
  }
}
