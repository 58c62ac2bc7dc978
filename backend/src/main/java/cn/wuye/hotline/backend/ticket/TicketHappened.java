package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.estate.EstateId;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to a ticket; published inside the transaction of the change. The same stands
 * in the timeline, which is what other nodes follow.
 *
 * @param now the ticket as it is written, for whoever looks at it before anything else happens
 */
public record TicketHappened(Ticket now, Actor actor, Happening what) {
  public TicketNumber ticket() {
    return now.number();
  }

  /** Null while unknown. */
  public @Nullable EstateId estate() {
    return now.contents().place().estateId();
  }
}
