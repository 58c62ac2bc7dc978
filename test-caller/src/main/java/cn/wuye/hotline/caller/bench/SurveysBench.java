package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.bench.SurveyDatabase.Until;
import cn.wuye.hotline.caller.instance.Instance;
import cn.wuye.hotline.caller.instance.PhonesBack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Residents of solved tickets are phoned by two nodes, each with an Asterisk and a folder of its
 * own, over the lines of one carrier. People call in meanwhile, and one node is killed in the
 * middle. Judged from the calls that the carrier's Asterisk has written down.
 */
final class SurveysBench implements Bench {
  static final int LINES = 25;
  static final int KEPT_FREE = 5;
  static final int PER_SECOND = 2;
  private static final int CALL_IN = 5;
  private static final int STAY_SECONDS = 15;
  private static final long FIRST_NUMBER = 13_900_000_000L;
  private static final long FIRST_CALLER = 13_700_000_000L;

  /** Of so many residents one has two tickets. */
  private static final int TWO_TICKETS = 20;

  /** The lease of a call, and a round. */
  private static final int LEASE_SECONDS = 330;

  /** By the moments at which calls arrive, each up to a second late. */
  static final int WINDOW_SECONDS = 10;

  static final int MOST_IN_WINDOW = (WINDOW_SECONDS + 2) * PER_SECOND;

  @Override
  public BenchResult run(Path clone, Path work, boolean quick) throws Exception {
    int surveys = quick ? 100 : 1_000;
    int patience = 120 + surveys * 3;
    try (TelephoneNetwork network = TelephoneNetwork.start(clone, work.resolve("network"), LINES);
        Instance first = phoning(clone, work.resolve("node-1"))) {
      TicketApi api = TicketApi.start(network.carrierOf(first));
      SurveyDatabase database = new SurveyDatabase(api);
      CpuClock cpu = new CpuClock(first.home());
      Progress.tell("starting a second node");
      try (Instance second =
          network.carrierOf(phoning(clone, work.resolve("node-2"))).upBeside(first)) {
        List<String> numbers = numbers(surveys);
        database.fallDue(numbers);
        double before = cpu.seconds("application", "asterisk", "database");
        database.begin();
        database.await(SurveyDatabase.BEGUN, Until.AT_LEAST, surveys / 3, patience);
        network.lead(first);
        callIn(network);
        database.await(SurveyDatabase.BEGUN, Until.AT_LEAST, surveys / 2, patience);
        kill(second);
        long died = database.number(SurveyDatabase.CALLING + " AND node = '" + node(second) + "'");
        Progress.tell("a node was killed in " + died + " calls");
        database.await(SurveyDatabase.NOT_BEGUN, Until.AT_MOST, 0, patience);
        database.await(
            SurveyDatabase.CALLING + " AND node <> '" + node(second) + "'",
            Until.AT_MOST,
            0,
            patience);
        double used = cpu.seconds("application", "asterisk", "database") - before;
        if (quick) {
          database.endLeases();
        }
        database.await(SurveyDatabase.CALLING, Until.AT_MOST, 0, LEASE_SECONDS);
        int again = database.callAgain("'lost'");
        Progress.tell(again + " are phoned again as if three hours had passed");
        database.await(
            "SELECT COUNT(*) FROM survey WHERE state = 'calling'"
                + " OR (state = 'planned' AND due_at <= UTC_TIMESTAMP(3))",
            Until.AT_MOST,
            0,
            patience);
        return result(
            new Judged(
                Set.copyOf(numbers),
                network.calls(),
                network.wrote("full").size(),
                died,
                database.number(SurveyDatabase.ANSWERED)),
            used / surveys,
            Map.of("asterisk", network.version()));
      }
    }
  }

  /**
   * What a run is judged by.
   *
   * @param numbers all who were to be phoned
   * @param calls as the carrier has them
   * @param refused how many calls found no line
   * @param died how many calls the killed node was in
   * @param answered how many surveys are answered, by the hotline's own tables
   */
  record Judged(Set<String> numbers, CallDetails calls, int refused, long died, long answered) {}

  private static Instance phoning(Path clone, Path home) throws IOException {
    return PhonesBack.set(new Instance(clone, home), "carrier", LINES, KEPT_FREE, PER_SECOND)
        .with("HOTLINE_VOICE", "false");
  }

  private static String node(Instance instance) {
    return "node-" + (instance.number() + 1);
  }

  static List<String> numbers(int surveys) {
    int residents = surveys - surveys / TWO_TICKETS;
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < surveys; i++) {
      numbers.add(String.valueOf(FIRST_NUMBER + i % residents));
    }
    return numbers;
  }

  private static void callIn(TelephoneNetwork network) throws IOException {
    Progress.tell(CALL_IN + " people call in");
    for (int i = 0; i < CALL_IN; i++) {
      network.callIn(String.valueOf(FIRST_CALLER + i), STAY_SECONDS);
    }
  }

  private static void kill(Instance node) throws IOException {
    Disaster disaster = new Disaster(node, 0);
    disaster.kill("application");
    disaster.kill("asterisk");
  }

  static BenchResult result(Judged run, double cpu, Map<String, String> versions) {
    CallDetails out = run.calls().only(call -> run.numbers().contains(call.number()));
    CallDetails in = run.calls().only(call -> call.number().startsWith("137") && call.answered());
    Set<String> missing = new HashSet<>(run.numbers());
    missing.removeAll(out.numbers());
    int atOnce = out.mostAtOnce();
    int inWindow = out.mostBegunWithin(WINDOW_SECONDS);
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("residents", run.numbers().size());
    more.put("calls", out.calls().size());
    more.put("notCalled", missing.size());
    more.put("calledTwiceAtOnce", out.twiceAtOnce().size());
    more.put("mostSurveysAtOnce", atOnce);
    more.put("mostCallsAtOnce", run.calls().mostAtOnce());
    more.put("mostBegunIn10Seconds", inWindow);
    more.put("refusedForWantOfALine", run.refused());
    more.put("answeredOfThoseWhoCalledIn", in.numbers().size());
    more.put("callsOfTheKilledNode", run.died());
    more.put("answeredSurveys", run.answered());
    more.put("begunPerSecond", BenchResult.round(out.calls().size() / out.secondsOfBeginnings()));
    int wrong =
        missing.size()
            + out.twiceAtOnce().size()
            + Math.max(0, atOnce - (LINES - KEPT_FREE))
            + Math.max(0, inWindow - MOST_IN_WINDOW)
            + run.refused()
            + Math.max(0, CALL_IN - in.numbers().size());
    return new BenchResult(
        "surveys",
        wrong,
        "residents not called or called twice at once, calls above the limits, callers without a"
            + " line; by the carrier's own list of calls",
        "0 with one of two nodes killed, and answered surveys",
        wrong == 0 && run.answered() > 0,
        null,
        null,
        cpu,
        List.of(),
        versions,
        more);
  }
}
