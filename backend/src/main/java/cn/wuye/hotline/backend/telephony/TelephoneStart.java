package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.backend.database.Phases;
import cn.wuye.hotline.ivr.agi.TelephoneFigures;
import cn.wuye.hotline.ivr.agi.TelephoneServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Opens the telephone when everything else is there; closes it first: no new calls, a while for
 * those in progress, and whoever still talks then is left to Asterisk.
 */
final class TelephoneStart implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(TelephoneStart.class);
  private static final Duration LOOK = Duration.ofMillis(50);

  private final TelephoneServer server;
  private final Duration drain;
  private volatile boolean running;
  private volatile boolean closing;

  /**
   * @param drain how long calls in progress may go on at the end
   */
  TelephoneStart(TelephoneServer server, Duration drain) {
    this.server = server;
    this.drain = drain;
  }

  /** What the telephone is doing; empty while it is closed. */
  Optional<TelephoneFigures> figures() {
    return running ? Optional.of(server.figures()) : Optional.empty();
  }

  /** Whether it takes calls. */
  boolean open() {
    return running && !closing;
  }

  @Override
  public void start() {
    try {
      closing = false;
      server.start();
      running = true;
    } catch (IOException e) {
      throw new IllegalStateException(
          "the telephone cannot be opened (hotline.telephony.agi, hotline.telephony.audio-socket): "
              + e.getMessage(),
          e);
    }
  }

  @Override
  public void stop() {
    if (!running) {
      return;
    }
    closing = true;
    server.refuseNewCalls();
    long end = System.nanoTime() + drain.toNanos();
    int calls = server.figures().calls();
    if (calls > 0) {
      LOG.info("{} calls go on for at most {} s, then Asterisk has them", calls, drain.toSeconds());
    }
    while (server.figures().calls() > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK.toNanos());
    }
    running = false;
    server.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Phases.TELEPHONE;
  }
}
