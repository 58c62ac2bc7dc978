package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.ticket.ChangeResult;
import cn.wuye.hotline.backend.ticket.Ticket;
import java.util.List;

/** How a wish about a job ended. Only the first changed anything. */
public sealed interface Outcome {
  /** Done; or nothing had to be done, because it was like that already. */
  record Done(Ticket ticket) implements Outcome {}

  /** There is no such ticket or task for the one who asks. */
  record Unknown(String what) implements Outcome {}

  /** Somebody else was faster; nothing is lost. */
  record Stale(ChangeResult.Stale changed) implements Outcome {}

  /**
   * It cannot be done.
   *
   * @param arguments of the sentence: the ticket's number first; logins are for {@code people}
   * @param person whether the second argument is a login
   */
  record Refused(Refusal why, List<String> arguments, boolean person) implements Outcome {}
}
