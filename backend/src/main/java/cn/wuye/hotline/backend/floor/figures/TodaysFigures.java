package cn.wuye.hotline.backend.floor.figures;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.database.SchemaReady;
import cn.wuye.hotline.backend.floor.FloorFigures;
import cn.wuye.hotline.backend.traffic.log.QueueEvents;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The figures of today, every ten seconds, while somebody asks for them. */
@Component
public class TodaysFigures {
  private static final Logger log = LoggerFactory.getLogger(TodaysFigures.class);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Duration EVERY = Duration.ofSeconds(10);
  private static final Duration ASKED_WITHIN = Duration.ofMinutes(1);

  private final TodaysEvents events;
  private final DatabaseGate gate;
  private final Clock clock;
  private final Periodically rounds = new Periodically("floor-figures", EVERY, this::round);
  private volatile FloorFigures figures = FloorFigures.NONE;
  private volatile Instant asked = Instant.EPOCH;

  TodaysFigures(QueueEvents written, DatabaseGate gate, Clock clock) {
    this.events = new TodaysEvents(written::between, written::statesAt);
    this.gate = gate;
    this.clock = clock;
  }

  /** As they were made last; who asks has them made anew from now on. */
  public FloorFigures now() {
    Instant now = clock.instant();
    boolean again = idle(now);
    asked = now;
    if (again) {
      rounds.now();
    }
    return figures;
  }

  @EventListener
  void start(SchemaReady now) {
    rounds.start();
  }

  @PreDestroy
  void stop() {
    rounds.close();
  }

  private boolean idle(Instant now) {
    return asked.plus(ASKED_WITHIN).isBefore(now);
  }

  private void round() {
    Instant now = clock.instant();
    if (idle(now)) {
      return;
    }
    Instant day = LocalDate.ofInstant(now, ZONE).atStartOfDay(ZONE).toInstant();
    Instant first = day.minus(Duration.ofHours(1));
    try {
      figures = gate.run(() -> DayFigures.of(events.since(first, now), day, now));
    } catch (DatabaseAwayException away) {
      log.debug("the figures of today stay as they were: {}", away.getMessage());
    }
  }
}
