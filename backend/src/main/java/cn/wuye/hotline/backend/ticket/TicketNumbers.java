package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands out ticket numbers, unique over all nodes; gaps are allowed, doubles are not. */
@Component
public class TicketNumbers {
  private static final Logger log = LoggerFactory.getLogger(TicketNumbers.class);
  private static final int BLOCK = 50;

  private final JdbcClient jdbc;
  private final TransactionTemplate ownTransaction;
  private final Clock clock;
  private final String node;
  private @Nullable NumberRange block;
  private long used;

  TicketNumbers(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Clock clock,
      HotlineProperties properties) {
    this.jdbc = jdbc;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
    this.node = properties.nodeId();
  }

  /**
   * Reserves a block for a node, for good: in a transaction of its own, so that it stays reserved
   * whatever the caller does next, and the lock is held for one round trip only.
   *
   * @param count 1–100,000
   */
  public NumberRange reserve(String node, int count) {
    if (count < 1 || count > 100_000) {
      throw new IllegalArgumentException("a range has 1 to 100,000 numbers, not " + count);
    }
    NumberRange range = ownTransaction.execute(status -> reserveNow(node, count));
    log.info(
        "node {} reserved ticket sequences {} to {}",
        node,
        range.firstSequence(),
        range.lastSequence());
    return range;
  }

  /**
   * The next number of this node. To be called outside a transaction: inside one it may need a
   * second connection, and a pool full of such callers would wait for itself.
   */
  public synchronized TicketNumber next() {
    NumberRange current = block;
    if (current == null || used >= current.size()) {
      current = reserve(node, BLOCK);
      block = current;
      used = 0;
    }
    return current.number(used++);
  }

  private NumberRange reserveNow(String node, int count) {
    long first =
        jdbc.sql("SELECT next FROM ticket_sequence WHERE name = 'ticket' FOR UPDATE")
            .query(Long.class)
            .single();
    jdbc.sql("UPDATE ticket_sequence SET next = :next WHERE name = 'ticket'")
        .param("next", first + count)
        .update();
    jdbc.sql(
            "INSERT INTO number_range (node, first_sequence, last_sequence, reserved_at)"
                + " VALUES (:node, :first, :last, :at)")
        .param("node", node)
        .param("first", first)
        .param("last", first + count - 1)
        .param("at", Utc.column(Utc.now(clock)))
        .update();
    return new NumberRange(first, first + count - 1);
  }
}
