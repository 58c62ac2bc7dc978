package cn.wuye.hotline.backend.database;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/**
 * Brings the schema up to date at the start, or in the background as soon as the database is there:
 * calls are answered meanwhile.
 */
final class SchemaMigration implements FlywayMigrationStrategy, SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(SchemaMigration.class);

  private final DatabaseGate gate;
  private final ApplicationEventPublisher events;
  private final Duration pause;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          runnable -> {
            Thread t = new Thread(runnable, "schema-migration");
            t.setDaemon(true);
            return t;
          });
  private volatile @Nullable Flyway flyway;
  private volatile boolean done;
  private volatile boolean running;
  private volatile String problem = "";

  /**
   * @param pause between attempts
   */
  SchemaMigration(DatabaseGate gate, ApplicationEventPublisher events, Duration pause) {
    this.gate = gate;
    this.events = events;
    this.pause = pause;
  }

  @Override
  public void migrate(Flyway configured) {
    flyway = configured;
    attempt(configured);
  }

  /** Why the schema is not ready; empty string when it is. */
  String problem() {
    return problem;
  }

  @Override
  public void start() {
    running = true;
    thread.execute(this::goOn);
  }

  private void goOn() {
    Flyway configured = flyway;
    if (configured == null || !running) {
      return;
    }
    if (done || attempt(configured)) {
      events.publishEvent(new SchemaReady());
    } else {
      thread.schedule(this::goOn, pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private boolean attempt(Flyway configured) {
    try {
      configured.migrate();
      done = true;
      problem = "";
      gate.schemaIsReady();
      return true;
    } catch (FlywayException e) {
      String why = String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
      if (!kind(why).equals(kind(problem))) {
        LOG.warn(
            "Schema not ready: {}; calls are answered, tickets wait in the journal, next attempt in"
                + " {} s",
            why,
            pause.toSeconds(),
            DatabaseFailure.of(e) == DatabaseFailure.AWAY ? null : e);
      }
      problem = why;
      return false;
    }
  }

  /** Figures differ from attempt to attempt, and say nothing new. */
  private static String kind(String why) {
    return why.replaceAll("[0-9]+", "");
  }

  @Override
  public void stop() {
    running = false;
    thread.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Phases.SCHEMA;
  }
}
