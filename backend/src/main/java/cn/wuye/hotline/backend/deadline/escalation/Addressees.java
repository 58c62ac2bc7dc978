package cn.wuye.hotline.backend.deadline.escalation;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who fills the roles of the ladder for a ticket. */
public interface Addressees {
  /**
   * The logins of those who are told; none when nobody fills the role. Nothing of the ticket
   * matters but its estate, and its owner or its department where the role is theirs.
   */
  List<String> of(Role role, Ticket ticket);

  /**
   * The logins of those who fill a role for one of the ticket's tasks; none: it is told those of
   * the ticket.
   *
   * @param task its number among the ticket's tasks, from 1
   */
  default List<String> ofHelper(
      Role role, TicketNumber ticket, int task, @Nullable EstateId estate) {
    return List.of();
  }
}
