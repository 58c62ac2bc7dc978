package cn.wuye.hotline.backend.user;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Removes sessions that have ended; on every node, doing it twice does no harm. */
@Component
class ExpiredSessions {
  private static final Logger log = LoggerFactory.getLogger(ExpiredSessions.class);

  private final JdbcIndexedSessionRepository sessions;

  ExpiredSessions(JdbcIndexedSessionRepository sessions) {
    this.sessions = sessions;
  }

  @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT5M")
  void remove() {
    try {
      sessions.cleanUpExpiredSessions();
    } catch (DataAccessException | TransactionException away) {
      log.info("ended sessions not removed, tried again in 5 minutes: {}", away.getMessage());
    }
  }
}
