package cn.wuye.hotline.backend.deadline.pause;

import cn.wuye.hotline.backend.deadline.rule.PauseReason;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.util.Set;

/** How a wish to pause a ticket, or to let it go on, ended. Only the first changed anything. */
public sealed interface PauseResult {
  /** Done. */
  record Done(TicketNumber number) implements PauseResult {}

  /** There is no such ticket for the one who asks. */
  record Unknown(TicketNumber number) implements PauseResult {}

  /**
   * Nothing of it would stand still for this reason: the rule does not name it, its longest time is
   * used up, or nothing is waited for that may be paused.
   *
   * @param allowed the reasons for which something would
   */
  record Refused(TicketNumber number, PauseReason reason, Set<PauseReason> allowed)
      implements PauseResult {}

  /** It is paused already; going on comes first. */
  record AlreadyPaused(TicketNumber number) implements PauseResult {}

  /** It is not paused. */
  record NotPaused(TicketNumber number) implements PauseResult {}
}
