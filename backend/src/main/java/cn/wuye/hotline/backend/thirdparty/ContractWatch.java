package cn.wuye.hotline.backend.thirdparty;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.database.SchemaReady;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Looks for times that were missed, on every node: the ticket's lock decides who notices. */
@Component
class ContractWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ContractWatch.class);
  private static final int BATCH = 100;

  private final PartyJobs jobs;
  private final Misses misses;
  private final Transactions transactions;
  private final Clock clock;
  private final Periodically work;

  ContractWatch(
      PartyJobs jobs,
      Misses misses,
      Transactions transactions,
      DatabaseGate gate,
      ThirdPartyProperties properties,
      Clock clock) {
    this.jobs = jobs;
    this.misses = misses;
    this.transactions = transactions;
    this.clock = clock;
    this.work = new Periodically("contracts", properties.poll(), () -> gated(gate));
  }

  private void gated(DatabaseGate gate) {
    try {
      gate.run(this::round);
    } catch (DatabaseAwayException e) {
      log.debug("The times of third parties wait: {}", e.getMessage());
    }
  }

  /** Looks at all whose time has come; gives how many those were. */
  int round() {
    int looked = 0;
    for (PartyJob job : jobs.toLookAt(Utc.now(clock), BATCH)) {
      try {
        transactions.run(
            () -> {
              misses.look(job.task());
              return true;
            });
        looked++;
      } catch (RuntimeException e) {
        // The others come all the same; this one again with the next round.
        log.error("the times of task {} could not be looked at", job.task(), e);
      }
    }
    return looked;
  }

  @EventListener
  @Order
  void on(SchemaReady ready) {
    work.start();
  }

  @Override
  public void close() {
    work.close();
  }
}
