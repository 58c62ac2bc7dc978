package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.intake.journal.Journal;
import cn.wuye.hotline.backend.intake.number.NumberStock;
import cn.wuye.hotline.backend.intake.spool.Spool;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** What waits to be taken in, and what could not be. */
@Component("intakeHealthIndicator")
final class IntakeHealth implements HealthIndicator {
  private static final Status DEGRADED = new Status("DEGRADED");

  /** A call that was last heard of so long ago should be in the database. */
  private static final long LATE_MINUTES = 30;

  private final Journal journal;
  private final Spool spool;
  private final LiveCalls live;
  private final NumberStock numbers;
  private final RejectedItems rejected;
  private final DatabaseGate gate;
  private final Clock clock;

  IntakeHealth(
      Journal journal,
      Spool spool,
      LiveCalls live,
      NumberStock numbers,
      RejectedItems rejected,
      DatabaseGate gate,
      Clock clock) {
    this.journal = journal;
    this.spool = spool;
    this.live = live;
    this.numbers = numbers;
    this.rejected = rejected;
    this.gate = gate;
    this.clock = clock;
  }

  @Override
  public Health health() {
    int aside = rejected.list().size();
    List<CallId> journals = journal.atWork();
    long oldest = minutes(journals);
    String state =
        aside > 0
            ? "rejected"
            : !gate.isOpen() ? "waiting" : oldest >= LATE_MINUTES ? "late" : "ok";
    return Health.status(state.equals("ok") ? Status.UP : DEGRADED)
        .withDetail("state", state)
        .withDetail("databaseOpen", gate.isOpen())
        .withDetail("callsInProgress", live.count())
        .withDetail("journals", journals.size())
        .withDetail("oldestMinutes", oldest)
        .withDetail("spooledCalls", spool.calls().size())
        .withDetail("numbersLeft", numbers.left())
        .withDetail("rejected", aside)
        .build();
  }

  /** Since the call at work that was heard of the longest ago. */
  private long minutes(List<CallId> calls) {
    Instant now = clock.instant();
    return calls.stream()
        .flatMap(call -> journal.lastWritten(call).stream())
        .min(Comparator.naturalOrder())
        .map(written -> Math.max(0, Duration.between(written, now).toMinutes()))
        .orElse(0L);
  }
}
