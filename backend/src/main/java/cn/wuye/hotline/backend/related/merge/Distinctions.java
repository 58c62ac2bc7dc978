package cn.wuye.hotline.backend.related.merge;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.OtherMatters;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tickets that are two matters, however alike they look: somebody has said so. */
@Component
public class Distinctions implements OtherMatters {
  private final MergeRows rows;
  private final Tickets tickets;

  Distinctions(MergeRows rows, Tickets tickets) {
    this.rows = rows;
    this.tickets = tickets;
  }

  /** Those that are known not to be the same as this one. */
  public Set<TicketNumber> of(TicketNumber ticket) {
    return Set.copyOf(rows.distinctFrom(ticket));
  }

  @Override
  public void note(TicketNumber ticket, TicketNumber earlier, Actor by) {
    boolean both =
        tickets.find(ticket, EstateScope.ALL).isPresent()
            && tickets.find(earlier, EstateScope.ALL).isPresent();
    if (both && !ticket.equals(earlier)) {
      rows.distinct(ticket, earlier, by);
    }
  }
}
