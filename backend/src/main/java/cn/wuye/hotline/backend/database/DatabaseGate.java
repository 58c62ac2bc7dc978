package cn.wuye.hotline.backend.database;

import cn.wuye.hotline.ivr.audiosocket.CallThreads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to the database for work that must not wait for it. After a failure or a time-out
 * everyone is refused at once for a pause; then one is let through to try, and its success opens
 * the gate again. Closed until {@link #schemaIsReady()}.
 */
public final class DatabaseGate implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseGate.class);
  private static final int WAITING = 64;
  private static final int TIMEOUTS_IN_A_ROW = 2;

  private final Clock clock;
  private final Duration pause;
  private final ThreadPoolExecutor threads;
  private final AtomicBoolean trying = new AtomicBoolean();
  private final AtomicInteger timeouts = new AtomicInteger();
  private volatile boolean schemaReady;
  private volatile Instant awayUntil = Instant.MIN;

  /**
   * @param pause how long everyone is refused after a failure
   * @param threads how many calls' work may be in the database at once
   */
  public DatabaseGate(Clock clock, Duration pause, int threads) {
    this.clock = clock;
    this.pause = pause;
    this.threads =
        new ThreadPoolExecutor(
            threads,
            threads,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            runnable -> {
              Thread thread = new Thread(runnable, "database-gate");
              thread.setDaemon(true);
              return thread;
            });
    this.threads.allowCoreThreadTimeOut(true);
  }

  /** From now on the database may be used. */
  public void schemaIsReady() {
    schemaReady = true;
    awayUntil = Instant.MIN;
  }

  /** Whether work is let through, as far as is known. */
  public boolean isOpen() {
    return schemaReady && awayUntil.equals(Instant.MIN);
  }

  /**
   * Does the work on the caller's thread, however long it takes.
   *
   * @throws DatabaseAwayException when the database is away or goes away meanwhile
   */
  public <T> T run(Supplier<T> work) {
    boolean probe = admit();
    try {
      T result = work.get();
      back();
      return result;
    } catch (RuntimeException e) {
      throw translated(e);
    } finally {
      if (probe) {
        trying.set(false);
      }
    }
  }

  /**
   * Does the work on another thread and waits for it at most for the budget. Work that takes longer
   * is not interrupted and may still succeed: it has to be idempotent.
   *
   * @throws DatabaseAwayException when the database is away or did not answer within the budget
   */
  public <T> T run(Duration budget, Supplier<T> work) {
    boolean probe = admit();
    try {
      // The work's log lines belong to the call that waits for it.
      Supplier<T> inContext = CallThreads.inThisLogContext(work);
      Future<T> future = threads.submit(inContext::get);
      T result = future.get(budget.toMillis(), TimeUnit.MILLISECONDS);
      back();
      return result;
    } catch (TimeoutException e) {
      // One may be slow by chance; the second in a row spares the others the wait.
      if (probe || timeouts.incrementAndGet() >= TIMEOUTS_IN_A_ROW) {
        away("no answer within " + budget.toMillis() + " ms");
      }
      throw new DatabaseAwayException("no answer within " + budget.toMillis() + " ms", e);
    } catch (RejectedExecutionException e) {
      throw new DatabaseAwayException("too much is waiting for the database", e);
    } catch (ExecutionException e) {
      throw translated(e.getCause() instanceof RuntimeException r ? r : new RuntimeException(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseAwayException("interrupted while waiting for the database", e);
    } finally {
      if (probe) {
        trying.set(false);
      }
    }
  }

  /** True when the one admitted is the one who tries whether the database is back. */
  private boolean admit() {
    if (!schemaReady) {
      throw new DatabaseAwayException("the database's schema is not ready yet", null);
    }
    Instant until = awayUntil;
    if (until.equals(Instant.MIN)) {
      return false;
    }
    if (clock.instant().isBefore(until) || !trying.compareAndSet(false, true)) {
      throw new DatabaseAwayException("the database is away, next attempt after " + until, null);
    }
    return true;
  }

  private RuntimeException translated(RuntimeException e) {
    if (DatabaseFailure.of(e) == DatabaseFailure.AWAY) {
      away(String.valueOf(e.getMessage()));
      return e instanceof DatabaseAwayException
          ? e
          : new DatabaseAwayException("the database is away: " + e.getMessage(), e);
    }
    back();
    return e;
  }

  private void away(String why) {
    if (awayUntil.equals(Instant.MIN)) {
      String firstLine = why.lines().findFirst().orElse("");
      LOG.warn("Database away ({}); trying again every {} s", firstLine, pause.toSeconds());
    }
    awayUntil = clock.instant().plus(pause);
  }

  private void back() {
    timeouts.set(0);
    if (!awayUntil.equals(Instant.MIN)) {
      awayUntil = Instant.MIN;
      LOG.info("Database is back");
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
