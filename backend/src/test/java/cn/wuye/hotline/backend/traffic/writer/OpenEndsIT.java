package cn.wuye.hotline.backend.traffic.writer;

import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_GONE;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_READY;
import static cn.wuye.hotline.backend.traffic.EventKind.ANSWERED;
import static cn.wuye.hotline.backend.traffic.EventKind.COMPLETED;
import static cn.wuye.hotline.backend.traffic.EventKind.JOINED;
import static cn.wuye.hotline.backend.traffic.EventKind.LOST;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.OnMariaDb;
import cn.wuye.hotline.backend.traffic.EventKind;
import cn.wuye.hotline.backend.traffic.QueueEvent;
import cn.wuye.hotline.backend.traffic.Told;
import cn.wuye.hotline.backend.traffic.log.QueueEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnMariaDb
@SuppressWarnings("NullAway.Init")
class OpenEndsIT {
  @Autowired QueueEvents log;
  @Autowired Clock clock;

  /** Nothing later than the last that the node has told is known to have happened. */
  @Test
  void whatEndedWhileTheNodeWasAwayIsClosedOnceTheDatabaseIsThere() {
    Instant day = clock.instant().minus(Duration.ofDays(333));
    Told told = new Told(day.toString());
    told.call(0, JOINED, "waits", "general")
        .call(0, JOINED, "still waits", "general")
        .call(0, JOINED, "talks", "general")
        .call(5, ANSWERED, "talks", "general", "1001", "")
        .call(0, JOINED, "over", "general")
        .call(5, ANSWERED, "over", "general", "1002", "")
        .call(9, COMPLETED, "over", "general", "1002", "")
        .agent(0, AGENT_READY, "1001")
        .agent(0, AGENT_READY, "1002")
        .agent(0, AGENT_READY, "1003")
        .agent(1, AGENT_GONE, "1003");
    log.append(told.events());
    QueueEvent elsewhere =
        QueueEvent.told("node-2", JOINED, told.at(1), "waits there", "general", "", "");
    log.append(List.of(elsewhere));
    AtomicBoolean complete = new AtomicBoolean();
    try (DatabaseGate gate = new DatabaseGate(clock, Duration.ZERO, 1);
        OpenEnds ends =
            new OpenEnds(
                Told.NODE, clock.instant(), log, complete::get, call -> true, gate, clock)) {
      ends.of(told.at(600), Set.of("still waits"), Set.of("1001"));
      complete.set(true);
      ends.round();
      complete.set(false);
      gate.schemaIsReady();
      ends.round();
      assertThat(log.between(told.at(9), told.at(601))).hasSize(1);

      complete.set(true);
      ends.round();
      ends.round();
    }

    assertThat(log.between(told.at(9), told.at(601)))
        .containsExactlyInAnyOrder(
            QueueEvent.told(Told.NODE, COMPLETED, told.at(9), "over", "general", "1002", ""),
            QueueEvent.told(Told.NODE, LOST, told.at(9), "waits", "general", "", ""),
            QueueEvent.told(Told.NODE, LOST, told.at(9), "talks", "general", "1001", ""),
            QueueEvent.told(Told.NODE, AGENT_GONE, told.at(9), "", "", "1002", ""));
  }

  /** Asterisk alone has brought her to an agent: she waits in no queue, and nobody has seen why. */
  @Test
  void whoseCallGoesOnIsLostWhenItEndsAndNothingElseWasSeen() {
    Instant start = clock.instant().minus(Duration.ofMinutes(2));
    Told told = new Told(start.toString());
    String tag = String.valueOf(start.toEpochMilli());
    told.call(0, JOINED, "went on " + tag, "general")
        .call(0, JOINED, "ends well " + tag, "general");
    log.append(told.events());
    Set<String> there = new HashSet<>(Set.of("went on " + tag, "ends well " + tag));
    try (DatabaseGate gate = new DatabaseGate(clock, Duration.ZERO, 1);
        OpenEnds ends =
            new OpenEnds(Told.NODE, told.at(30), log, () -> true, there::contains, gate, clock)) {
      gate.schemaIsReady();
      ends.of(told.at(31), Set.copyOf(there), Set.of());
      ends.round();
      ends.round();
      assertThat(kinds("went on " + tag)).containsExactly(JOINED);

      there.clear();
      log.append(
          List.of(
              QueueEvent.told(
                  Told.NODE, ANSWERED, told.at(40), "ends well " + tag, "general", "1001", ""),
              QueueEvent.told(
                  Told.NODE, COMPLETED, told.at(50), "ends well " + tag, "general", "1001", "")));
      ends.round();
      ends.round();
      ends.round();
    }

    assertThat(kinds("went on " + tag)).containsExactly(JOINED, LOST);
    assertThat(kinds("ends well " + tag)).containsExactly(JOINED, ANSWERED, COMPLETED);
  }

  private List<EventKind> kinds(String call) {
    Instant now = clock.instant().plusSeconds(1);
    return log.between(now.minus(Duration.ofMinutes(10)), now).stream()
        .filter(event -> event.call().equals(call))
        .map(QueueEvent::kind)
        .toList();
  }
}
