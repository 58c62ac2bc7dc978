package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.database.Periodically;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The imports' thread: what a node leaves undone, another finds within seconds. */
@Component
class ImportWorker implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final ImportWork work;
  private final DatabaseGate gate;
  private final Periodically thread;
  private volatile boolean running;

  ImportWorker(ImportWork work, DatabaseGate gate) {
    this.work = work;
    this.gate = gate;
    this.thread = new Periodically("import", PAUSE, this::round);
  }

  /** Something has come: a look now rather than at the next round. */
  void now() {
    thread.now();
  }

  private void round() {
    try {
      gate.run(
          () -> {
            work.round();
            return true;
          });
    } catch (DatabaseAwayException away) {
      log.debug("imports wait for the database: {}", away.getMessage());
    }
  }

  @Override
  public void start() {
    running = true;
    thread.start();
  }

  @Override
  public void stop() {
    running = false;
    thread.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
