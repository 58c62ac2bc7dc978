package cn.wuye.hotline.backend.message.outbox;

import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.database.SchemaReady;
import cn.wuye.hotline.backend.message.voice.VoiceProperties;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/** The threads of this node that phone: each is busy as long as its call lasts. */
@Component
class CallWorkers {
  private static final Logger log = LoggerFactory.getLogger(CallWorkers.class);

  private final Phoning phoning;
  private final List<Periodically> workers;

  CallWorkers(Phoning phoning, VoiceProperties voice, OutboxProperties properties) {
    this.phoning = phoning;
    this.workers =
        IntStream.rangeClosed(1, voice.enabled() ? voice.calls() : 0)
            // Of several, one is kept for emergencies: they do not wait for a chat to end.
            .mapToObj(n -> worker(n, n == 1 && voice.calls() > 1, properties))
            .toList();
  }

  private Periodically worker(int n, boolean emergencies, OutboxProperties properties) {
    return new Periodically("phoning-" + n, properties.pause(), () -> round(emergencies));
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
    workers.forEach(Periodically::close);
  }

  private void round(boolean emergencies) {
    try {
      if (phoning.phoneNext(emergencies)) {
        // Another may be due; a round is one call, so that whoever watches the jobs sees them move.
        workers.forEach(Periodically::now);
      }
    } catch (DataAccessException | TransactionException away) {
      log.info("calls wait, the database is away: {}", away.getMessage());
    }
  }
}
