package cn.wuye.hotline.backend.desk;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What the desk does about events: one after the other, off the thread that brings them. What is
 * thrown is logged and holds up nothing else.
 */
@Component
class DeskThread implements Executor, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeskThread.class);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread made = new Thread(task, "desk");
            made.setDaemon(true);
            return made;
          });

  @Override
  public void execute(Runnable work) {
    later(Duration.ZERO, work);
  }

  void later(Duration delay, Runnable work) {
    try {
      thread.schedule(guarded(work), delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException stopping) {
      LOG.debug("not done while stopping: {}", stopping.getMessage());
    }
  }

  private static Runnable guarded(Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (TelephoneAway e) {
        LOG.warn("the desk: Asterisk did not follow: {}", e.getMessage());
      } catch (RuntimeException e) {
        LOG.error("the desk: an event could not be followed", e);
      }
    };
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
