package cn.wuye.hotline.backend.traffic.keep;

import static cn.wuye.hotline.backend.traffic.EventKind.ABANDONED;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_GONE;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_PAUSED;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_READY;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_TALKING;
import static cn.wuye.hotline.backend.traffic.EventKind.ANSWERED;
import static cn.wuye.hotline.backend.traffic.EventKind.CALL_BACK_ASKED;
import static cn.wuye.hotline.backend.traffic.EventKind.COMPLETED;
import static cn.wuye.hotline.backend.traffic.EventKind.HELD;
import static cn.wuye.hotline.backend.traffic.EventKind.JOINED;
import static cn.wuye.hotline.backend.traffic.EventKind.RESUMED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.database.SettableClock;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.traffic.Told;
import cn.wuye.hotline.backend.traffic.figures.AgentSums;
import cn.wuye.hotline.backend.traffic.figures.CallSums;
import cn.wuye.hotline.backend.traffic.figures.FigureRules;
import cn.wuye.hotline.backend.traffic.figures.FigureTable;
import cn.wuye.hotline.backend.traffic.figures.Quarter;
import cn.wuye.hotline.backend.traffic.log.QueueEvents;
import cn.wuye.hotline.backend.traffic.report.TrafficReports;
import cn.wuye.hotline.backend.traffic.staffing.CallForecast;
import cn.wuye.hotline.backend.traffic.staffing.CallForecast.Expected;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sums of past days, on every database; each test has a day of its own. */
@SuppressWarnings("NullAway.Init")
abstract class KeptDaysCases {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  @Autowired QueueEvents events;
  @Autowired TrafficReports reports;
  @Autowired QuarterRows rows;
  @Autowired AgentQuarterRows agentRows;
  @Autowired Transactions transactions;
  @Autowired KeptFigures figures;
  @Autowired DayKeeper keeper;
  @Autowired CallHistories histories;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;

  private Instant now;
  private LocalDate today;

  @BeforeEach
  void today() {
    // Reports of other tests are of the same days.
    for (String table :
        List.of(
            "agent_quarter_pause",
            "agent_quarter",
            "queue_quarter",
            "traffic_day",
            "queue_event")) {
      jdbc.sql("DELETE FROM " + table).update();
    }
    now = Utc.now(clock);
    today = LocalDate.ofInstant(now, CHINA);
  }

  @Test
  void aDayIsKeptAsItWasAndInThePlaceOfWhatWasKept() {
    LocalDate day = today.minusDays(180);
    Told told = morning(day);
    told.call(0, JOINED, "c1", "general")
        .call(12, ANSWERED, "c1", "general", "1001", "")
        .call(30, HELD, "c1", "general", "1001", "")
        .call(45, RESUMED, "c1", "general", "1001", "")
        .call(90, COMPLETED, "c1", "general", "1001", "")
        .call(1000, JOINED, "c2", "yue")
        .call(1003, ABANDONED, "c2", "yue")
        .agent(-600, AGENT_READY, "1001")
        .agent(12, AGENT_TALKING, "1001", "c1", "")
        .agent(90, AGENT_PAUSED, "1001", "", "午饭")
        .agent(1800, AGENT_PAUSED, "1001", "", "")
        .agent(2000, AGENT_GONE, "1001");
    events.append(told.events());

    assertThat(keeper.keep(day, now)).isTrue();
    assertThat(rows.between(day, day.plusDays(1)).cells()).hasSize(2);
    assertThat(figures.queues(day, day.plusDays(1)).cells()).isEqualTo(fresh(day).cells());
    assertThat(figures.agents(day, day.plusDays(1)).cells()).isEqualTo(freshAgents(day).cells());
    AgentSums work = figures.agents(day, day.plusDays(1)).total().orElseThrow();
    assertThat(work.pausedFor()).isEqualTo(Map.of("午饭", 1_710_000L, "", 200_000L));
    assertThat(work.handled()).isEqualTo(1);

    told.call(1005, JOINED, "c3", "yue").call(1100, CALL_BACK_ASKED, "c3", "yue");
    events.append(told.events());

    assertThat(keeper.keep(day, now.plusSeconds(1))).isTrue();
    assertThat(total(day).offered()).isEqualTo(3);
    assertThat(rows.between(day, day.plusDays(1)).cells()).isEqualTo(fresh(day).cells());
    assertThat(figures.agents(day, day.plusDays(1)).cells()).isEqualTo(freshAgents(day).cells());
    assertThat(figures.days(day, day.plusDays(1))).containsExactly(day);
    assertThat(rows.kept(day, day.plusDays(1))).containsEntry(day, now.plusSeconds(1));
  }

  @Test
  void ofADayWithoutAnythingNothingIsKnown() {
    LocalDate day = today.minusDays(184);

    assertThat(keeper.keep(day, now)).isFalse();
    assertThat(rows.kept(day, day.plusDays(1))).isEmpty();
  }

  /** When its last calls are over, and once more after three days; not in between, nor later. */
  @Test
  void aDayIsKeptTwice() {
    LocalDate day = today.minusDays(190);
    Instant settled = day.plusDays(1).atStartOfDay(CHINA).toInstant().plus(Duration.ofMinutes(270));
    SettableClock travelled = new SettableClock(settled.minusSeconds(1));
    DayKeeper then = new DayKeeper(events, reports, rows, agentRows, transactions, travelled);
    Told told = morning(day).call(0, JOINED, "c1", "general");
    events.append(told.events());

    then.run(() -> false);
    assertThat(rows.kept(day, day.plusDays(1))).isEmpty();

    travelled.pass(Duration.ofSeconds(1));
    then.run(() -> false);
    assertThat(total(day).offered()).isEqualTo(1);

    events.append(told.call(5, JOINED, "late", "general").events());
    travelled.pass(Duration.ofDays(3).minusSeconds(1));
    then.run(() -> false);
    assertThat(total(day).offered()).isEqualTo(1);

    travelled.pass(Duration.ofSeconds(1));
    then.run(() -> false);
    assertThat(total(day).offered()).isEqualTo(2);

    events.append(told.call(6, JOINED, "too late", "general").events());
    travelled.pass(Duration.ofDays(1));
    then.run(() -> false);
    assertThat(total(day).offered()).isEqualTo(2);
  }

  @Test
  void keptDaysAreTheHistoryOfAForecast() {
    LocalDate day = today.minusDays(21);
    Told told = morning(day);
    for (int call = 0; call < 7; call++) {
      told.call(call, JOINED, "c" + call, call < 5 ? "general" : "yue");
    }
    events.append(told.events());
    keeper.keep(day, now);

    CallForecast forecast =
        new CallForecast(histories.of("general"::equals), List.of(), today, Duration.ofMinutes(4));

    List<Expected> expected = forecast.of(day.plusWeeks(4));
    assertThat(expected).hasSize(96);
    assertThat(expected.stream().mapToDouble(Expected::calls).sum()).isEqualTo(5);
    assertThat(expected.get(36).calls()).isEqualTo(5);
  }

  /** A story that begins at nine o'clock. */
  private static Told morning(LocalDate day) {
    return new Told(day.atTime(9, 0).atZone(CHINA).toInstant().toString());
  }

  private FigureTable<CallSums> fresh(LocalDate day) {
    Quarter first = Quarter.of(day.atStartOfDay(CHINA).toInstant());
    Quarter end = Quarter.of(day.plusDays(1).atStartOfDay(CHINA).toInstant());
    return reports.queues(first, end, FigureRules.SHIPPED);
  }

  private FigureTable<AgentSums> freshAgents(LocalDate day) {
    Quarter first = Quarter.of(day.atStartOfDay(CHINA).toInstant());
    Quarter end = Quarter.of(day.plusDays(1).atStartOfDay(CHINA).toInstant());
    return reports.agents(first, end);
  }

  private CallSums total(LocalDate day) {
    return rows.between(day, day.plusDays(1)).total().orElseThrow();
  }
}
