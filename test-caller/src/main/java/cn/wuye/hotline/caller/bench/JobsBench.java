package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.instance.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Tickets whose clocks are all due at once: how many the chase looks at in a second, telling
 * everybody of it, and whether anything is told twice when the application is killed in the middle.
 */
final class JobsBench implements Bench {
  private static final double GOAL = 0.5;
  private static final int CLIENTS = 4;
  private static final long PATIENCE_MINUTES = 15;
  private static final String DUE =
      "SELECT COUNT(*) FROM ticket_watch WHERE look_at <= UTC_TIMESTAMP(3)";
  private static final String TOLD = "SELECT COUNT(DISTINCT ticket) FROM escalation_step";

  /** Microseconds from the first step to the last of tickets with larger numbers. */
  private static final String TOOK =
      "SELECT TIMESTAMPDIFF(MICROSECOND, MIN(taken_at), MAX(taken_at)) FROM escalation_step"
          + " WHERE ticket > ";

  /** Each step writes one line to its ticket's timeline: two lines are a step taken twice. */
  private static final String TWICE =
      "SELECT COUNT(*) FROM (SELECT t.number,"
          + " (SELECT COUNT(*) FROM escalation_step s WHERE s.ticket = t.number) AS steps,"
          + " (SELECT COUNT(*) FROM ticket_event e WHERE e.ticket = t.number"
          + " AND e.kind IN ('warned', 'escalated')) AS entries"
          + " FROM ticket t HAVING entries > steps) twice";

  private static final String MESSAGES_TWICE =
      "SELECT COUNT(*) FROM (SELECT once FROM outgoing_message GROUP BY once HAVING COUNT(*) > 1)"
          + " twice";

  @Override
  public BenchResult run(Path clone, Path work, boolean quick) throws Exception {
    int tickets = quick ? 1_000 : 5_000;
    try (Instance instance = new Instance(clone, work)) {
      instance.with("HOTLINE_DEADLINES_JOBS", "false");
      TicketApi api = TicketApi.start(instance);
      List<Map<String, Object>> runs = new ArrayList<>();
      runs.add(round(instance, api, tickets, false));
      runs.add(round(instance, api, tickets, true));
      double bare = bareUpdates(api.database(), quick ? 5 : 15);
      return result(runs, bare);
    }
  }

  private static Map<String, Object> round(
      Instance instance, TicketApi api, int tickets, boolean killed) throws Exception {
    BenchDatabase database = api.database();
    instance.with("HOTLINE_DEADLINES_JOBS", "false");
    restart(instance);
    CpuClock cpu = new CpuClock(instance.home());
    double start = cpu.seconds("application");
    // Looking at what the sample brought is not measured.
    database.run("UPDATE ticket_watch SET look_at = NULL");
    long last = database.number("SELECT MAX(number) FROM ticket");
    open(api, tickets);
    long due = database.number(DUE);
    long told = database.number(TOLD);
    Progress.tell(due + " tickets are due");
    instance.with("HOTLINE_DEADLINES_JOBS", "true");
    instance.run("application", "stop");
    double before = cpu.seconds("database");
    instance.run("up", "--detach");
    if (killed) {
      awaited(database, DUE, due / 2);
      ProcessHandle.of(
              Long.parseLong(
                  Files.readString(instance.home().resolve("run/application.pid")).strip()))
          .ifPresent(ProcessHandle::destroyForcibly);
      instance.run("up", "--detach");
    }
    awaited(database, DUE, 0);
    // By what the chase itself has noted: it begins before "up" says that all is ready.
    double seconds = database.number(TOOK + last) / 1e6;
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("killedInTheMiddle", killed);
    run.put("tickets", due);
    run.put("seconds", BenchResult.round(seconds));
    run.put("perSecond", BenchResult.round(due / seconds));
    run.put(
        "cpuSecondsPerTicket",
        BenchResult.fine(
            (cpu.seconds("database") - before + cpu.seconds("application") - start) / due));
    // What the application needs to start, with nothing to chase; not in the figure above.
    run.put("cpuSecondsToStart", BenchResult.round(start));
    run.put("ticketsTold", database.number(TOLD) - told);
    run.put("toldTwice", database.number(TWICE) + database.number(MESSAGES_TWICE));
    Progress.tell(String.valueOf(run));
    return run;
  }

  private static void restart(Instance instance) throws IOException {
    instance.run("application", "stop");
    instance.run("up", "--detach");
  }

  /** Emergencies of half an hour ago: some of their clocks are late. */
  private static void open(TicketApi api, int tickets) throws Exception {
    String more =
        ",\"urgency\":\"emergency\",\"openedAt\":\""
            + Instant.now().minusSeconds(TimeUnit.MINUTES.toSeconds(30))
            + "\"";
    TicketClient.times(CLIENTS, tickets / CLIENTS, () -> api.client().open(api.estate(), more));
  }

  /** Waits until the query gives no more than this. */
  private static void awaited(BenchDatabase database, String sql, long atMost)
      throws SQLException, IOException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
    while (database.number(sql) > atMost) {
      if (System.nanoTime() > deadline) {
        throw new IOException(
            "the jobs do not come to their end: " + database.number(sql) + " wait");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  /** Moves one row after the other to another moment, a commit each, on one connection. */
  private static double bareUpdates(BenchDatabase database, int seconds) throws Exception {
    long first = database.number("SELECT MIN(ticket) FROM ticket_watch");
    try (Connection connection = database.connect();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE ticket_watch SET look_at = UTC_TIMESTAMP(3) + INTERVAL 1 DAY"
                    + " WHERE ticket = ?")) {
      return TicketClient.repeat(
              1,
              seconds,
              () ->
                  () -> {
                    update.setLong(1, first);
                    update.executeUpdate();
                  })
          .perSecond();
    }
  }

  static BenchResult result(List<Map<String, Object>> runs, double bare) {
    double perSecond = BenchResult.number(runs.get(0), "perSecond");
    long twice =
        (long) runs.stream().mapToDouble(run -> BenchResult.number(run, "toldTwice")).sum();
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("toldTwice", twice);
    more.put(
        "whatOthersSay", "db-scheduler: 2,000–10,000 executions/s of an empty task on 4 cores");
    return new BenchResult(
        "jobs",
        perSecond,
        "due tickets a second that the chase has looked at and told of",
        ">= 50 % of a bare update loop, nothing told twice after kill -9",
        perSecond >= GOAL * bare && twice == 0,
        bare,
        BenchResult.number(runs.get(0), "cpuSecondsPerTicket"),
        runs,
        more);
  }
}
