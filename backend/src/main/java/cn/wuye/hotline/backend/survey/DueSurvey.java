package cn.wuye.hotline.backend.survey;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import org.jspecify.annotations.Nullable;

/**
 * A survey that is due.
 *
 * @param call its id, the number that is called, since when it is due, and how much it presses
 * @param attempt the number of the attempt that {@link CallPlan#take} begins, from 1
 * @param round which solution of the ticket she is asked about, from 1
 * @param estate null while the ticket's place is unknown
 * @param dialect in which she is spoken to, a code of the catalogue; the empty string for the
 *     estate's
 */
public record DueSurvey(
    DueCall call,
    int attempt,
    TicketNumber ticket,
    int round,
    @Nullable EstateId estate,
    String dialect)
    implements PlannedCall {
  /** The survey's. */
  public long id() {
    return call.id();
  }

  /** The channel of this attempt: unique, and the same on every node. */
  public String channelId() {
    return PlacedCall.id(id(), attempt);
  }
}
