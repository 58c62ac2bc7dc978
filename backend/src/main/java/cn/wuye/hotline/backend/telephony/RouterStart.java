package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.backend.database.Phases;
import cn.wuye.hotline.router.ami.AmiConnection;
import org.springframework.context.SmartLifecycle;

/** Connects to Asterisk before the telephone is opened, and leaves after it is closed. */
final class RouterStart implements SmartLifecycle {
  private final AmiConnection ami;
  private volatile boolean running;

  RouterStart(AmiConnection ami) {
    this.ami = ami;
  }

  @Override
  public void start() {
    if (!running) {
      running = true;
      ami.start();
    }
  }

  @Override
  public void stop() {
    running = false;
    ami.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Phases.ROUTER;
  }
}
