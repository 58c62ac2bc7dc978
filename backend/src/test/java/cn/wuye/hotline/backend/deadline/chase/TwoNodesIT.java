package cn.wuye.hotline.backend.deadline.chase;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.HotlineApplication;
import cn.wuye.hotline.backend.NodeProcess;
import cn.wuye.hotline.backend.database.RealDatabase;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.NewTicket;
import cn.wuye.hotline.backend.ticket.SampleTickets;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.Staff;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Two JVMs on one database, one of which is killed while it tells people. */
@SpringBootTest(classes = HotlineApplication.class)
@SuppressWarnings("NullAway.Init")
class TwoNodesIT {
  private static final int TICKETS = 300;
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @Autowired ApplicationContext application;
  @Autowired Tickets tickets;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  @TempDir Path home;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    RealDatabase.of(RealDatabase.Kind.MARIADB).emptySchema(TwoNodesIT.class).register(registry);
  }

  @Test
  void whatTheKilledOneLeftTheOtherTellsAndNothingTwice() {
    Staff.add(application, "everywhere", Role.DISPATCHER);
    for (int i = 0; i < TICKETS; i++) {
      tickets.open(longAgo(), Actor.user("agent"));
    }
    Map<String, NodeProcess> nodes = new TreeMap<>();
    try {
      nodes.put("node-a", node("node-a"));
      nodes.put("node-b", node("node-b"));
      Awaitility.await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .until(() -> steps() > 5);
      String telling =
          jdbc.sql("SELECT picked_by FROM scheduled_tasks WHERE task_name = 'deadline-chase'")
              .query(String.class)
              .optional()
              .orElse("node-a");
      NodeProcess killed = nodes.getOrDefault(telling, nodes.get("node-a"));
      killed.kill();
      assertThat(steps()).as("killed in the middle").isLessThan(TICKETS);

      Awaitility.await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> toLookAt() == 0 && untold() == 0 && steps() > 0);
    } finally {
      nodes.values().forEach(NodeProcess::close);
    }

    List<Map<String, Object>> uneven =
        jdbc.sql(
                "SELECT t.number, (SELECT COUNT(*) FROM escalation_step s WHERE s.ticket = t.number)"
                    + " AS steps, (SELECT COUNT(*) FROM ticket_event e WHERE e.ticket = t.number"
                    + " AND e.kind IN ('warned', 'escalated')) AS entries FROM ticket t"
                    + " HAVING steps = 0 OR steps <> entries")
            .query()
            .listOfRows();
    assertThat(uneven).isEmpty();
  }

  /** An emergency of twenty minutes ago: some of its clocks are late, and stay so. */
  private NewTicket longAgo() {
    NewTicket draft =
        SampleTickets.at(
            SampleTickets.draft(SampleTickets.newCall(), null),
            clock.instant().minus(Duration.ofMinutes(20)));
    Contents contents = draft.contents();
    Subject subject = contents.subject();
    return SampleTickets.with(
        draft,
        new Contents(
            new Subject(
                subject.kind(), subject.category(), subject.subcategory(), Urgency.EMERGENCY),
            contents.place(),
            contents.reporter(),
            contents.text(),
            false,
            false));
  }

  private NodeProcess node(String name) {
    return NodeProcess.start(
        name,
        home.resolve(name),
        application.getEnvironment(),
        "--hotline.deadlines.jobs=true",
        "--hotline.deadlines.pause=1s",
        "--hotline.deadlines.heartbeat=1s");
  }

  private int steps() {
    return count("SELECT COUNT(DISTINCT ticket) FROM escalation_step");
  }

  private int toLookAt() {
    return count("SELECT COUNT(*) FROM ticket_watch WHERE look_at <= UTC_TIMESTAMP(3)");
  }

  private int untold() {
    return count("SELECT COUNT(*) FROM escalation_notice WHERE told_at IS NULL");
  }

  private int count(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }
}
