package cn.wuye.hotline.backend.message.outbox;

import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.database.SchemaReady;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/** The threads of this node that send. Any number of them on any number of nodes work together. */
@Component
class Workers {
  private static final Logger log = LoggerFactory.getLogger(Workers.class);
  // A round ends now and then, so that whoever watches the jobs sees them move.
  private static final int MOST_A_ROUND = 50;

  // A message that a provider may have by now is noted as sent before the database goes away.
  private static final Duration LONGEST_SENDING = Duration.ofSeconds(35);

  private final Sender sender;
  private final List<Periodically> workers;
  private volatile boolean stopping;

  Workers(Sender sender, OutboxProperties properties) {
    this.sender = sender;
    this.workers =
        IntStream.rangeClosed(1, properties.workers())
            .mapToObj(n -> new Periodically("messages-" + n, properties.pause(), this::round))
            .toList();
  }

  @EventListener
  void start(SchemaReady now) {
    workers.forEach(Periodically::start);
  }

  @TransactionalEventListener(fallbackExecution = true)
  void look(JdbcOutbox.Told told) {
    workers.forEach(Periodically::now);
  }

  @PreDestroy
  void stop() {
    stopping = true;
    Periodically.close(workers, LONGEST_SENDING);
  }

  private void round() {
    try {
      int sent = 0;
      while (!stopping && sent < MOST_A_ROUND && sender.sendNext()) {
        sent++;
      }
    } catch (DataAccessException | TransactionException away) {
      log.info("messages wait, the database is away: {}", away.getMessage());
    }
  }
}
