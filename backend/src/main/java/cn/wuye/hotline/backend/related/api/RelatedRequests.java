package cn.wuye.hotline.backend.related.api;

import cn.wuye.hotline.backend.problem.FieldCheck;
import cn.wuye.hotline.backend.related.incident.Announcement;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The bodies of requests about tickets that have to do with each other. */
final class RelatedRequests {
  private RelatedRequests() {}

  /** Merges the ticket into the survivor. */
  record MergeRequest(
      @Nullable Long version, @Nullable TicketNumber survivor, @Nullable String reason) {}

  /** Takes a merge back. */
  record UndoRequest(@Nullable Long version, @Nullable String reason) {}

  /** They are two matters. */
  record DistinctRequest(@Nullable TicketNumber other) {}

  /** It is no incident. */
  record RevokeRequest(@Nullable Long version) {}

  /**
   * What callers are to hear.
   *
   * @param version of the announcement, where it is changed
   * @param buildings by the directory's names; none or left out for the whole estate
   * @param expectedEnd left out while nobody knows
   */
  record AnnouncementRequest(
      @Nullable Long version,
      @Nullable String announcement,
      @Nullable List<@Nullable String> buildings,
      @Nullable Instant expectedEnd) {
    /** The announcement; ends the request when it cannot be one. */
    Announcement checked(FieldCheck check) {
      check
          .required("announcement", announcement)
          .text("announcement", announcement, Announcement.MAX_WORDS);
      List<@Nullable String> named = buildings == null ? List.of() : buildings;
      named.forEach(building -> check.required("buildings", building));
      check.done();
      return new Announcement(
          Objects.requireNonNull(announcement).strip(),
          named.stream().map(Objects::requireNonNull).toList(),
          expectedEnd);
    }
  }
}
