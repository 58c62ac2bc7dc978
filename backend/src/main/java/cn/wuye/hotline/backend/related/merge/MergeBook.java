package cn.wuye.hotline.backend.related.merge;

import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.TicketHappened;
import cn.wuye.hotline.backend.ticket.Verb;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notes every merge in the transaction that makes it, whichever way it came about, so that each can
 * be taken back.
 */
@Component
class MergeBook {
  private final MergeRows rows;

  MergeBook(MergeRows rows) {
    this.rows = rows;
  }

  @EventListener
  void on(TicketHappened happened) {
    if (happened.what() instanceof Happening.StateChanged change) {
      if (change.to() == State.DUPLICATE) {
        change
            .duplicateOf()
            .ifPresent(
                survivor -> rows.add(happened.ticket(), survivor, change.from(), happened.actor()));
      } else if (change.from() == State.DUPLICATE && change.verb() == Verb.REOPEN) {
        rows.undone(happened.ticket(), happened.actor());
      }
    } else if (happened.what() instanceof Happening.MergeUndone undone) {
      rows.undone(happened.ticket(), happened.actor());
      // What a person took apart the machine does not put together again.
      rows.distinct(happened.ticket(), undone.survivor(), happened.actor());
    }
  }
}
