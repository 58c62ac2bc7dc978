package cn.wuye.hotline.backend.live;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Asks the database what happened, once for all screens of this node, while there are any. */
@Component
class LivePoller implements SmartLifecycle {
  static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration PAUSE_WHILE_AWAY = Duration.ofSeconds(2);
  private static final int PAUSES_A_HEARTBEAT = 60;
  private static final Logger log = LoggerFactory.getLogger(LivePoller.class);

  private final LiveSource source;
  private final Screens screens;
  private @Nullable ScheduledExecutorService thread;
  private boolean away;
  private int sinceHeartbeat;

  LivePoller(LiveSource source, Screens screens) {
    this.source = source;
    this.screens = screens;
  }

  @Override
  public synchronized void start() {
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread made = new Thread(task, "live-poller");
              made.setDaemon(true);
              return made;
            });
    thread = started;
    started.schedule(() -> round(started), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void stop() {
    if (thread != null) {
      thread.shutdownNow();
      thread = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }

  private void round(ScheduledExecutorService next) {
    try {
      poll();
    } finally {
      if (!next.isShutdown()) {
        Duration pause = away ? PAUSE_WHILE_AWAY : PAUSE;
        next.schedule(() -> round(next), pause.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
  }

  private void poll() {
    heartbeat();
    if (screens.none()) {
      source.rest();
      return;
    }
    try {
      List<LiveEvent> events = source.next();
      events.forEach(event -> screens.each(screen -> screen.tell(event)));
      if (away) {
        log.info("live feed: the database is back, {} screens are told again", screens.count());
        away = false;
      }
    } catch (DataAccessException | TransactionException failure) {
      if (!away) {
        log.warn(
            "live feed: cannot ask the database ({}); asking again every {} s",
            failure.getMessage(),
            PAUSE_WHILE_AWAY.toSeconds());
        away = true;
      }
    } catch (RuntimeException unexpected) {
      log.error("live feed: this round failed, the next follows", unexpected);
    }
  }

  // Keeps proxies from closing the line, and finds lines whose far end has gone.
  private void heartbeat() {
    if (++sinceHeartbeat >= PAUSES_A_HEARTBEAT) {
      sinceHeartbeat = 0;
      screens.each(screen -> screen.send(SseEmitter.event().comment("alive")));
    }
  }
}
