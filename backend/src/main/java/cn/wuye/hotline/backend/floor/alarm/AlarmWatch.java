package cn.wuye.hotline.backend.floor.alarm;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.database.SchemaReady;
import cn.wuye.hotline.backend.floor.Alarm;
import cn.wuye.hotline.backend.floor.Floor;
import cn.wuye.hotline.backend.floor.FloorFigures;
import cn.wuye.hotline.backend.floor.FloorNow;
import cn.wuye.hotline.backend.floor.FloorView;
import cn.wuye.hotline.backend.floor.Standing;
import cn.wuye.hotline.backend.floor.book.Books;
import cn.wuye.hotline.backend.floor.screen.FloorProperties;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks for alarms every five seconds, on every node. */
@Component
class AlarmWatch {
  private static final Logger log = LoggerFactory.getLogger(AlarmWatch.class);
  private static final Duration EVERY = Duration.ofSeconds(5);

  /** By then a node that has just begun knows of the other nodes' agents. */
  static final Duration SETTLED = Duration.ofMinutes(1);

  private final Floor floor;
  private final Books books;
  private final FloorProperties properties;
  private final AlarmTeller teller;
  private final DatabaseGate gate;
  private final Clock clock;
  private final Periodically rounds = new Periodically("floor-alarms", EVERY, this::round);
  private volatile Instant began = Instant.MAX;

  AlarmWatch(
      Floor floor,
      Books books,
      FloorProperties properties,
      AlarmTeller teller,
      DatabaseGate gate,
      Clock clock) {
    this.floor = floor;
    this.books = books;
    this.properties = properties;
    this.teller = teller;
    this.gate = gate;
    this.clock = clock;
  }

  @EventListener
  void start(SchemaReady now) {
    began = clock.instant();
    rounds.start();
  }

  @PreDestroy
  void stop() {
    rounds.close();
  }

  private void round() {
    Instant now = clock.instant();
    FloorNow seen = floor.now(now);
    List<Alarm> alarms =
        new FloorView(seen, books.now(), FloorFigures.NONE, properties.patience()).alarms(now);
    try {
      gate.run(
          () -> {
            teller.round(certain(alarms, seen, began, now), now);
            return alarms;
          });
    } catch (DatabaseAwayException away) {
      log.debug("alarms are told when the database is there: {}", away.getMessage());
    }
  }

  /**
   * That somebody waits, whoever sees her knows. That nobody is there, only who sees all nodes; of
   * a node that is not seen for {@link FloorNow#KEPT} nobody's agents are counted any more.
   *
   * @param began when this node did
   */
  static List<Alarm> certain(List<Alarm> alarms, FloorNow seen, Instant began, Instant now) {
    boolean all =
        !seen.nodes().isEmpty()
            && !began.plus(SETTLED).isAfter(now)
            && seen.nodes().stream()
                .allMatch(
                    node ->
                        node.standing() == Standing.LIVE
                            || node.since().plus(FloorNow.KEPT).isBefore(now));
    return alarms.stream().filter(alarm -> all || !alarm.kind().absence()).toList();
  }
}
