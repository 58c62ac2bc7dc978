package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.Hotline;
import cn.wuye.hotline.caller.call.QueueCaller;
import cn.wuye.hotline.caller.call.QueueCaller.End;
import cn.wuye.hotline.caller.call.QueueCaller.Plan;
import cn.wuye.hotline.caller.call.Switchboard;
import cn.wuye.hotline.caller.instance.AgentPhones;
import cn.wuye.hotline.caller.instance.Instance;
import cn.wuye.hotline.caller.script.Phone;
import cn.wuye.hotline.caller.script.Script;
import cn.wuye.hotline.caller.sip.SipPhone;
import cn.wuye.hotline.caller.sound.PromptBook;
import cn.wuye.hotline.ivr.prompt.PromptCatalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Random calls into two queues with six telephones as agents, and a cut of AMI in the middle: then
 * our log of queues and the reports made of it are held against Asterisk's own {@code queue_log}
 * and CDRs, which are switched on for this run. Every difference is explained, or the bench fails.
 */
final class ReconcileBench implements Bench {
  private static final int CALLS = 500;
  private static final int QUICK_CALLS = 60;
  private static final double CALLS_PER_SECOND = 0.8;
  private static final Duration AWAY = Duration.ofSeconds(8);
  private static final int SETTLE_SECONDS = 150;
  private static final int AT_DESKS = 3;

  /** What reports and the sums of our events have in common. */
  private static final List<String> REPORTED =
      List.of("offered", "answered", "abandoned", "transferred", "waiting", "lost");

  @Override
  public BenchResult run(Path clone, Path work, boolean quick) throws Exception {
    return run(clone, work, quick, 1);
  }

  @Override
  public boolean mustHold() {
    return true;
  }

  @Override
  public BenchResult run(Path clone, Path work, boolean quick, long seed) throws Exception {
    int calls = quick ? QUICK_CALLS : CALLS;
    try (Instance instance = new Instance(clone, work).with("HOTLINE_QUEUE_LOG", "yes")) {
      TicketApi api = TicketApi.start(instance);
      QueueTables tables = new QueueTables(api.database());
      tables.make();
      List<Plan> plans = new CallerPlans(seed, tables.residents()).plans(calls);
      CpuClock cpu = new CpuClock(instance.home());
      double before = cpu.seconds("application", "asterisk", "database");
      Map<String, Object> done = call(instance, api.hotline(), tables, plans, seed);
      double used = cpu.seconds("application", "asterisk", "database") - before;
      Instance.Ran ran = instance.attempt("reconcile");
      String json =
          ran.output()
              .lines()
              .filter(line -> line.startsWith("{"))
              .findFirst()
              .orElseThrow(() -> new IOException("nothing was compared: " + ran.output()));
      JsonNode compared = JsonMapper.shared().readTree(json);
      return result(
          compared, report(api), done, seed, used / calls, Map.of("asterisk", firstLine(instance)));
    }
  }

  private static String firstLine(Instance instance) throws IOException {
    return instance
        .run("asterisk", "cli", "core show version")
        .lines()
        .filter(line -> line.startsWith("Asterisk"))
        .findFirst()
        .orElse("?");
  }

  /** The report of the day, as the API gives it. */
  private static JsonNode report(TicketApi api) throws Exception {
    TicketClient client =
        new TicketClient(api.hotline(), api.database().token(List.of("calls:read")));
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    String answer = client.get("traffic/calls?by=day&from=" + today.minusDays(1) + "&to=" + today);
    return JsonMapper.shared().readTree(answer).path("total");
  }

  private static Map<String, Object> call(
      Instance instance, Hotline hotline, QueueTables tables, List<Plan> plans, long seed)
      throws Exception {
    PromptBook prompts =
        PromptBook.load(hotline.prompts(), PromptCatalogue.shipped(hotline.company()));
    ScheduledExecutorService timer = Executors.newScheduledThreadPool(8);
    try (AgentPhones phones = AgentPhones.six(instance);
        Switchboard board = Switchboard.open(hotline, prompts, List.of(phones(plans)))) {
      List<AgentAtWork> agents = signIn(instance, hotline, phones, seed, timer);
      Progress.tell("six agents are signed in; " + plans.size() + " calls begin");
      Map<String, Object> done = new LinkedHashMap<>(call(instance, board, phones, plans, seed));
      settle(instance, tables);
      done.put("handedOnAtTheDesk", agents.stream().mapToInt(AgentAtWork::handedOn).sum());
      done.put("ringsNotHeard", agents.stream().mapToInt(AgentAtWork::missed).sum());
      return done;
    } finally {
      timer.shutdownNow();
    }
  }

  /** Everybody whom the hotline may phone. */
  private static Script phones(List<Plan> plans) {
    Map<String, Phone> phones = new LinkedHashMap<>();
    Phone answers = new Phone.Answers(Duration.ofSeconds(1), "");
    CallerPlans.numbersCalledBack(plans).forEach(number -> phones.put(number, answers));
    phones.put(QueueTables.ANSWERS, answers);
    phones.put(QueueTables.BUSY, new Phone.Refuses("busy"));
    return new Script(
        Path.of("reconcile"),
        Optional.empty(),
        Script.DEFAULT_VOICE,
        OptionalDouble.empty(),
        phones,
        List.of());
  }

  /** Half of them by the keys of their phones, half at their pages. */
  private static List<AgentAtWork> signIn(
      Instance instance,
      Hotline hotline,
      AgentPhones phones,
      long seed,
      ScheduledExecutorService timer)
      throws Exception {
    List<AgentAtWork> agents = new ArrayList<>();
    for (SipPhone phone : phones.phones()) {
      Optional<DeskAgent> desk = Optional.empty();
      if (agents.size() < AT_DESKS) {
        DeskAgent page = new DeskAgent(ConsoleSession.of(hotline, QueueTables.agent(phone.user())));
        phones.signIn(instance, phone);
        page.sit(phone.user());
        desk = Optional.of(page);
      } else {
        phones.signIn(instance, phone);
      }
      agents.add(new AgentAtWork(phone, desk, seed + agents.size(), timer));
    }
    return agents;
  }

  private static Map<String, Object> call(
      Instance instance, Switchboard board, AgentPhones phones, List<Plan> plans, long seed)
      throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    Random pace = new Random(seed);
    List<Future<End>> calling = new ArrayList<>();
    try {
      QueueCaller caller = new QueueCaller(board, phones.tones());
      Future<?> cut = null;
      for (Plan plan : plans) {
        if (calling.size() == plans.size() / 2) {
          cut = threads.submit(() -> cut(instance));
        }
        calling.add(threads.submit(() -> caller.call(plan)));
        double seconds = -Math.log(1 - pace.nextDouble()) / CALLS_PER_SECOND;
        LockSupport.parkNanos((long) (Math.min(seconds, 5) * 1e9));
        if (calling.size() % 50 == 0) {
          Progress.tell(calling.size() + " of " + plans.size() + " calls begun");
        }
      }
      Map<String, Object> ends = new TreeMap<>();
      for (Future<End> each : calling) {
        ends.merge(
            "callers " + each.get(),
            1,
            (a, b) -> ((Number) a).intValue() + ((Number) b).intValue());
      }
      if (cut != null) {
        cut.get();
      }
      return ends;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Void cut(Instance instance) throws IOException {
    Progress.tell("AMI is cut for the application");
    try (AmiCut cut = AmiCut.ofApplication(instance)) {
      LockSupport.parkNanos(AWAY.toNanos());
    }
    Progress.tell("AMI is there again");
    return null;
  }

  /** Until nobody talks, and what happened last is in both logs. */
  private static void settle(Instance instance, QueueTables tables)
      throws IOException, SQLException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SETTLE_SECONDS);
    while (System.nanoTime() < deadline
        && (tables.callBacksUnderWay() > 0
            || !instance
                .run("asterisk", "cli", "core show channels count")
                .contains("0 active channels"))) {
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
    }
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(5));
  }

  /**
   * Judges a run.
   *
   * @param compared what {@code ./hotline reconcile} printed
   * @param report the report's total
   * @param done what callers and agents did
   */
  static BenchResult result(
      JsonNode compared,
      JsonNode report,
      Map<String, Object> done,
      long seed,
      double cpu,
      Map<String, String> versions) {
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("seed", seed);
    more.putAll(done);
    List<Map<String, Object>> reports = new ArrayList<>();
    for (String figure : REPORTED) {
      long ours = compared.path("everythingOurs").path(figure).asLong(-1);
      long told = report.path(figure).asLong(-1);
      if (ours != told) {
        reports.add(Map.of("figure", figure, "events", ours, "report", told));
      }
    }
    more.put("reportDifferences", reports);
    more.putAll(
        JsonMapper.shared().convertValue(compared, new TypeReference<Map<String, Object>>() {}));
    JsonNode ours = compared.path("everythingOurs");
    boolean allKinds =
        ours.path("answered").asLong(0) > 0
            && ours.path("abandoned").asLong(0) > 0
            && ours.path("transferred").asLong(0) > 0
            && compared.path("callBacks").path("talkedOurs").asLong(0) > 0
            && !compared.path("blind").isEmpty();
    more.put("everyKindOfCall", allKinds);
    long wrong = compared.path("unexplained").asLong(1) + reports.size();
    return new BenchResult(
        "reconcile",
        wrong,
        "differences between our log or reports and Asterisk's queue_log and CDRs that nothing"
            + " explains",
        "0, with abandons, transfers, call-backs and one cut of AMI",
        wrong == 0 && allKinds,
        null,
        null,
        cpu,
        List.of(),
        versions,
        more);
  }
}
