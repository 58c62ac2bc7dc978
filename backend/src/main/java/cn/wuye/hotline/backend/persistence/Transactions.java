package cn.wuye.hotline.backend.persistence;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work in a transaction, and the whole of it again when the database chose it as the victim.
 */
@Component
public class Transactions {
  private static final Logger log = LoggerFactory.getLogger(Transactions.class);
  private static final int ATTEMPTS = 5;
  // Deadlocks are found at once; who waited this long for a lock has kept somebody waiting enough.
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

  private final TransactionTemplate template;

  Transactions(PlatformTransactionManager manager) {
    this.template = new TransactionTemplate(manager);
  }

  /**
   * Joins the caller's transaction if there is one; then nothing is repeated here, because only the
   * whole can be.
   *
   * @param work may run several times
   */
  public <T> T run(Supplier<T> work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      return work.get();
    }
    long begin = System.nanoTime();
    for (int attempt = 1; ; attempt++) {
      try {
        return template.execute(status -> work.get());
      } catch (OptimisticLockingFailureException changedMeanwhile) {
        throw changedMeanwhile;
      } catch (PessimisticLockingFailureException victim) {
        if (attempt == ATTEMPTS || System.nanoTime() - begin > PATIENCE) {
          throw victim;
        }
        log.info("deadlock or lock time-out, running the transaction again: {}", attempt);
      }
    }
  }
}
