package cn.wuye.hotline.backend.message;

import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.util.Optional;

/**
 * Which tickets stand for something that many people were told of. Implemented by whoever keeps
 * incidents.
 */
public interface Announcements {
  /** What was announced, "3号楼停电"; empty for a ticket that is no incident's. */
  Optional<String> of(TicketNumber ticket);
}
