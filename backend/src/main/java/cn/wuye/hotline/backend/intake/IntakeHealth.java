package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.intake.journal.Journal;
import cn.wuye.hotline.backend.intake.number.NumberStock;
import cn.wuye.hotline.backend.intake.spool.Spool;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** What waits to be taken in, and what could not be. */
@Component("intakeHealthIndicator")
final class IntakeHealth implements HealthIndicator {
  private static final Status DEGRADED = new Status("DEGRADED");

  private final Journal journal;
  private final Spool spool;
  private final LiveCalls live;
  private final NumberStock numbers;
  private final RejectedItems rejected;
  private final DatabaseGate gate;

  IntakeHealth(
      Journal journal,
      Spool spool,
      LiveCalls live,
      NumberStock numbers,
      RejectedItems rejected,
      DatabaseGate gate) {
    this.journal = journal;
    this.spool = spool;
    this.live = live;
    this.numbers = numbers;
    this.rejected = rejected;
    this.gate = gate;
  }

  @Override
  public Health health() {
    int aside = rejected.list().size();
    return Health.status(gate.isOpen() && aside == 0 ? Status.UP : DEGRADED)
        .withDetail("databaseOpen", gate.isOpen())
        .withDetail("callsInProgress", live.count())
        .withDetail("journals", journal.atWork().size())
        .withDetail("spooledCalls", spool.calls().size())
        .withDetail("numbersLeft", numbers.left())
        .withDetail("rejected", aside)
        .build();
  }
}
