package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.instance.Instance;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tickets opened through the API, and lists, search and counters, while their number grows. Opening
 * is compared with bare single-row commits into the same database in turns, and with Request
 * Tracker on the same server.
 */
final class TicketsBench implements Bench {
  private static final int THREADS = 4;
  private static final double CREATE_GOAL = 0.6;
  private static final double CREATE_P99_MS = 50;
  private static final double LIST_P95_MS = 100;
  private static final double GROWTH = 1.5;

  private static final List<String> LISTS =
      List.of(
          "tickets?limit=50",
          "tickets?limit=50&state=new",
          "tickets?limit=50&state=in-progress",
          "tickets?limit=50&category=facilities",
          "tickets?limit=50&urgency=emergency",
          "tickets?limit=50&due=overdue");
  private static final List<String> SEARCHES =
      List.of("tickets?limit=50&text=" + encoded("水管爆裂"), "tickets?limit=50&text=" + encoded("噪音"));
  private static final List<String> COUNTERS = List.of("tickets/counts");

  @Override
  public BenchResult run(Path clone, Path work, boolean quick) throws Exception {
    List<Long> sizes = quick ? List.of(10_000L, 100_000L) : List.of(10_000L, 100_000L, 1_000_000L);
    try (Instance instance = new Instance(clone, work)) {
      TicketApi api = TicketApi.start(instance);
      CpuClock cpu = new CpuClock(instance.home());
      List<Map<String, Object>> runs = new ArrayList<>();
      for (long size : sizes) {
        new TicketFill(api.database()).to(size);
        runs.add(measure(size, api, cpu, quick ? 5 : 15));
        Progress.tell(String.valueOf(runs.get(runs.size() - 1)));
      }
      return result(
          runs, new RequestTracker(instance, api.hotline(), work).measure(quick ? 10 : 50));
    }
  }

  private static Map<String, Object> measure(long size, TicketApi api, CpuClock cpu, int seconds)
      throws Exception {
    TicketClient client = api.client();
    // Whoever comes first finds nothing in the caches.
    ask(client, LISTS, 2);
    TicketClient.repeat(THREADS, 2, () -> () -> client.open(api.estate(), ""));
    double perSecond = 0;
    double bare = 0;
    double used = 0;
    List<Integer> micros = new ArrayList<>();
    for (int turn = 0; turn < 2; turn++) {
      bare += bareCommits(api.database(), seconds).perSecond() / 2;
      double before = cpu.seconds("application", "database");
      TicketClient.Load load =
          TicketClient.repeat(THREADS, seconds, () -> () -> client.open(api.estate(), ""));
      used += (cpu.seconds("application", "database") - before) / load.micros().size() / 2;
      perSecond += load.perSecond() / 2;
      micros.addAll(load.micros());
    }
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tickets", size);
    run.put("createdPerSecond", BenchResult.round(perSecond));
    run.put("createP99Ms", millis(Percentiles.at(micros, 0.99)));
    run.put("bareCommitsPerSecond", BenchResult.round(bare));
    run.put("cpuSecondsPerTicket", BenchResult.fine(used));
    run.put("listP95Ms", millis(Percentiles.at(ask(client, LISTS, 20), 0.95)));
    run.put("searchP95Ms", millis(Percentiles.at(ask(client, SEARCHES, 20), 0.95)));
    run.put("countersP95Ms", millis(Percentiles.at(ask(client, COUNTERS, 20), 0.95)));
    return run;
  }

  /** The same text and place in a table without any other index, one row a commit. */
  private static TicketClient.Load bareCommits(BenchDatabase database, int seconds)
      throws Exception {
    database.run(
        "CREATE TABLE IF NOT EXISTS bench_row (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,"
            + " text VARCHAR(4000) NOT NULL, place VARCHAR(200) NOT NULL, at DATETIME(3) NOT NULL)");
    List<Connection> connections = new ArrayList<>();
    try {
      return TicketClient.repeat(
          THREADS,
          seconds,
          () -> {
            Connection connection = database.connect();
            connections.add(connection);
            PreparedStatement insert =
                connection.prepareStatement(
                    "INSERT INTO bench_row (text, place, at)"
                        + " VALUES ('三号楼的电梯又坏了，第 1 次报修', '3号楼 2单元 502', UTC_TIMESTAMP(3))");
            return insert::executeUpdate;
          });
    } finally {
      for (Connection connection : connections) {
        connection.close();
      }
    }
  }

  private static List<Integer> ask(TicketClient client, List<String> paths, int times)
      throws Exception {
    List<Integer> micros = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      for (String path : paths) {
        micros.add(TicketClient.timed(() -> client.get(path)));
      }
    }
    return micros;
  }

  static BenchResult result(List<Map<String, Object>> runs, Optional<RequestTracker.Figures> peer) {
    Map<String, Object> first = runs.get(0);
    Map<String, Object> last = runs.get(runs.size() - 1);
    double created = BenchResult.number(first, "createdPerSecond");
    double bare = BenchResult.number(first, "bareCommitsPerSecond");
    double growth = BenchResult.number(last, "listP95Ms") / BenchResult.number(first, "listP95Ms");
    boolean holds =
        created >= CREATE_GOAL * bare
            && runs.stream()
                .allMatch(run -> BenchResult.number(run, "createP99Ms") <= CREATE_P99_MS)
            && BenchResult.number(last, "listP95Ms") <= LIST_P95_MS
            && growth <= GROWTH;
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("listGrowth", BenchResult.round(growth));
    peer.ifPresent(figures -> more.put("peerCreateP99Ms", figures.p99Millis()));
    return new BenchResult(
        "tickets",
        created,
        "tickets opened a second over the API by " + THREADS + " clients, at 10,000 tickets",
        ">= 60 % of bare commits, p99 <= 50 ms, list p95 <= 100 ms and <= 1.5 x that at 10,000",
        holds,
        bare,
        peer.map(
                rt ->
                    new BenchResult.Peer(
                        "request-tracker5", rt.perSecond(), created / rt.perSecond()))
            .orElse(null),
        BenchResult.number(first, "cpuSecondsPerTicket"),
        runs,
        peer.map(rt -> Map.of("request-tracker5", rt.version())).orElse(Map.of()),
        more);
  }

  private static double millis(double micros) {
    return BenchResult.round(micros / 1000);
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }
}
