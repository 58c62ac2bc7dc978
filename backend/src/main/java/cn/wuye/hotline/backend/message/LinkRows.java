package cn.wuye.hotline.backend.message;

import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of links of one kind. What is kept of a link does not open anything. */
public final class LinkRows {
  private final JdbcClient jdbc;
  private final String table;
  private final String key;
  private final Clock clock;

  /**
   * @param table of the links
   * @param key its column that says what a link opens
   */
  public LinkRows(JdbcClient jdbc, String table, String key, Clock clock) {
    this.jdbc = jdbc;
    this.table = table;
    this.key = key;
    this.clock = clock;
  }

  /**
   * What a link opens.
   *
   * @param id of what it is
   */
  public record Opened(long id, boolean expired) {}

  /** A new token that opens it until then. */
  public String token(long id, Instant until) {
    String token = LinkToken.next();
    jdbc.sql(
            "INSERT INTO %s (token_hash, %s, created_at, expires_at)".formatted(table, key)
                + " VALUES (:hash, :id, :now, :until)")
        .param("hash", LinkToken.hash(token))
        .param("id", id)
        .param("now", Utc.column(Utc.now(clock)))
        .param("until", Utc.column(until))
        .update();
    return token;
  }

  /** What this token opens; empty when there never was such a one, or it has been removed. */
  public Optional<Opened> find(String token) {
    if (!LinkToken.wellFormed(token)) {
      return Optional.empty();
    }
    return jdbc.sql("SELECT %s, expires_at FROM %s WHERE token_hash = :hash".formatted(key, table))
        .param("hash", LinkToken.hash(token))
        .query(
            (row, n) ->
                new Opened(
                    row.getLong(key), !Utc.instant(row, "expires_at").isAfter(clock.instant())))
        .optional();
  }

  /** Removes what expired before then; how many. */
  public int remove(Instant before, int most) {
    return jdbc.sql(
            "DELETE FROM %s WHERE expires_at < :before".formatted(table)
                + " ORDER BY expires_at LIMIT :most")
        .param("before", Utc.column(before))
        .param("most", most)
        .update();
  }
}
