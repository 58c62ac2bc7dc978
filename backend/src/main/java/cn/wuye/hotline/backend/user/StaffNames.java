package cn.wuye.hotline.backend.user;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What colleagues are called. Some hundred names, known here for a minute. */
@Component
public class StaffNames {
  private static final Duration KEPT = Duration.ofMinutes(1);

  /** A colleague who is new is looked for, but not once for each row of a list. */
  private static final Duration KEPT_FOR_STRANGERS = Duration.ofMillis(200);

  private final JdbcClient jdbc;
  private final Clock clock;
  private volatile Known known = new Known(Map.of(), Instant.EPOCH);

  StaffNames(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The name shown for a login; the login itself when there is no such user (any more). */
  public String of(String login) {
    Known current = known;
    Instant now = clock.instant();
    Duration kept = current.names.containsKey(login) ? KEPT : KEPT_FOR_STRANGERS;
    if (now.isAfter(current.readAt.plus(kept))) {
      current = new Known(read(), now);
      known = current;
    }
    return current.names.getOrDefault(login, login);
  }

  private Map<String, String> read() {
    return jdbc.sql("SELECT username, display_name FROM app_user").query().listOfRows().stream()
        .collect(
            Collectors.toMap(
                row -> String.valueOf(row.get("username")),
                row -> String.valueOf(row.get("display_name"))));
  }

  private record Known(Map<String, String> names, Instant readAt) {}
}
