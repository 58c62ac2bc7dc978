package cn.wuye.hotline.backend.traffic.log;

import static cn.wuye.hotline.backend.traffic.EventKind.ABANDONED;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_GONE;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_PAUSED;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_READY;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_TALKING;
import static cn.wuye.hotline.backend.traffic.EventKind.ANSWERED;
import static cn.wuye.hotline.backend.traffic.EventKind.COMPLETED;
import static cn.wuye.hotline.backend.traffic.EventKind.JOINED;
import static cn.wuye.hotline.backend.traffic.EventKind.LEFT_BY_KEY;
import static cn.wuye.hotline.backend.traffic.EventKind.STEPPED_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.SettableClock;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.traffic.QueueEvent;
import cn.wuye.hotline.backend.traffic.Told;
import cn.wuye.hotline.backend.traffic.figures.AgentSums;
import cn.wuye.hotline.backend.traffic.figures.CallSums;
import cn.wuye.hotline.backend.traffic.figures.FigureRules;
import cn.wuye.hotline.backend.traffic.figures.Quarter;
import cn.wuye.hotline.backend.traffic.report.TrafficReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The log, on every database; each test has a day of its own, ten days from the next, and none so
 * old that it is removed.
 */
@SuppressWarnings("NullAway.Init")
abstract class QueueEventsCases {
  private static final AtomicInteger DAYS = new AtomicInteger();

  @Autowired QueueEvents log;
  @Autowired TrafficReports reports;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;
  @Autowired JdbcTemplate template;
  @Autowired Transactions transactions;

  private Told told;

  @BeforeEach
  void aDayOfItsOwn() {
    Instant first = clock.instant().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(390));
    // As many as there are tests: both databases may have the same, and other classes have later.
    int day = 1 + DAYS.getAndIncrement() % 14;
    told = new Told(first.plus(Duration.ofDays(10L * day)).toString());
  }

  @Test
  void whatHappenedIsReadInItsOrder() {
    told.call(0, JOINED, "c1", "general")
        .call(0, LEFT_BY_KEY, "c1", "general", "", "3")
        .agent(1.5, AGENT_PAUSED, "1001", "", "午饭")
        .call(7.25, ABANDONED, "c1", "general");

    log.append(told.events());

    assertThat(log.between(told.at(0), told.at(7.25))).isEqualTo(told.events().subList(0, 3));
    assertThat(log.between(told.at(0), told.at(8))).isEqualTo(told.events());
  }

  @Test
  void theSameToldAgainIsWrittenOnce() {
    told.call(0, JOINED, "c1", "general").call(7, ABANDONED, "c1", "general");

    log.append(told.events().subList(0, 1));
    log.append(told.events());
    log.append(told.events());

    assertThat(log.between(told.at(0), told.at(8))).isEqualTo(told.events());
  }

  @Test
  void nothingToWriteIsNothing() {
    log.append(List.of());

    assertThat(log.between(told.at(0), told.at(8))).isEmpty();
  }

  @Test
  void whoTellTheSameAtOnceWriteItOnce() {
    for (int i = 0; i < 50; i++) {
      told.call(i, JOINED, "c" + i, "general");
    }

    Together.run(
        4,
        thread -> {
          log.append(told.events());
          return thread;
        });

    assertThat(log.between(told.at(0), told.at(60))).isEqualTo(told.events());
  }

  @Test
  void statesAreTheLastBeforeAMoment() {
    told.agent(0, AGENT_READY, "1001")
        .agent(10, AGENT_PAUSED, "1001", "", "lunch")
        .agent(20, AGENT_READY, "1002")
        .agent(30, AGENT_GONE, "1001")
        .call(31, JOINED, "c1", "general");
    log.append(told.events());

    assertThat(log.statesAt(told.at(30)))
        .containsExactly(told.events().get(1), told.events().get(2));
    assertThat(log.statesAt(told.at(32)))
        .containsExactly(told.events().get(2), told.events().get(3));
    assertThat(log.statesAt(told.at(Duration.ofDays(8).toSeconds()))).isEmpty();
  }

  /** Calls and states reach over both borders of the time that is asked for. */
  @Test
  void reportsAreOfTheirTimeAndKnowWhatWasBeforeAndAfter() {
    told.agent(-9000, AGENT_READY, "1001")
        .call(-20, JOINED, "before", "general")
        .call(10, ANSWERED, "before", "general", "1001", "")
        .agent(10, AGENT_TALKING, "1001", "before", "")
        .call(100, COMPLETED, "before", "general", "1001", "")
        .agent(100, AGENT_READY, "1001")
        .call(-50, JOINED, "asked", "general")
        .call(2, STEPPED_OUT, "asked", "general")
        .call(3, JOINED, "asked", "general")
        .call(8, ABANDONED, "asked", "general")
        .call(890, JOINED, "within", "general")
        .call(905, ANSWERED, "within", "general", "1001", "")
        .agent(905, AGENT_TALKING, "1001", "within", "")
        .call(1805, COMPLETED, "within", "general", "1001", "")
        .agent(1805, AGENT_READY, "1001")
        .call(900, JOINED, "after", "general")
        .call(950, ABANDONED, "after", "general");
    log.append(told.events());
    Quarter quarter = Quarter.of(told.at(0));

    CallSums calls =
        reports.queues(quarter, quarter.next(), FigureRules.SHIPPED).total().orElseThrow();
    AgentSums work = reports.agents(quarter, quarter.next()).total().orElseThrow();

    assertThat(calls.offered()).isEqualTo(1);
    assertThat(calls.answeredInTime()).isEqualTo(1);
    assertThat(calls.talk()).isEqualTo(900_000);
    assertThat(work.handled()).isEqualTo(1);
    assertThat(work.handling()).isEqualTo(90_000);
    assertThat(work.talking()).isEqualTo(90_000);
    assertThat(work.ready()).isEqualTo(810_000);
  }

  @Test
  void theOldestAreRemovedFirst() {
    Instant first = clock.instant().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(398));
    Told old = new Told(first.toString());
    old.call(0, JOINED, "c1", "general").call(7, ABANDONED, "c1", "general");
    old.call(60, JOINED, "c2", "general");
    log.append(old.events());

    assertThat(log.forget(old.at(60), 1)).isEqualTo(1);
    assertThat(log.between(old.at(0), old.at(61))).isEqualTo(old.events().subList(1, 3));
    assertThat(log.forget(old.at(60), 100)).isEqualTo(1);
    assertThat(log.any(old.at(0), old.at(60))).isFalse();
    assertThat(log.any(old.at(0), old.at(61))).isTrue();

    Instant later = old.at(61).plus(OldEvents.KEPT);
    new OldEvents(log, new SettableClock(later)).run(() -> false);

    assertThat(log.any(old.at(0), old.at(61))).isFalse();
  }

  @Test
  void whatTheDatabaseDoesNotTakeWaitsOnTheDisk(@TempDir Path home) throws IOException {
    told.call(0, JOINED, "c1", "general").agent(1, AGENT_PAUSED, "1001", "", "午饭");
    EventJournal journal = new EventJournal(new HotlineProperties("node-1", home), clock);
    try (DatabaseGate gate = new DatabaseGate(clock, Duration.ZERO, 1);
        EventKeeper keeper = new EventKeeper(log, journal, gate, clock)) {
      told.events().forEach(keeper::keep);
      keeper.round();
      assertThat(journal.waiting()).isNotEmpty();
      assertThat(log.between(told.at(0), told.at(8))).isEmpty();

      gate.schemaIsReady();
      told.call(7, ABANDONED, "c1", "general");
      keeper.keep(told.events().get(2));
      keeper.round();
      assertThat(journal.waiting()).isEmpty();
      assertThat(log.between(told.at(0), told.at(8))).isEqualTo(told.events());
    }
  }

  /** The first at once, then a file every 15 s, and the rest at the node's end. */
  @Test
  void aLongOutageMakesFewFiles(@TempDir Path home) throws IOException {
    SettableClock time = new SettableClock(told.at(0));
    EventJournal journal = new EventJournal(new HotlineProperties("node-1", home), time);
    // No thread of the keeper's own: only these rounds.
    try (DatabaseGate gate = new DatabaseGate(time, Duration.ZERO, 1);
        EventKeeper keeper = new EventKeeper(log, journal, gate, time)) {
      keeper.close();
      for (int second = 0; second < 30; second++) {
        told.call(second, JOINED, "c" + second, "general");
        keeper.keep(told.events().get(second));
        keeper.round();
        time.pass(Duration.ofSeconds(1));
      }
      assertThat(journal.waiting()).hasSize(2);

      keeper.close();
      assertThat(journal.waiting()).hasSize(3);
      for (int more = 30; more < 30 + EventKeeper.AT_ONCE; more++) {
        told.call(more, JOINED, "c" + more, "general");
        keeper.keep(told.events().get(more));
      }
      keeper.round();
      assertThat(journal.waiting()).hasSize(4);

      gate.schemaIsReady();
      keeper.round();
    }

    assertThat(journal.waiting()).isEmpty();
    assertThat(log.between(told.at(0), told.at(600))).isEqualTo(told.events());
  }

  /** A batch is not entered, and one event after the other is not left out for that. */
  @Test
  void aDatabaseThatTakesNoWritesLosesNothing(@TempDir Path home) throws IOException {
    told.call(0, JOINED, "c1", "general").call(7, ABANDONED, "c1", "general");
    EventJournal journal = new EventJournal(new HotlineProperties("node-1", home), clock);
    AtomicBoolean readOnly = new AtomicBoolean(true);
    QueueEvents guarded =
        new QueueEvents(jdbc, template, transactions) {
          @Override
          public void append(List<QueueEvent> events) {
            if (readOnly.get()) {
              throw new UncategorizedSQLException(
                  "insert", "INSERT", new SQLException("--read-only", "HY000", 1290));
            }
            super.append(events);
          }
        };
    try (DatabaseGate gate = new DatabaseGate(clock, Duration.ZERO, 1);
        EventKeeper keeper = new EventKeeper(guarded, journal, gate, clock)) {
      gate.schemaIsReady();
      told.events().forEach(keeper::keep);
      keeper.round();
      keeper.round();
      assertThat(journal.waiting()).isNotEmpty();

      readOnly.set(false);
      keeper.round();
      assertThat(journal.waiting()).isEmpty();
      assertThat(log.between(told.at(0), told.at(8))).isEqualTo(told.events());
    }
  }

  @Test
  void whatCanNeverBeEnteredKeepsNoOthers(@TempDir Path home) throws IOException {
    told.call(0, JOINED, "c1", "general").call(7, ABANDONED, "c1", "general");
    EventJournal journal = new EventJournal(new HotlineProperties("node-1", home), clock);
    QueueEvents choosy =
        new QueueEvents(jdbc, template, transactions) {
          @Override
          public void append(List<QueueEvent> events) {
            if (events.contains(told.events().get(0))) {
              throw new DataIntegrityViolationException("too long");
            }
            super.append(events);
          }
        };
    try (DatabaseGate gate = new DatabaseGate(clock, Duration.ZERO, 1);
        EventKeeper keeper = new EventKeeper(choosy, journal, gate, clock)) {
      gate.schemaIsReady();
      told.events().forEach(keeper::keep);
      keeper.round();
    }

    assertThat(journal.waiting()).isEmpty();
    assertThat(log.between(told.at(0), told.at(8))).isEqualTo(told.events().subList(1, 2));
  }

  @Test
  void aFileThatIsNoneIsLaidAside(@TempDir Path home) throws IOException {
    EventJournal journal = new EventJournal(new HotlineProperties("node-1", home), clock);
    journal.keep(told.call(0, JOINED, "c1", "general").events());
    Path folder = Objects.requireNonNull(journal.waiting().get(0).getParent());
    Files.writeString(folder.resolve("0000000000000-000000.json"), "{\"events\": 7}");
    try (DatabaseGate gate = new DatabaseGate(clock, Duration.ZERO, 1);
        EventKeeper keeper = new EventKeeper(log, journal, gate, clock)) {
      gate.schemaIsReady();
      keeper.round();
    }

    assertThat(log.between(told.at(0), told.at(8))).isEqualTo(told.events());
    assertThat(folder).isDirectoryContaining("glob:**.json.rejected");
    assertThat(journal.waiting()).isEmpty();
  }
}
