package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.sip.SipPhone;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An agent who takes what rings, talks for some seconds and ends it, lets her caller end it, or
 * hands her on; now and then she does not hear the bell, and signs in again afterwards.
 */
final class AgentAtWork {
  private static final int MISSED_PERCENT = 5;
  private static final int HANDED_ON_PERCENT = 45;
  private static final int HANGS_UP_PERCENT = 60;
  private static final int BACK_AFTER_SECONDS = 9;
  private static final int AT_LAST_MILLIS = 6000;

  private final SipPhone phone;
  private final Optional<DeskAgent> desk;
  private final Random random;
  private final ScheduledExecutorService timer;
  private final AtomicInteger missed = new AtomicInteger();
  private final AtomicInteger handedOn = new AtomicInteger();

  /**
   * @param desk her page, by which she hands callers on; empty for an agent who has none
   */
  AgentAtWork(SipPhone phone, Optional<DeskAgent> desk, long seed, ScheduledExecutorService timer) {
    this.phone = phone;
    this.desk = desk;
    this.random = new Random(seed);
    this.timer = timer;
    phone.whenItRings(this::rings);
  }

  int missed() {
    return missed.get();
  }

  int handedOn() {
    return handedOn.get();
  }

  private synchronized void rings(SipPhone bell) {
    int call = bell.rung().size();
    if (random.nextInt(100) < MISSED_PERCENT) {
      missed.incrementAndGet();
      timer.schedule(this::back, BACK_AFTER_SECONDS, TimeUnit.SECONDS);
      return;
    }
    int rings = 300 + random.nextInt(1700);
    int talks = 1500 + random.nextInt(5500);
    timer.schedule(bell::answer, rings, TimeUnit.MILLISECONDS);
    timer.schedule(() -> ends(call), rings + talks, TimeUnit.MILLISECONDS);
  }

  private void ends(int call) {
    if (phone.rung().size() != call || !phone.talking()) {
      return;
    }
    int how = next();
    if (desk.isPresent() && how < HANDED_ON_PERCENT && handsOn(desk.get())) {
      handedOn.incrementAndGet();
    } else if (next() < HANGS_UP_PERCENT) {
      phone.hangUp();
    } else {
      timer.schedule(
          () -> {
            if (phone.rung().size() == call) {
              phone.hangUp();
            }
          },
          AT_LAST_MILLIS,
          TimeUnit.MILLISECONDS);
    }
  }

  private synchronized int next() {
    return random.nextInt(100);
  }

  private boolean handsOn(DeskAgent page) {
    try {
      return page.handOn(random);
    } catch (IOException e) {
      Progress.tell(phone.user() + " could not hand on: " + e.getMessage());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Asterisk has paused who did not answer. */
  private void back() {
    try {
      phone.dial("*1");
    } catch (IOException e) {
      Progress.tell(phone.user() + " does not come back: " + e.getMessage());
    }
  }
}
