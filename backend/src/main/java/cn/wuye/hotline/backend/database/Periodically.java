package cn.wuye.hotline.backend.database;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Background work on a thread of its own: again and again with a pause between, and at once when
 * asked to. What the work throws is logged and does not end it.
 */
public final class Periodically implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Periodically.class);
  private static final Duration LAST_ROUND = Duration.ofSeconds(10);
  private static final long NEVER = Long.MIN_VALUE;
  private static final Set<Periodically> RUNNING = ConcurrentHashMap.newKeySet();

  private final Duration pause;
  private final Runnable work;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition asked = lock.newCondition();
  private final AtomicBoolean started = new AtomicBoolean();
  private boolean wanted;
  private volatile boolean closed;
  private volatile long begun = NEVER;
  private volatile long ended = NEVER;
  private volatile String error = "";

  /**
   * How a job is doing.
   *
   * @param pause between its rounds
   * @param sinceEnd since its last round ended; empty before the first did
   * @param runningFor how long its present round takes; empty while it rests
   * @param error what its last round threw, empty when all was well
   */
  public record Job(
      String name,
      Duration pause,
      Optional<Duration> sinceEnd,
      Optional<Duration> runningFor,
      String error) {}

  /** Those that run in this process, by name. */
  public static List<Job> jobs() {
    return RUNNING.stream().map(Periodically::job).sorted(Comparator.comparing(Job::name)).toList();
  }

  public Periodically(String name, Duration pause, Runnable work) {
    this.pause = pause;
    this.work = work;
    this.thread = new Thread(this::loop, name);
    this.thread.setDaemon(true);
  }

  /** Begins, with a first round at once; idempotent. */
  public void start() {
    if (started.compareAndSet(false, true)) {
      RUNNING.add(this);
      thread.start();
    }
  }

  /** Asks for a round now, or right after the present one; returns at once. */
  public void now() {
    lock.lock();
    try {
      wanted = true;
      asked.signal();
    } finally {
      lock.unlock();
    }
  }

  private void loop() {
    while (!closed) {
      begun = System.nanoTime();
      try {
        work.run();
        error = "";
      } catch (RuntimeException e) {
        error = String.valueOf(e.getMessage());
        LOG.error(
            "{}: a round failed, the next comes in {} ms", thread.getName(), pause.toMillis(), e);
      } finally {
        ended = System.nanoTime();
        begun = NEVER;
      }
      if (!rest()) {
        return;
      }
    }
  }

  private Job job() {
    return new Job(thread.getName(), pause, since(ended), since(begun), error);
  }

  private static Optional<Duration> since(long moment) {
    return moment == NEVER
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(System.nanoTime() - moment));
  }

  private boolean rest() {
    lock.lock();
    try {
      long nanos = pause.toNanos();
      while (!wanted && !closed && nanos > 0) {
        nanos = asked.awaitNanos(nanos);
      }
      wanted = false;
      return !closed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Lets the present round come to its end, for 10 s at most. */
  @Override
  public void close() {
    close(List.of(this), LAST_ROUND);
  }

  /**
   * Lets the present rounds of all come to their ends; none of them begins another.
   *
   * @param patience how long that may take for all of them together
   */
  public static void close(Collection<Periodically> all, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    all.forEach(Periodically::end);
    try {
      for (Periodically each : all) {
        each.thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        if (each.thread.isAlive()) {
          LOG.warn("{}: its last round is left unfinished", each.thread.getName());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void end() {
    closed = true;
    RUNNING.remove(this);
    now();
  }
}
