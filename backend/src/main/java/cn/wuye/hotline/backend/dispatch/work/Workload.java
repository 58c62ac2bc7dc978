package cn.wuye.hotline.backend.dispatch.work;

import static java.util.stream.Collectors.toMap;

import cn.wuye.hotline.backend.dispatch.Whereabouts;
import cn.wuye.hotline.backend.dispatch.Worker;
import cn.wuye.hotline.backend.dispatch.staff.CrewMember;
import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who could get a job, and how much he has: his open tickets of the last 30 days. */
@Component
class Workload {
  private static final Duration MONTH = Duration.ofDays(30);

  private final JdbcClient jdbc;
  private final Clock clock;

  Workload(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * These members of the crew, in their order.
   *
   * @param places where they are, by the ids of their accounts, as far as that matters
   */
  List<Worker> workers(List<CrewMember> members, Map<Long, Whereabouts> places) {
    Instant now = clock.instant();
    Map<String, Integer> loads = of(members.stream().map(CrewMember::login).toList());
    return members.stream()
        .map(
            member ->
                new Worker(
                    member.login(),
                    member.department(),
                    member.skills(),
                    member.onShift(now),
                    member.leads(),
                    loads.getOrDefault(folded(member.login()), 0),
                    places.get(member.userId())))
        .toList();
  }

  private Map<String, Integer> of(List<String> logins) {
    if (logins.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(
            "SELECT owner, COUNT(*) AS n FROM ticket WHERE owner IN (:logins)"
                + " AND state IN ('accepted', 'dispatched', 'in-progress') AND opened_at >= :from"
                + " GROUP BY owner")
        .param("logins", logins)
        .param("from", Utc.column(clock.instant().minus(MONTH)))
        .query((row, n) -> Map.entry(folded(row.getString("owner")), row.getInt("n")))
        .list()
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum));
  }

  // As the database compares logins.
  private static String folded(String login) {
    return login.toLowerCase(Locale.ROOT);
  }
}
