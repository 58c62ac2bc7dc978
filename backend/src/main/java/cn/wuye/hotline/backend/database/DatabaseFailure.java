package cn.wuye.hotline.backend.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What a failure of database work means for whoever wanted it done. */
public enum DatabaseFailure {
  /** The database is not there: nothing will work until it is back. */
  AWAY,
  /** This attempt failed (deadlock, someone else was faster): the same work may succeed now. */
  RETRY,
  /** The work itself is refused: trying again does not help. */
  REFUSED;

  /** Classifies a failure by it and its causes. */
  public static DatabaseFailure of(Throwable failure) {
    boolean retry = false;
    for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
      if (isAway(t)) {
        return AWAY;
      }
      retry |= t instanceof TransientDataAccessException || t instanceof SQLTransientException;
    }
    return retry ? RETRY : REFUSED;
  }

  /**
   * Of several pieces of work one has failed: goes on when it would fail whenever it is tried, so
   * that it keeps no others.
   *
   * @throws RuntimeException {@code failure} itself, unless it is {@link #REFUSED}
   */
  public static void requireRefused(RuntimeException failure) {
    if (of(failure) != REFUSED) {
      throw failure;
    }
  }

  private static boolean isAway(Throwable t) {
    return t instanceof DatabaseAwayException
        || t instanceof DataAccessResourceFailureException
        || t instanceof RecoverableDataAccessException
        || t instanceof CannotCreateTransactionException
        || t instanceof SQLNonTransientConnectionException
        || t instanceof SQLTransientConnectionException
        || t instanceof SQLRecoverableException
        || (t instanceof SQLException sql
            && sql.getSQLState() != null
            && sql.getSQLState().startsWith("08"));
  }
}
