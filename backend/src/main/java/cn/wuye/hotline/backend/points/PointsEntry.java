package cn.wuye.hotline.backend.points;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the ledger; none is ever changed.
 *
 * @param resident null when nobody is known who could have the points: then they are 0
 * @param ticket that the thanks are for; null of a correction
 * @param estate of the ticket
 * @param points more than 0 for thanks; any number but 0 of a correction
 * @param reason of a correction; empty string of thanks
 * @param by login of who corrected; empty string of thanks
 */
public record PointsEntry(
    long id,
    @Nullable Long resident,
    @Nullable TicketNumber ticket,
    @Nullable EstateId estate,
    int points,
    String reason,
    String by,
    Instant at) {
  /** Whether a person has entered it. */
  public boolean correction() {
    return !by.isEmpty();
  }
}
