package cn.wuye.hotline.backend.user;

import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.database.SchemaReady;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Removes sessions that have ended; on every node, doing it twice does no harm. */
@Component
class ExpiredSessions {
  private static final Logger log = LoggerFactory.getLogger(ExpiredSessions.class);
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private final JdbcIndexedSessionRepository sessions;
  private final Periodically rounds = new Periodically("ended-sessions", PAUSE, this::remove);

  ExpiredSessions(JdbcIndexedSessionRepository sessions) {
    this.sessions = sessions;
  }

  @EventListener
  void start(SchemaReady now) {
    rounds.start();
  }

  @PreDestroy
  void stop() {
    rounds.close();
  }

  private void remove() {
    try {
      sessions.cleanUpExpiredSessions();
    } catch (DataAccessException | TransactionException away) {
      log.info(
          "ended sessions not removed ({}); tried again in {} min",
          away.getMessage(),
          PAUSE.toMinutes());
    }
  }
}
