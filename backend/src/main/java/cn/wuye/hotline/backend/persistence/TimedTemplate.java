package cn.wuye.hotline.backend.persistence;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps a transaction from living too long by refusing its next statement. A statement itself is
 * ended by the server's limit of waiting for a lock or by the connection's time-out. Spring's own
 * template gives each statement what is left of the transaction's time; the driver then wakes a
 * thread for every one of them, which was a third of what opening a ticket cost.
 */
final class TimedTemplate extends JdbcTemplate {
  private final DataSource source;

  TimedTemplate(DataSource source) {
    super(source);
    this.source = source;
  }

  /**
   * @throws org.springframework.transaction.TransactionTimedOutException when the time is over
   */
  @Override
  protected void applyStatementSettings(Statement statement) throws SQLException {
    if (TransactionSynchronizationManager.getResource(source) instanceof ConnectionHolder holder
        && holder.hasTimeout()) {
      holder.getTimeToLiveInMillis();
    }
  }
}
