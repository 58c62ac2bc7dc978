package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.bench.SurveyDatabase.Until;
import cn.wuye.hotline.caller.instance.Instance;
import cn.wuye.hotline.caller.instance.PhonesBack;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Ten residents are being asked at once when AMI is cut for 30 s, when Asterisk is killed, when the
 * database is stopped for 30 s. Judged from what the residents have written down: whoever has
 * answered must be found to have, and be asked no more.
 */
final class SurveyLossBench implements Bench {
  private static final int LINES = 25;
  private static final int AT_ONCE = 10;
  private static final int AWAY_SECONDS = 30;
  private static final int PATIENCE_SECONDS = 180;
  private static final int ROUNDS = 3;

  /** Whatever ended without an answer, as if the time to try again had come. */
  private static final String IN_VAIN =
      "'no-answer', 'hung-up', 'rejected', 'congestion', 'lost', 'machine', 'busy'";

  /** Something that happens in the middle of calls. */
  private interface Accident {
    void happens() throws Exception;
  }

  @Override
  public BenchResult run(Path clone, Path work, boolean quick) throws Exception {
    int times = quick ? 1 : 3;
    try (TelephoneNetwork network = TelephoneNetwork.start(clone, work.resolve("network"), LINES);
        Instance instance =
            PhonesBack.set(new Instance(clone, work.resolve("node")), "carrier", LINES, 0, AT_ONCE)
                .with("HOTLINE_VOICE", "false")) {
      SurveyDatabase database = new SurveyDatabase(TicketApi.start(network.carrierOf(instance)));
      CpuClock cpu = new CpuClock(instance.home());
      List<Map<String, Object>> runs = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        for (Map.Entry<String, Accident> each : accidents(instance).entrySet()) {
          List<String> numbers = numbers(runs.size());
          happens(each.getKey(), each.getValue(), numbers, database);
          instance.run("up", "--detach");
          runs.add(settled(each.getKey(), numbers, database, network));
        }
      }
      double used = cpu.seconds("application", "database") / (runs.size() * AT_ONCE);
      return result(runs, used, Map.of("asterisk", network.version()));
    }
  }

  private static Map<String, Accident> accidents(Instance instance) {
    Map<String, Accident> accidents = new LinkedHashMap<>();
    accidents.put(
        "AMI cut for 30 s",
        () -> {
          try (AmiCut cut = AmiCut.of(instance)) {
            rest(AWAY_SECONDS);
          }
        });
    accidents.put(
        "Asterisk killed",
        () -> {
          new Disaster(instance, 0).kill("asterisk");
          instance.run("asterisk", "start");
        });
    accidents.put(
        "database stopped for 30 s",
        () -> {
          instance.run("database", "stop");
          rest(AWAY_SECONDS);
          instance.run("database", "start");
        });
    return accidents;
  }

  /** None of those whose last digits make them busy or the like. */
  private static List<String> numbers(int run) {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      numbers.add(String.valueOf(13_900_000_030L + 100L * run + i));
    }
    return numbers;
  }

  private static void happens(
      String what, Accident accident, List<String> numbers, SurveyDatabase database)
      throws Exception {
    database.fallDue(numbers);
    database.begin();
    database.await(SurveyDatabase.CALLING, Until.AT_LEAST, AT_ONCE, PATIENCE_SECONDS);
    // They have answered the phone, and are being asked.
    rest(5);
    Progress.tell(what);
    accident.happens();
  }

  private static Map<String, Object> settled(
      String what, List<String> numbers, SurveyDatabase database, TelephoneNetwork network)
      throws IOException, SQLException {
    int again = 0;
    for (int i = 0; i < ROUNDS; i++) {
      database.await(SurveyDatabase.CALLING, Until.AT_MOST, 0, PATIENCE_SECONDS);
      again += database.callAgain(IN_VAIN);
      database.await(
          "SELECT COUNT(*) FROM survey WHERE state = 'planned' AND due_at <= UTC_TIMESTAMP(3)",
          Until.AT_MOST,
          0,
          PATIENCE_SECONDS);
    }
    database.await(SurveyDatabase.CALLING, Until.AT_MOST, 0, PATIENCE_SECONDS);
    Map<String, Object> run = judge(what, numbers, database.answered(), network);
    run.put("calledAgain", again);
    Progress.tell(String.valueOf(run));
    return run;
  }

  private static Map<String, Object> judge(
      String what, List<String> numbers, List<String> answered, TelephoneNetwork network)
      throws IOException {
    List<String> solved = new ArrayList<>(network.wrote("solved"));
    solved.retainAll(numbers);
    Set<String> satisfied = new TreeSet<>(network.wrote("satisfied"));
    satisfied.retainAll(numbers);
    Set<String> lost = new TreeSet<>(satisfied);
    lost.removeAll(answered);
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("accident", what);
    run.put("residents", numbers.size());
    run.put("answered", satisfied.size());
    run.put("answersLost", lost.size());
    run.put("askedTwice", solved.size() - new HashSet<>(solved).size());
    return run;
  }

  private static void rest(int seconds) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < until) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }
  }

  static BenchResult result(
      List<Map<String, Object>> runs, double cpu, Map<String, String> versions) {
    double wrong =
        runs.stream()
            .mapToDouble(
                run ->
                    BenchResult.number(run, "answersLost") + BenchResult.number(run, "askedTwice"))
            .sum();
    boolean all = runs.stream().allMatch(run -> BenchResult.number(run, "answered") > 0);
    return new BenchResult(
        "survey-loss",
        wrong,
        "answers lost, and residents asked again what they had answered",
        "0, whatever happens in the middle of ten calls",
        wrong == 0 && all && !runs.isEmpty(),
        null,
        null,
        cpu,
        runs,
        versions,
        Map.of());
  }
}
