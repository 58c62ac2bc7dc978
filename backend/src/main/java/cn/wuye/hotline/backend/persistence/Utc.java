package cn.wuye.hotline.backend.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Instants in DATETIME(3) columns. They travel as UTC wall-clock values, so that neither the JVM's
 * nor the server's zone can move them.
 */
public final class Utc {
  private Utc() {}

  /** Now, with the precision that the database keeps. */
  public static Instant now(Clock clock) {
    return truncated(clock.instant());
  }

  /** Cut to milliseconds: DATETIME(3) would round, and the value read back would differ. */
  public static Instant truncated(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }

  /** As a query parameter. */
  public static LocalDateTime column(Instant instant) {
    return LocalDateTime.ofInstant(truncated(instant), ZoneOffset.UTC);
  }

  /** As the parameter of a column that may be null. */
  public static @Nullable LocalDateTime columnOrNull(@Nullable Instant instant) {
    return instant == null ? null : column(instant);
  }

  /** From a column that is never null. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    Instant instant = instantOrNull(row, column);
    if (instant == null) {
      throw new SQLException("column " + column + " is null");
    }
    return instant;
  }

  /** From a column that may be null. */
  public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    LocalDateTime value = row.getObject(column, LocalDateTime.class);
    return value == null ? null : value.toInstant(ZoneOffset.UTC);
  }
}
