package cn.wuye.hotline.backend.deadline.chase;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.database.DatabaseFailure;
import cn.wuye.hotline.backend.database.SchemaReady;
import cn.wuye.hotline.backend.database.SharedJob;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.MySQL8JdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Runs the jobs of the deadlines, and what else is done by one node for all, each on one node at a
 * time. A node that dies in the middle of one has it taken from it within two minutes.
 */
@Component
class DeadlineJobs {
  /** Its name in the database. */
  static final String CHASE = "deadline-chase";

  /** Its name in the database. */
  static final String FIRST_CLOCKS = "deadline-first-clocks";

  private static final Logger log = LoggerFactory.getLogger(DeadlineJobs.class);
  private static final Duration EVERY_TEN_MINUTES = Duration.ofMinutes(10);
  private static final int MISSED_HEARTBEATS = 4;
  private static final Duration LAST_ROUND = Duration.ofSeconds(10);

  private final DeadlineProperties properties;
  private final HotlineProperties node;
  private final DataSource database;
  private final Chase chase;
  private final FirstClocks firstClocks;
  private final List<SharedJob> others;
  private final Clock clock;
  private @Nullable Scheduler scheduler;

  DeadlineJobs(
      DeadlineProperties properties,
      HotlineProperties node,
      DataSource database,
      Chase chase,
      FirstClocks firstClocks,
      List<SharedJob> others,
      Clock clock) {
    this.properties = properties;
    this.node = node;
    this.database = database;
    this.chase = chase;
    this.firstClocks = firstClocks;
    this.others = others;
    this.clock = clock;
  }

  @EventListener
  synchronized void start(SchemaReady ready) {
    if (properties.jobs() && scheduler == null) {
      scheduler = started(node.nodeId(), properties.pause());
    }
  }

  @PreDestroy
  synchronized void stop() {
    if (scheduler != null) {
      scheduler.stop();
    }
  }

  /** A scheduler that has begun; whoever started it stops it. */
  Scheduler started(String name, Duration pause) {
    List<RecurringTask<Void>> tasks = new ArrayList<>();
    tasks.add(task(CHASE, pause, chase::round));
    tasks.add(task(FIRST_CLOCKS, EVERY_TEN_MINUTES, firstClocks::give));
    others.forEach(job -> tasks.add(task(job.name(), job.pause(), job::run)));
    Scheduler made =
        Scheduler.create(database)
            .startTasks(tasks)
            .schedulerName(new SchedulerName.Fixed(name))
            .clock(clock::instant)
            // Connector/J calls both servers MySQL, and both are new enough.
            .jdbcCustomization(new MySQL8JdbcCustomization(true))
            .threads(2)
            .pollingInterval(pause)
            .heartbeatInterval(properties.heartbeat())
            .missedHeartbeatsLimit(MISSED_HEARTBEATS)
            .shutdownMaxWait(LAST_ROUND)
            .failureLogging(LogLevel.WARN, false)
            .build();
    made.start();
    return made;
  }

  private static RecurringTask<Void> task(
      String name, Duration pause, Consumer<BooleanSupplier> work) {
    return Tasks.recurring(name, FixedDelay.of(pause))
        .execute((instance, context) -> run(name, context, work));
  }

  /**
   * With the database away the job is over; it comes again, and has kept nothing in memory. Any
   * other failure is noted in the database, where {@link DeadlinesHealth} finds it.
   */
  private static void run(String name, ExecutionContext context, Consumer<BooleanSupplier> work) {
    try {
      work.accept(() -> context.getSchedulerState().isShuttingDown());
    } catch (RuntimeException failure) {
      if (DatabaseFailure.of(failure) != DatabaseFailure.REFUSED) {
        log.debug("{}: broken off, it comes again: {}", name, failure.getMessage());
        return;
      }
      log.error("{}: a round failed; it comes again", name, failure);
      throw failure;
    }
  }
}
