package cn.wuye.hotline.backend.deadline.chase;

import cn.wuye.hotline.backend.database.DatabaseFailure;
import cn.wuye.hotline.backend.deadline.store.TicketClocks;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives their clocks to tickets that have none: those opened before there were any, and those that
 * came in past the application. What they have missed long ago is told nobody.
 */
@Component
class FirstClocks {
  private static final Logger log = LoggerFactory.getLogger(FirstClocks.class);
  private static final int BATCH = 200;

  private final TicketClocks clocks;

  FirstClocks(TicketClocks clocks) {
    this.clocks = clocks;
  }

  /**
   * @param stopping whether the node stops: the rest is left to the next time
   */
  void give(BooleanSupplier stopping) {
    long last = 0;
    int given = 0;
    for (List<TicketNumber> some = clocks.withoutClocks(last, BATCH);
        !some.isEmpty() && !stopping.getAsBoolean();
        some = clocks.withoutClocks(last, BATCH)) {
      for (TicketNumber ticket : some) {
        given += begin(ticket) ? 1 : 0;
        last = ticket.value();
      }
    }
    if (given > 0) {
      log.info("{} tickets were given their clocks", given);
    }
  }

  /** One ticket that cannot be understood must not keep the others from theirs. */
  private boolean begin(TicketNumber ticket) {
    try {
      return clocks.begin(ticket).isPresent();
    } catch (RuntimeException failure) {
      if (DatabaseFailure.of(failure) == DatabaseFailure.AWAY) {
        throw failure;
      }
      log.error("ticket {} has no clocks; tried again with the next round", ticket, failure);
      return false;
    }
  }
}
