package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Ticket;

/**
 * A member of staff who does something about a job.
 *
 * @param scope what he sees; what is outside does not exist for him
 * @param dispatches whether he may give work to others
 */
public record Doer(String login, EstateScope scope, boolean dispatches) {
  boolean sees(Ticket ticket) {
    return scope.sees(ticket.contents().place().estateId());
  }

  Actor actor() {
    return Actor.user(login);
  }
}
