package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.database.Phases;
import cn.wuye.hotline.backend.database.SchemaReady;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/** The intake's thread, from the start of the application to its end. */
final class IntakeWorker implements SmartLifecycle {
  private final Periodically work;
  private volatile boolean running;

  IntakeWorker(Periodically work) {
    this.work = work;
  }

  /** Something has changed: a look now rather than at the next round. */
  void now() {
    work.now();
  }

  @EventListener
  void on(SchemaReady ready) {
    work.now();
  }

  @Override
  public void start() {
    running = true;
    work.start();
  }

  @Override
  public void stop() {
    running = false;
    work.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Phases.INTAKE;
  }
}
