package cn.wuye.hotline.backend.related.api;

import cn.wuye.hotline.backend.related.incident.Incident;
import cn.wuye.hotline.backend.related.likeness.Likeness;
import cn.wuye.hotline.backend.related.merge.Likelies.Likely;
import cn.wuye.hotline.backend.related.merge.Merge;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket has to do with others.
 *
 * @param version of the ticket
 * @param head the ticket that goes on in the end; the ticket itself unless it is merged
 * @param repeatOf the earlier one that it repeats
 * @param repeatedBy those that repeat it
 * @param merge how it was merged; null for one that stands for itself
 * @param merged those that go on as this one
 * @param candidates open ones that may be the same, the likeliest first
 * @param incident what callers hear; null when it stands for none
 */
record RelatedView(
    TicketNumber number,
    long version,
    State state,
    TicketNumber head,
    @Nullable TicketNumber repeatOf,
    List<TicketNumber> repeatedBy,
    @Nullable MergeView merge,
    List<TicketNumber> merged,
    List<CandidateView> candidates,
    @Nullable IncidentView incident) {

  /** How it was merged, and where it stood before. */
  record MergeView(TicketNumber survivor, State before, Instant at, String by) {
    static MergeView of(Merge merge) {
      return new MergeView(merge.survivor(), merge.before(), merge.at(), merge.by());
    }
  }

  /**
   * One that may be the same.
   *
   * @param points 0–100
   */
  record CandidateView(
      TicketNumber number, State state, String text, int points, List<ReasonView> reasons) {
    static CandidateView of(Likely likely) {
      return new CandidateView(
          likely.number(),
          likely.state(),
          likely.text(),
          likely.likeness().points(),
          likely.likeness().reasons().stream().map(ReasonView::of).toList());
    }
  }

  /** Why there are so many points. */
  record ReasonView(String finding, int points, int most, int percent) {
    static ReasonView of(Likeness.Reason reason) {
      return new ReasonView(
          reason.finding().code(), reason.points(), reason.most(), reason.percent());
    }
  }

  /**
   * What callers hear.
   *
   * @param version of the announcement, to be sent back with changes
   * @param open whether they hear it now
   * @param heard how many calls have heard it
   */
  record IncidentView(
      long version,
      boolean open,
      String announcement,
      List<String> buildings,
      @Nullable Instant expectedEnd,
      Instant declaredAt,
      String declaredBy,
      int heard) {
    static IncidentView of(Incident incident, int heard) {
      return new IncidentView(
          incident.version(),
          incident.open(),
          incident.announcement().words(),
          incident.announcement().buildings(),
          incident.announcement().expectedEnd(),
          incident.declaredAt(),
          incident.declaredBy(),
          heard);
    }
  }
}
