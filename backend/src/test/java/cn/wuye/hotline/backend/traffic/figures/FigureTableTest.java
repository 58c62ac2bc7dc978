package cn.wuye.hotline.backend.traffic.figures;

import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_GONE;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_PAUSED;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_READY;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_RINGING;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_TALKING;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_WRAP_UP;
import static cn.wuye.hotline.backend.traffic.EventKind.ANSWERED;
import static cn.wuye.hotline.backend.traffic.EventKind.COMPLETED;
import static cn.wuye.hotline.backend.traffic.EventKind.JOINED;
import static cn.wuye.hotline.backend.traffic.EventKind.NOT_ANSWERED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.traffic.AgentSpan;
import cn.wuye.hotline.backend.traffic.EventKind;
import cn.wuye.hotline.backend.traffic.QueueEvent;
import cn.wuye.hotline.backend.traffic.Stay;
import cn.wuye.hotline.backend.traffic.Stays;
import cn.wuye.hotline.backend.traffic.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTableTest {
  private static final long MINUTE = 60_000;
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Told told = new Told("2026-03-02T01:00:00Z");

  @Test
  void aCallerCountsWhereSheBeganToWait() {
    told.call(899, JOINED, "c1", "general")
        .call(930, ANSWERED, "c1", "general", "1001", "")
        .call(2000, COMPLETED, "c1", "general", "1001", "");

    FigureTable<CallSums> table = FigureTable.ofQueues(told.stays(5000), FigureRules.SHIPPED);

    assertThat(table.byQuarter()).containsOnlyKeys(Quarter.of(told.at(0)));
    CallSums sums = table.total().orElseThrow();
    assertThat(sums.answered()).isEqualTo(1);
    assertThat(sums.talk()).isEqualTo(1_070_000);
  }

  @Test
  void statesOfAgentsAreCutAtTheBorders() {
    told.agent(0, AGENT_READY, "1001")
        .agent(600, AGENT_RINGING, "1001", "c1", "")
        .agent(660, AGENT_TALKING, "1001", "c1", "")
        .agent(1500, AGENT_WRAP_UP, "1001", "c1", "")
        .agent(1560, AGENT_PAUSED, "1001", "", "lunch")
        .agent(1860, AGENT_GONE, "1001");

    FigureTable<AgentSums> table = agents(10_000);

    AgentSums first = new AgentSums(0, 0, 0, 10 * MINUTE, MINUTE, 4 * MINUTE, 0, 0, 0, Map.of());
    AgentSums second =
        new AgentSums(
            0, 0, 0, 0, 0, 10 * MINUTE, MINUTE, 4 * MINUTE, 0, Map.of("lunch", 4 * MINUTE));
    AgentSums third = new AgentSums(0, 0, 0, 0, 0, 0, 0, MINUTE, 0, Map.of("lunch", MINUTE));
    assertThat(table.byQuarter().values()).containsExactly(first, second, third);
    AgentSums all = table.total().orElseThrow();
    assertThat(all.signedIn()).isEqualTo(31 * MINUTE);
    assertThat(all.occupancy().getAsDouble())
        .isCloseTo(100.0 * 15 / 26, Offset.offset(1e-9)); // 14 + 1 of 14 + 1 + 10 + 1 min
    assertThat(third.occupancy()).isEmpty();
  }

  @Test
  void anAgentsTalksAndMissedRingsAreCounted() {
    told.call(0, JOINED, "c1", "general")
        .call(15, NOT_ANSWERED, "c1", "general", "1002", "")
        .call(20, ANSWERED, "c1", "general", "1001", "")
        .call(80, COMPLETED, "c1", "general", "1001", "")
        .agent(80, AGENT_WRAP_UP, "1001", "c1", "")
        .agent(100, AGENT_READY, "1001");

    Map<String, AgentSums> byAgent = agents(200).byName();

    assertThat(of(byAgent, "1001").handled()).isEqualTo(1);
    assertThat(of(byAgent, "1001").averageHandlingTime()).hasValue(80);
    assertThat(of(byAgent, "1002")).isEqualTo(AgentSums.MISSED);
  }

  @Test
  void daysAndWeeksAreThoseOfTheCompany() {
    told.call(15 * 3600 - 1, JOINED, "monday", "general");
    told.call(15 * 3600, JOINED, "tuesday", "general");
    told.call(7 * 86_400 - 9 * 3600 - 1, JOINED, "sunday", "general");
    told.call(7 * 86_400 - 9 * 3600, JOINED, "next week", "general");

    FigureTable<CallSums> table = FigureTable.ofQueues(told.stays(8 * 86_400), FigureRules.SHIPPED);

    assertThat(table.byDay(CHINA).keySet())
        .containsExactly(
            LocalDate.of(2026, 3, 2),
            LocalDate.of(2026, 3, 3),
            LocalDate.of(2026, 3, 8),
            LocalDate.of(2026, 3, 9));
    Map<LocalDate, CallSums> weeks = table.byWeek(CHINA);
    assertThat(of(weeks, LocalDate.of(2026, 3, 2)).offered()).isEqualTo(3);
    assertThat(of(weeks, LocalDate.of(2026, 3, 9)).offered()).isEqualTo(1);
  }

  @Test
  void partsOfATable() {
    told.call(0, JOINED, "c1", "general").call(0, JOINED, "c2", "yue");
    told.call(900, JOINED, "c3", "yue");
    FigureTable<CallSums> table = FigureTable.ofQueues(told.stays(1000), FigureRules.SHIPPED);

    assertThat(table.only("yue"::equals).cells())
        .extracting(cell -> cell.of())
        .containsExactly("yue", "yue");
    assertThat(table.between(told.at(0), told.at(900)).cells())
        .extracting(cell -> cell.of())
        .containsExactly("general", "yue");
    assertThat(FigureTable.of(table.cells()).cells()).isEqualTo(table.cells());
    assertThat(table.only("none"::equals).total()).isEmpty();
  }

  /** However a report groups the same callers, its sum is the same, and every caller is in one. */
  @ParameterizedTest
  @ValueSource(strings = {"Asia/Shanghai", "America/New_York", "Asia/Kathmandu"})
  void everyReportAddsUp(String zone) {
    ZoneId there = ZoneId.of(zone);
    // New York's clocks go back on the first of November.
    Told story = new Told("2026-10-30T00:00:00Z");
    randomDays(story, new Random(11));
    List<Stay> stays = Stays.of(story.events(), story.at(5 * 86_400));
    FigureTable<CallSums> queues = FigureTable.ofQueues(stays, FigureRules.SHIPPED);
    List<AgentSpan> spans = AgentSpan.of(story.events(), story.at(5 * 86_400));
    FigureTable<AgentSums> agents = FigureTable.ofAgents(spans, stays, story.events());

    CallSums all = queues.total().orElseThrow();
    assertThat(all.offered()).isEqualTo(stays.size()).isEqualTo(outcomes(all));
    for (Collection<CallSums> parts :
        List.of(
            queues.byQuarter().values(),
            queues.byDay(there).values(),
            queues.byWeek(there).values(),
            queues.byName().values())) {
      assertThat(parts.stream().reduce(CallSums.NONE, CallSums::plus)).isEqualTo(all);
    }
    AgentSums worked = agents.total().orElseThrow();
    for (Collection<AgentSums> parts :
        List.of(
            agents.byQuarter().values(), agents.byDay(there).values(), agents.byName().values())) {
      assertThat(parts.stream().reduce(AgentSums.NONE, AgentSums::plus)).isEqualTo(worked);
    }
    assertThat(worked.signedIn())
        .isEqualTo(
            spans.stream()
                .filter(span -> span.state() != AGENT_GONE)
                .mapToLong(AgentSpan::length)
                .sum());
    assertThat(worked.pausedFor().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(worked.paused());
    assertThat(worked.handled()).isEqualTo(all.answered());
  }

  /** No agent can be signed in for more than a quarter within a quarter. */
  @Test
  void aQuarterIsNeverOverfull() {
    Told story = new Told("2026-03-02T00:07:00Z");
    randomDays(story, new Random(23));
    List<AgentSpan> spans = AgentSpan.of(story.events(), story.at(5 * 86_400));

    FigureTable<AgentSums> table = FigureTable.ofAgents(spans, List.of(), List.of());

    assertThat(table.cells())
        .isNotEmpty()
        .allMatch(cell -> cell.sums().signedIn() <= Quarter.LENGTH.toMillis());
  }

  private static <K, S> S of(Map<K, S> sums, K key) {
    return Objects.requireNonNull(sums.get(key));
  }

  private static long outcomes(CallSums sums) {
    return sums.waiting()
        + sums.answered()
        + sums.abandoned()
        + sums.leftByKey()
        + sums.callBackAsked()
        + sums.timedOut()
        + sums.empty()
        + sums.moved()
        + sums.lost();
  }

  private static void randomDays(Told story, Random random) {
    EventKind[] kinds = EventKind.values();
    for (int i = 0; i < 600; i++) {
      double joined = random.nextInt(4 * 86_400);
      String call = "c" + i;
      String queue = random.nextBoolean() ? "general" : "yue";
      story.call(joined, JOINED, call, queue);
      for (int more = random.nextInt(6); more > 0; more--) {
        EventKind kind = kinds[random.nextInt(AGENT_READY.ordinal())];
        String other = random.nextInt(4) == 0 ? "yue" : queue;
        double at = joined + random.nextInt(900_000) / 1000.0;
        story.call(at, kind, call, other, "100" + random.nextInt(3), "");
      }
    }
    for (int i = 0; i < 900; i++) {
      EventKind state =
          kinds[AGENT_READY.ordinal() + random.nextInt(kinds.length - AGENT_READY.ordinal())];
      String reason = state == AGENT_PAUSED && random.nextBoolean() ? "lunch" : "";
      double at = random.nextInt(4 * 86_400_000) / 1000.0;
      story.agent(at, state, "100" + random.nextInt(3), "", reason);
    }
  }

  private FigureTable<AgentSums> agents(double second) {
    List<QueueEvent> events = told.events();
    Instant now = told.at(second);
    return FigureTable.ofAgents(AgentSpan.of(events, now), Stays.of(events, now), events);
  }
}
