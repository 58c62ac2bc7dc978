package cn.wuye.hotline.ivr.speech.vosk;

import java.time.Duration;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that decode: platform threads, because native calls would pin virtual ones, and no
 * more than processors. Work is cut into short slices; the more urgent slice goes first, of equal
 * ones the older.
 */
final class DecodeThreads {
  private static final Logger LOG = LoggerFactory.getLogger(DecodeThreads.class);

  private final AtomicLong order = new AtomicLong();
  private final DecodeFigures figures;
  private final ThreadPoolExecutor threads;

  /** Who goes first when the processors are too few. */
  enum Urgency {
    SPOTTING,
    CHOICE,
    FREE,
    RECORDING
  }

  private record Slice(Urgency urgency, long order, Runnable work, DecodeFigures figures)
      implements Runnable, Comparable<Slice> {
    @Override
    public void run() {
      long from = System.nanoTime();
      try {
        work.run();
      } catch (RuntimeException | Error e) {
        LOG.error("decoding failed in a way nobody expected; the thread goes on", e);
      } finally {
        figures.worked(System.nanoTime() - from);
      }
    }

    @Override
    public int compareTo(Slice other) {
      int byUrgency = urgency.compareTo(other.urgency);
      return byUrgency != 0 ? byUrgency : Long.compare(order, other.order);
    }
  }

  DecodeThreads(int count, DecodeFigures figures) {
    this.figures = figures;
    AtomicLong number = new AtomicLong();
    threads =
        new ThreadPoolExecutor(
            count,
            count,
            1,
            TimeUnit.MINUTES,
            new PriorityBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, "decode-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());
    threads.allowCoreThreadTimeOut(true);
  }

  void run(Urgency urgency, Runnable work) {
    threads.execute(new Slice(urgency, order.incrementAndGet(), work, figures));
  }

  /** Whether all work ended in time; while some goes on, nothing native may be freed. */
  boolean end(Duration patience) {
    threads.shutdown();
    try {
      return threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
