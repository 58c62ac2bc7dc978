package cn.wuye.hotline.backend.deadline.chase;

import cn.wuye.hotline.backend.database.DatabaseFailure;
import cn.wuye.hotline.backend.deadline.store.TicketClocks;
import cn.wuye.hotline.backend.deadline.store.TicketClocks.Stretch;
import cn.wuye.hotline.backend.deadline.store.UnreadableDeadlines;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
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
  private static final int BATCH = 2000;

  private final TicketClocks clocks;

  FirstClocks(TicketClocks clocks) {
    this.clocks = clocks;
  }

  /**
   * Gives them to open tickets first, the newest before the older ones, then to all others.
   *
   * @param stopping whether the node stops: the rest is left to the next time
   */
  void give(BooleanSupplier stopping) {
    if (clocks.complete()) {
      return;
    }
    int given =
        give(State.OPEN, stopping)
            + give(EnumSet.complementOf(EnumSet.copyOf(State.OPEN)), stopping);
    if (given > 0) {
      log.info("{} tickets were given their clocks", given);
    }
  }

  private int give(Set<State> states, BooleanSupplier stopping) {
    int given = 0;
    Optional<Stretch> stretch = clocks.withoutClocks(Long.MAX_VALUE, BATCH, states);
    while (stretch.isPresent()) {
      for (TicketNumber ticket : stretch.get().without()) {
        if (stopping.getAsBoolean()) {
          return given;
        }
        given += begin(ticket) ? 1 : 0;
      }
      stretch = clocks.withoutClocks(stretch.get().from(), BATCH, states);
    }
    return given;
  }

  /** One ticket that cannot be understood must not keep the others from theirs. */
  private boolean begin(TicketNumber ticket) {
    try {
      return clocks.begin(ticket).isPresent();
    } catch (UnreadableDeadlines ofAllTickets) {
      throw ofAllTickets;
    } catch (RuntimeException failure) {
      if (DatabaseFailure.of(failure) == DatabaseFailure.AWAY) {
        throw failure;
      }
      log.error("ticket {} has no clocks; tried again with the next round", ticket, failure);
      return false;
    }
  }
}
