package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One import at a time over all nodes. Held for a while only and renewed in the transaction of each
 * chunk: who was thought dead and was not cannot write any more.
 */
@Component
class ImportLock {
  /** Longer than any transaction, and any difference between the nodes' clocks. */
  static final Duration LEASE = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final String me;

  ImportLock(JdbcClient jdbc, Clock clock, HotlineProperties properties) {
    this.jdbc = jdbc;
    this.clock = clock;
    // A node that is started again must not take its predecessor's lease for its own.
    this.me = properties.nodeId() + "/" + UUID.randomUUID();
  }

  /** Somebody else has it now. */
  static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Takes it; false while somebody else has it. */
  boolean take() {
    if (jdbc.sql("SELECT id FROM import_lock WHERE id = 1 FOR UPDATE SKIP LOCKED")
        .query(Integer.class)
        .optional()
        .isEmpty()) {
      // Its holder writes just now: nobody waits for the end of that transaction.
      return false;
    }
    Instant now = Utc.now(clock);
    return jdbc.sql(
                "UPDATE import_lock SET holder = :me, until = :until"
                    + " WHERE id = 1 AND (until < :now OR holder = :me)")
            .param("me", me)
            .param("until", Utc.column(now.plus(LEASE)))
            .param("now", Utc.column(now))
            .update()
        == 1;
  }

  /** Keeps it for another while; to be called in the transaction that writes. */
  void renew() {
    // The holder alone decides: nobody took it meanwhile, even if the lease is over.
    int mine =
        jdbc.sql("UPDATE import_lock SET until = :until WHERE id = 1 AND holder = :me")
            .param("me", me)
            .param("until", Utc.column(Utc.now(clock).plus(LEASE)))
            .update();
    if (mine == 0) {
      throw new Lost();
    }
  }

  void release() {
    jdbc.sql(
            "UPDATE import_lock SET until = '2000-01-01', holder = '' WHERE id = 1 AND holder = :me")
        .param("me", me)
        .update();
  }
}
