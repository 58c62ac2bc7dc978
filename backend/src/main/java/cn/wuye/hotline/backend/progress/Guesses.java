package cn.wuye.hotline.backend.progress;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.resident.NumberHash;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts, over all nodes, who asks for tickets that are not theirs. */
@Component
class Guesses {
  private static final Duration COUNTED = Duration.ofHours(1);
  private static final String WITHHELD = "withheld";
  private static final int SHARED = 10;

  private final JdbcClient jdbc;
  private final NumberHash hash;
  private final ProgressProperties properties;
  private final Clock clock;

  Guesses(JdbcClient jdbc, NumberHash hash, ProgressProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.hash = hash;
    this.properties = properties;
    this.clock = clock;
  }

  /** Whether no more is told for a while. */
  boolean exhausted(Optional<PhoneNumber> caller) {
    long count =
        jdbc.sql(
                "SELECT COUNT(*) FROM progress_guess WHERE guesser = :guesser AND guessed_at > :since")
            .param("guesser", guesser(caller))
            .param("since", Utc.column(since()))
            .query(Long.class)
            .single();
    return count >= (long) properties.guesses() * (caller.isPresent() ? 1 : SHARED);
  }

  /** Notes one more, and forgets what counts no longer. */
  void add(Optional<PhoneNumber> caller) {
    jdbc.sql("DELETE FROM progress_guess WHERE guessed_at < :since LIMIT 100")
        .param("since", Utc.column(since()))
        .update();
    jdbc.sql("INSERT INTO progress_guess (guesser, guessed_at) VALUES (:guesser, :now)")
        .param("guesser", guesser(caller))
        .param("now", Utc.column(Utc.now(clock)))
        .update();
  }

  private Instant since() {
    return Utc.now(clock).minus(COUNTED);
  }

  private String guesser(Optional<PhoneNumber> caller) {
    return caller.map(hash::of).orElseGet(() -> hash.of(WITHHELD));
  }
}
