package cn.wuye.hotline.backend.ticket.api;

import cn.wuye.hotline.backend.ticket.DutyReason;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.ticket.Verb;
import cn.wuye.hotline.backend.ticket.api.TicketRequest.PlaceRequest;
import cn.wuye.hotline.backend.ticket.api.TicketRequest.ReporterRequest;
import org.jspecify.annotations.Nullable;

/** The bodies of requests that change a ticket; each carries the version the client has seen. */
final class ChangeRequests {
  /** Longest reason and note, in characters. */
  static final int MAX_WORDS = 4000;

  private ChangeRequests() {}

  /** Changes what the ticket says; what is not there stays. */
  record Amendment(
      @Nullable Long version,
      @Nullable Kind kind,
      @Nullable String category,
      @Nullable String subcategory,
      @Nullable Urgency urgency,
      @Nullable String text,
      @Nullable PlaceRequest place,
      @Nullable ReporterRequest reporter) {
    TicketRequest said() {
      return new TicketRequest(kind, category, subcategory, urgency, text, place, reporter);
    }
  }

  /**
   * Moves the ticket to another state.
   *
   * @param duplicateOf needed for {@link Verb#MARK_DUPLICATE}
   * @param dutyReason needed for {@link Verb#DECLINE}
   */
  record Transition(
      @Nullable Long version,
      @Nullable Verb verb,
      @Nullable String reason,
      @Nullable TicketNumber duplicateOf,
      @Nullable DutyReason dutyReason) {}

  /** Writes something down. */
  record Note(@Nullable String text) {}
}
