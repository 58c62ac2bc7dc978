package cn.wuye.hotline.backend.related.merge;

import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tickets that are two matters, however alike they look: somebody has said so. */
@Component
public class Distinctions {
  private final MergeRows rows;

  Distinctions(MergeRows rows) {
    this.rows = rows;
  }

  /** Those that are known not to be the same as this one. */
  public Set<TicketNumber> of(TicketNumber ticket) {
    return Set.copyOf(rows.distinctFrom(ticket));
  }
}
