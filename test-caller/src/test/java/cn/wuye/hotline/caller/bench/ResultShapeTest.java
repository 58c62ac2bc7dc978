package cn.wuye.hotline.caller.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.caller.bench.LoadMeter.Load;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every bench prints one object with the same fields, whatever it measured. */
class ResultShapeTest {
  private static final List<String> FIELDS =
      List.of(
          "name",
          "figure",
          "unit",
          "goal",
          "holds",
          "ceiling",
          "ratio",
          "peer",
          "peerName",
          "peerRatio",
          "cpuSecondsPerUnit",
          "runs",
          "versions");

  private record Fixed(String name, int most, Map<String, Object> measured)
      implements Ladder.Contestant {
    @Override
    public Ladder.Attempt carry(int load) {
      return new Ladder.Attempt(load <= most, measured);
    }
  }

  private static JsonNode read(BenchResult result) {
    String json = result.json();
    assertThat(json).doesNotContain("\n").doesNotContain("NaN").doesNotContain("Infinity");
    JsonNode node = JsonMapper.shared().readTree(json);
    assertThat(node.propertyNames()).startsWith(FIELDS.toArray(String[]::new));
    assertThat(node.get("versions").propertyNames()).contains("java", "os", "processors");
    return node;
  }

  private static JsonNode agi(int hotline, int dialplan, int peer) throws Exception {
    Map<String, Object> measured = Map.of("serverCpuPerCall", 0.0025, "p99", 12.0);
    Ladder ladder = new Ladder(10, 2, 160, 0, 2);
    Map<String, Integer> held =
        ladder.climb(
            List.of(
                new Fixed("dialplan", dialplan, measured),
                new Fixed("hotline", hotline, measured),
                new Fixed("pyst2", peer, measured)));
    return read(AgiBench.result(ladder, held, Map.of("node", "v20")));
  }

  @Test
  void agi() throws Exception {
    JsonNode good = agi(160, 160, 80);

    assertThat(good.get("holds").booleanValue()).isTrue();
    assertThat(good.get("figure").doubleValue()).isEqualTo(160);
    assertThat(good.get("ratio").doubleValue()).isEqualTo(1);
    assertThat(good.get("peer").doubleValue()).isEqualTo(80);
    assertThat(good.get("peerName").stringValue()).isEqualTo("pyst2");
    assertThat(good.get("peerRatio").doubleValue()).isEqualTo(2);
    assertThat(good.get("cpuSecondsPerUnit").doubleValue()).isEqualTo(0.0025);
    assertThat(good.get("versions").get("node").stringValue()).isEqualTo("v20");
    assertThat(agi(80, 160, 40).get("holds").booleanValue()).isFalse();
    assertThat(agi(160, 160, 160).get("holds").booleanValue()).isFalse();
  }

  @Test
  void nothingHeldIsStillAResult() throws Exception {
    JsonNode nothing = agi(0, 0, 0);

    assertThat(nothing.get("holds").booleanValue()).isFalse();
    assertThat(nothing.get("ratio").isNull()).isTrue();
    assertThat(nothing.get("peerRatio").isNull()).isTrue();
  }

  @Test
  void audio() throws Exception {
    Ladder ladder = new Ladder(150, 2, 600, 0, 2);
    Map<String, Integer> held =
        ladder.climb(
            List.of(
                new Fixed("hotline", 600, Map.of("cpuPerStreamSecond", 0.001)),
                new Fixed("asterisk-audiosocket", 150, Map.of("cpuPerStreamSecond", 0.004))));

    JsonNode result = read(AudioBench.result(ladder, held, 3000));

    assertThat(result.get("holds").booleanValue()).isTrue();
    assertThat(result.get("peerRatio").doubleValue()).isEqualTo(4);
    assertThat(result.get("comparedAtStreams").intValue()).isEqualTo(150);
  }

  @Test
  void calls() {
    CallsRound good = new CallsRound(50, 100, 100, 100, 0, 0, 60, new Load(30, 9, 1500));
    CallsRound losing = new CallsRound(75, 100, 100, 99, 1, 0, 60, new Load(30, 9, 1500));

    JsonNode result = read(CallsBench.result(List.of(good, losing), 0.004, Map.of()));

    assertThat(result.get("holds").booleanValue()).isTrue();
    assertThat(result.get("figure").doubleValue()).isEqualTo(50);
    assertThat(result.get("lostTickets").intValue()).isEqualTo(1);
    assertThat(result.get("timesAsteriskAlone").doubleValue()).isEqualTo(1.5);
    assertThat(
            read(CallsBench.result(List.of(losing), 0.004, Map.of())).get("holds").booleanValue())
        .isFalse();
  }

  @Test
  void start() {
    StartBench.Start first = new StartBench.Start(60, 61, 40);
    JsonNode result =
        read(
            StartBench.result(
                first,
                List.of(
                    new StartBench.Start(15, 16, 20),
                    new StartBench.Start(25, 26, 21),
                    new StartBench.Start(17, 18, 22))));

    assertThat(result.get("figure").doubleValue()).isEqualTo(18);
    assertThat(result.get("slowest").doubleValue()).isEqualTo(26);
    assertThat(result.get("holds").booleanValue()).isTrue();
  }

  private static Map<String, Object> tickets(double p99, double list) {
    return Map.of(
        "createdPerSecond", 90.0,
        "createP99Ms", p99,
        "bareCommitsPerSecond", 120.0,
        "listP95Ms", list,
        "cpuSecondsPerTicket", 0.01);
  }

  @Test
  void tickets() {
    Optional<RequestTracker.Figures> peer =
        Optional.of(new RequestTracker.Figures(9, 700, "5.0.3"));

    JsonNode good = read(TicketsBench.result(List.of(tickets(40, 20), tickets(50, 30)), peer));

    assertThat(good.get("holds").booleanValue()).isTrue();
    assertThat(good.get("ratio").doubleValue()).isEqualTo(0.75);
    assertThat(good.get("peerRatio").doubleValue()).isEqualTo(10);
    assertThat(good.get("listGrowth").doubleValue()).isEqualTo(1.5);
    for (Map<String, Object> bad : List.of(tickets(51, 30), tickets(40, 31))) {
      JsonNode result = read(TicketsBench.result(List.of(tickets(40, 20), bad), Optional.empty()));
      assertThat(result.get("holds").booleanValue()).isFalse();
      assertThat(result.get("peer").isNull()).isTrue();
    }
  }

  @Test
  void jobsHoldOnlyWhenNothingIsToldTwice() {
    Map<String, Object> good =
        Map.of("perSecond", 500.0, "toldTwice", 0L, "cpuSecondsPerTicket", 0.001);
    Map<String, Object> twice =
        Map.of("perSecond", 500.0, "toldTwice", 1L, "cpuSecondsPerTicket", 0.001);

    assertThat(read(JobsBench.result(List.of(good, good), 1000)).get("holds").booleanValue())
        .isTrue();
    assertThat(read(JobsBench.result(List.of(good, good), 1001)).get("holds").booleanValue())
        .isFalse();
    assertThat(read(JobsBench.result(List.of(good, twice), 1000)).get("holds").booleanValue())
        .isFalse();
  }

  private static String call(long number, int start, int end) {
    return number + "," + start + "," + (start + 1) + "," + end + ",PJSIP/loop-1";
  }

  /** Two residents and five who call in, all one after the other; and one call more. */
  private static JsonNode surveys(String more, int refused) {
    List<String> lines = new ArrayList<>(List.of(more, call(13_900_000_001L, 1, 9)));
    for (int i = 0; i < 5; i++) {
      lines.add(call(13_700_000_000L + i, 100 + i, 110));
    }
    return read(
        SurveysBench.result(
            new SurveysBench.Judged(
                Set.of("13900000001", "13900000002"), CallDetails.of(lines), refused, 3, 1),
            0.1,
            Map.of()));
  }

  @Test
  void surveysHoldOnlyWhenEverybodyIsPhonedAndNobodyTwiceAtOnce() {
    JsonNode good = surveys(call(13_900_000_002L, 2, 9), 0);
    assertThat(good.get("holds").booleanValue()).isTrue();
    assertThat(good.get("figure").doubleValue()).isZero();
    assertThat(good.get("answeredOfThoseWhoCalledIn").intValue()).isEqualTo(5);
    assertThat(good.get("mostSurveysAtOnce").intValue()).isEqualTo(2);
    assertThat(good.get("mostCallsAtOnce").intValue()).isEqualTo(5);

    JsonNode notCalled = surveys(call(13_900_000_001L, 20, 29), 0);
    assertThat(notCalled.get("notCalled").intValue()).isEqualTo(1);
    assertThat(notCalled.get("holds").booleanValue()).isFalse();
    JsonNode twice = surveys(call(13_900_000_001L, 5, 29), 0);
    assertThat(twice.get("calledTwiceAtOnce").intValue()).isEqualTo(1);
    assertThat(twice.get("figure").doubleValue()).isEqualTo(2);
    assertThat(surveys(call(13_900_000_002L, 2, 9), 1).get("holds").booleanValue()).isFalse();
  }

  @Test
  void residentsOfTheBenchHaveNumbersOfTheirOwnButForAFew() {
    List<String> numbers = SurveysBench.numbers(100);
    assertThat(numbers).hasSize(100).startsWith("13900000000", "13900000001");
    assertThat(Set.copyOf(numbers)).hasSize(95);
  }

  @Test
  void surveyLossHoldsOnlyWhenAllThatWasAnsweredIsFoundAndNobodyIsAskedTwice() {
    Map<String, Object> good = Map.of("answered", 10, "answersLost", 0, "askedTwice", 0);
    Map<String, Object> lost = Map.of("answered", 10, "answersLost", 1, "askedTwice", 0);
    Map<String, Object> twice = Map.of("answered", 10, "answersLost", 0, "askedTwice", 1);
    Map<String, Object> nobody = Map.of("answered", 0, "answersLost", 0, "askedTwice", 0);

    assertThat(lossHolds(good, good)).isTrue();
    assertThat(lossHolds(good, lost)).isFalse();
    assertThat(lossHolds(twice)).isFalse();
    assertThat(lossHolds(good, nobody)).isFalse();
  }

  @SafeVarargs
  private static boolean lossHolds(Map<String, Object>... runs) {
    return read(SurveyLossBench.result(List.of(runs), 0, Map.of())).get("holds").booleanValue();
  }

  @Test
  void reconcileHoldsOnlyWhenNothingIsUnexplainedAndEveryKindOfCallWasThere() {
    assertThat(reconciled(0, 5, 40).get("holds").booleanValue()).isTrue();
    assertThat(reconciled(1, 5, 40).get("holds").booleanValue()).isFalse();
    assertThat(reconciled(0, 0, 40).get("holds").booleanValue()).isFalse();
    JsonNode report = reconciled(0, 5, 41);
    assertThat(report.get("figure").doubleValue()).isEqualTo(1);
    assertThat(report.get("reportDifferences").get(0).get("report").longValue()).isEqualTo(41);
    assertThat(new ReconcileBench().mustHold()).isTrue();
  }

  private static JsonNode reconciled(int unexplained, int transferred, int reported) {
    Map<String, Object> ours =
        Map.of("offered", 60, "answered", 40, "abandoned", 9, "transferred", transferred);
    Map<String, Object> all = new LinkedHashMap<>(ours);
    all.put("waiting", 0);
    all.put("lost", 0);
    Map<String, Object> report = new LinkedHashMap<>(all);
    report.put("answered", reported);
    JsonMapper json = JsonMapper.shared();
    return read(
        ReconcileBench.result(
            json.valueToTree(
                Map.of(
                    "unexplained",
                    unexplained,
                    "blind",
                    List.of("a cut"),
                    "everythingOurs",
                    all,
                    "total",
                    Map.of("ours", ours),
                    "callBacks",
                    Map.of("talkedOurs", 2))),
            json.valueToTree(report),
            Map.of(),
            1,
            0,
            Map.of()));
  }

  @Test
  void ticketNumbersHaveTheApplicationsCheckDigit() {
    assertThat(CheckDigit.number(13_669_597)).isEqualTo(136_695_976);
    assertThat(CheckDigit.number(8_609_574_271L)).isEqualTo(86_095_742_719L);
  }

  @Test
  void whatCouldNotBeMeasuredIsNull() {
    JsonNode result =
        read(new BenchResult("turn", Double.NaN, "ms", "", false, 1.0, 0, List.of(), Map.of()));

    assertThat(result.get("figure").isNull()).isTrue();
    assertThat(result.get("ratio").isNull()).isTrue();
  }

  @Test
  void live() {
    List<Integer> dom = List.of(20, 30, 240);
    List<Integer> told = List.of(10_000, 12_000, 15_000, 9_000, 11_000, 20_000);
    List<Integer> raw = List.of(100, 200);

    JsonNode result = read(LiveBench.result(measured(3, dom, told, raw, 0)));

    assertThat(result.get("figure").asDouble()).isEqualTo(240);
    assertThat(result.get("ceiling").asDouble()).isEqualTo(0.2);
    assertThat(result.get("holds").asBoolean()).isTrue();
    assertThat(result.get("screensP99Ms").asDouble()).isEqualTo(20);
    assertThat(result.get("peerName").asText()).isEqualTo("panoramisk");
    assertThat(result.get("peer").asDouble()).isEqualTo(8);
    assertThat(result.get("peerRatio").asDouble()).isEqualTo(0.4);
    assertThat(result.get("missedByPeer").asInt()).isZero();
    assertThat(read(LiveBench.result(measured(4, dom, told, raw, 0))).get("holds").asBoolean())
        .as("the browser missed one")
        .isFalse();
    assertThat(read(LiveBench.result(measured(3, dom, told, raw, 1))).get("holds").asBoolean())
        .as("a line was lost")
        .isFalse();
    assertThat(
            read(LiveBench.result(measured(3, List.of(), List.of(), raw, 0)))
                .get("figure")
                .isNull())
        .isTrue();
  }

  private static LiveBench.Measured measured(
      int joins, List<Integer> dom, List<Integer> told, List<Integer> raw, int lost) {
    return new LiveBench.Measured(joins, 2, dom, told, raw, List.of(5_000, 8_000), 1, lost, 1.5);
  }
}
