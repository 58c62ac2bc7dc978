package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who sits at which phone. Of two who want the same one, the table's key decides. */
@Component
public class Seats {
  private static final String BROWSER = "browser";
  private static final String SELECT =
      """
      SELECT s.user_id, u.display_name, s.extension, p.kind, s.node, s.since
        FROM desk_seat s JOIN agent_phone p ON p.extension = s.extension JOIN app_user u ON u.id = s.user_id
      """;

  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final String node;
  private final Clock clock;

  Seats(JdbcClient jdbc, Transactions transactions, HotlineProperties hotline, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.node = hotline.nodeId();
    this.clock = clock;
  }

  /** How an attempt to sit down ended. */
  public enum Taking {
    TAKEN,
    /** Somebody else sits there. */
    OCCUPIED,
    /** There is no such phone for her. */
    UNKNOWN
  }

  /** Where a user sits. */
  public Optional<Seat> of(long user) {
    return jdbc.sql(SELECT + " WHERE s.user_id = :user")
        .param("user", user)
        .query(Seats::row)
        .optional();
  }

  /** Who sits at a phone. */
  public Optional<Seat> at(String extension) {
    return jdbc.sql(SELECT + " WHERE s.extension = :extension")
        .param("extension", extension)
        .query(Seats::row)
        .optional();
  }

  /** Everybody who sits somewhere, by phone. */
  public List<Seat> all() {
    return jdbc.sql(SELECT + " ORDER BY s.extension").query(Seats::row).list();
  }

  /** The phones at which a user can sit now: her own first, then those that are anybody's. */
  public List<DeskPhone> free(long user) {
    return jdbc.sql(
            """
            SELECT p.extension, p.kind FROM agent_phone p LEFT JOIN desk_seat s ON s.extension = p.extension
             WHERE (p.user_id = :user OR p.user_id IS NULL) AND (s.user_id IS NULL OR s.user_id = :user)
             ORDER BY CASE WHEN p.user_id IS NULL THEN 1 ELSE 0 END, p.extension
            """)
        .param("user", user)
        .query((row, n) -> phone(row))
        .list();
  }

  /** The phone that is a user's own, where nobody sits at it. */
  public Optional<DeskPhone> own(long user) {
    return jdbc.sql(
            """
            SELECT p.extension, p.kind FROM agent_phone p LEFT JOIN desk_seat s ON s.extension = p.extension
             WHERE p.user_id = :user AND s.user_id IS NULL
             ORDER BY p.extension LIMIT 1
            """)
        .param("user", user)
        .query((row, n) -> phone(row))
        .optional();
  }

  /** Sits down; whoever sits somewhere else moves. */
  public Taking take(long user, String extension) {
    if (free(user).stream().noneMatch(phone -> phone.extension().equals(extension))) {
      return at(extension).isPresent() ? Taking.OCCUPIED : Taking.UNKNOWN;
    }
    try {
      return transactions.run(
          () -> {
            leave(user);
            jdbc.sql(
                    "INSERT INTO desk_seat (user_id, extension, node, since)"
                        + " VALUES (:user, :extension, :node, :now)")
                .param("user", user)
                .param("extension", extension)
                .param("node", node)
                .param("now", Utc.column(Utc.now(clock)))
                .update();
            return Taking.TAKEN;
          });
    } catch (DuplicateKeyException faster) {
      return Taking.OCCUPIED;
    }
  }

  /** Gets up; does nothing when she sits nowhere. */
  public void leave(long user) {
    jdbc.sql("DELETE FROM desk_seat WHERE user_id = :user").param("user", user).update();
  }

  private static Seat row(ResultSet row, int n) throws SQLException {
    return new Seat(
        row.getLong("user_id"),
        row.getString("display_name"),
        phone(row),
        row.getString("node"),
        Utc.instant(row, "since"));
  }

  private static DeskPhone phone(ResultSet row) throws SQLException {
    return new DeskPhone(row.getString("extension"), row.getString("kind").equals(BROWSER));
  }
}
