package cn.wuye.hotline.backend.database;

import java.time.Duration;
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

  private final Duration pause;
  private final Runnable work;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition asked = lock.newCondition();
  private final AtomicBoolean started = new AtomicBoolean();
  private boolean wanted;
  private volatile boolean closed;

  public Periodically(String name, Duration pause, Runnable work) {
    this.pause = pause;
    this.work = work;
    this.thread = new Thread(this::loop, name);
    this.thread.setDaemon(true);
  }

  /** Begins, with a first round at once; idempotent. */
  public void start() {
    if (started.compareAndSet(false, true)) {
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
      try {
        work.run();
      } catch (RuntimeException e) {
        LOG.error(
            "{}: a round failed, the next comes in {} ms", thread.getName(), pause.toMillis(), e);
      }
      if (!rest()) {
        return;
      }
    }
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
    closed = true;
    now();
    try {
      thread.join(LAST_ROUND.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
