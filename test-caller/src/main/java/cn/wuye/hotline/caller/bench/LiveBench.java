package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.instance.Instance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * From an event of one node's Asterisk to the DOM of a browser on the other node, in a storm of
 * them and with many more live pages open there. What Asterisk would say is said by the bench, so
 * that nothing but the hotline is measured; both run on this machine, so that clocks are the same.
 */
final class LiveBench implements Bench {
  private static final int SCREENS = 200;
  private static final int JOINS_PER_SECOND = 50;
  private static final int MOST_WAITING = 40;
  private static final int AMI = 5038;
  private static final double GOAL_MS = 250;
  private static final double MICROS = 1000;
  private static final int PATIENCE_SECONDS = 60;
  private static final int COMPARED_SECONDS = 20;

  /** When each caller's row came into the page: a mutation is told right after the change. */
  private static final String WATCH =
      "(() => { window.seen = {}; const list = document.getElementById('floor-callers');"
          + " const live = document.querySelector('[data-floor-on]');"
          + " if (!list || !live || live.hidden) { return 'no'; }"
          + " new MutationObserver(all => { const now = Date.now(); all.forEach(one =>"
          + " one.addedNodes.forEach(node => { const call = node.dataset && node.dataset.call;"
          + " if (call && window.seen[call] === undefined) { window.seen[call] = now; } })); })"
          + ".observe(list, { childList: true }); return 'yes'; })()";

  @Override
  public BenchResult run(Path clone, Path work, boolean quick) throws Exception {
    try (Instance first = new Instance(clone, work.resolve("node-1"))) {
      TicketApi api = TicketApi.start(first);
      Progress.tell("starting a second node");
      try (Instance second = new Instance(clone, work.resolve("node-2")).upBeside(first)) {
        first.run("asterisk", "stop");
        int port = AMI + 100 * first.number();
        try (StormAmi ami = new StormAmi(port);
            ChromiumPage browser = new ChromiumPage(work)) {
          if (!ami.awaitSynchronised(PATIENCE_SECONDS)) {
            throw new IOException("the application has not come to the manager interface");
          }
          ConsoleSession session = ConsoleSession.of(api.hotline()).at(second.hotline());
          return measured(first, second, ami, browser, session, work, quick ? 20 : 120);
        }
      }
    }
  }

  private static BenchResult measured(
      Instance first,
      Instance second,
      StormAmi ami,
      ChromiumPage browser,
      ConsoleSession session,
      Path work,
      int seconds)
      throws Exception {
    Map<String, Long> sentNanos = new ConcurrentHashMap<>();
    Map<String, Long> sentMillis = new LinkedHashMap<>();
    browser.signIn(session);
    browser.open(session.base().resolve("/console/floor"));
    await(browser);
    CpuClock here = new CpuClock(first.home());
    CpuClock there = new CpuClock(second.home());
    try (LiveScreens screens = new LiveScreens(SCREENS, session, sentNanos)) {
      screens.awaitReady();
      Progress.tell(SCREENS + " live pages are open, and a browser");
      double before = here.seconds("application") + there.seconds("application");
      storm(ami, seconds, sentNanos, sentMillis);
      double cpu = here.seconds("application") + there.seconds("application") - before;
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
      int lost = screens.lost();
      List<Integer> dom = dom(browser, sentMillis);
      List<Integer> told = screens.micros();
      int compared = JOINS_PER_SECOND * Math.min(seconds, COMPARED_SECONDS);
      List<Integer> raw = RawRelay.micros(SCREENS, compared, JOINS_PER_SECOND);
      List<Integer> peer = PanoramiskRelay.micros(work, SCREENS, compared, JOINS_PER_SECOND);
      return result(
          new Measured(sentMillis.size(), SCREENS, dom, told, raw, peer, compared, lost, cpu));
    }
  }

  /** The page is live when the other node's beats arrive. */
  private static void await(ChromiumPage browser) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!browser.evaluate(WATCH).equals("yes")) {
      if (System.nanoTime() > end) {
        throw new IOException("the live page does not become live");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
  }

  private static void storm(
      StormAmi ami, int seconds, Map<String, Long> sentNanos, Map<String, Long> sentMillis)
      throws IOException {
    Deque<String> waiting = new ArrayDeque<>();
    long begin = System.nanoTime();
    long step = TimeUnit.SECONDS.toNanos(1) / JOINS_PER_SECOND;
    for (int i = 0; i < seconds * JOINS_PER_SECOND; i++) {
      String call = "storm-" + i;
      waiting.add(call);
      sentMillis.put(call, System.currentTimeMillis());
      sentNanos.put(call, System.nanoTime());
      ami.joins(call, waiting.size());
      if (waiting.size() > MOST_WAITING) {
        ami.leaves(waiting.remove(), waiting.size());
      }
      LockSupport.parkNanos(begin + (i + 1) * step - System.nanoTime());
    }
  }

  /** Milliseconds from each caller's joining to her row in the page; who has none is not in it. */
  private static List<Integer> dom(ChromiumPage browser, Map<String, Long> sent)
      throws IOException, InterruptedException {
    JsonNode seen = JsonMapper.shared().readTree(browser.evaluate("JSON.stringify(window.seen)"));
    List<Integer> millis = new ArrayList<>();
    sent.forEach(
        (call, joined) -> {
          if (seen.has(call)) {
            millis.add((int) (seen.path(call).asLong(0) - joined));
          }
        });
    return millis;
  }

  /**
   * What was measured.
   *
   * @param joins how many callers joined
   * @param dom milliseconds to the DOM
   * @param told microseconds to the screens without a browser, of all of them
   * @param raw microseconds over plain sockets
   * @param peer microseconds over plain sockets by way of panoramisk
   * @param compared how many callers joined for both
   * @param lost screens whose line ended
   * @param cpu seconds of both applications
   */
  record Measured(
      int joins,
      int screens,
      List<Integer> dom,
      List<Integer> told,
      List<Integer> raw,
      List<Integer> peer,
      int compared,
      int lost,
      double cpu) {}

  static BenchResult result(Measured run) {
    double p99 = Percentiles.at(run.dom(), 0.99);
    int missedByBrowser = run.joins() - run.dom().size();
    long missedByScreens = (long) run.joins() * run.screens() - run.told().size();
    double screens = Percentiles.at(run.told(), 0.99) / MICROS;
    double peer = Percentiles.at(run.peer(), 0.99) / MICROS;
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("joins", run.joins());
    more.put("joinsPerSecond", JOINS_PER_SECOND);
    more.put("screens", run.screens());
    more.put("domP50Ms", Percentiles.at(run.dom(), 0.5));
    more.put("domMaxMs", Percentiles.at(run.dom(), 1));
    more.put("screensP50Ms", Percentiles.at(run.told(), 0.5) / MICROS);
    more.put("screensP99Ms", screens);
    more.put("rawP50Ms", Percentiles.at(run.raw(), 0.5) / MICROS);
    more.put("peerP50Ms", Percentiles.at(run.peer(), 0.5) / MICROS);
    more.put("missedByPeer", (long) run.compared() * run.screens() - run.peer().size());
    more.put("missedByBrowser", missedByBrowser);
    more.put("missedByScreens", missedByScreens);
    more.put("linesLost", run.lost());
    return new BenchResult(
        "live",
        p99,
        "milliseconds from an event of one node's Asterisk to the DOM of a browser on the other"
            + " node, p99",
        "<= 250 ms with 200 live pages open in a storm, nothing missed",
        p99 <= GOAL_MS && missedByBrowser == 0 && missedByScreens == 0 && run.lost() == 0,
        Percentiles.at(run.raw(), 0.99) / MICROS,
        new BenchResult.Peer(PanoramiskRelay.NAME, peer, peer / screens),
        run.cpu() / Math.max(1, run.joins()),
        List.of(),
        Map.of(PanoramiskRelay.NAME, PanoramiskRelay.VERSION),
        more);
  }
}
