package cn.wuye.hotline.router.ami;

import java.time.Duration;

/** The pause before the next attempt; used by one thread. */
final class BackOff {
  private static final int DOUBTED = 5;

  private final AmiSettings settings;
  private Duration next;
  private boolean trusted;
  private int refusals;

  BackOff(AmiSettings settings) {
    this.settings = settings;
    this.next = settings.firstRetry();
  }

  void succeeded() {
    next = settings.firstRetry();
    trusted = true;
    refusals = 0;
  }

  Duration afterFailure() {
    Duration pause = next;
    Duration doubled = pause.multipliedBy(2);
    next = doubled.compareTo(settings.longestRetry()) > 0 ? settings.longestRetry() : doubled;
    return pause;
  }

  /** An Asterisk that starts or stops refuses users whom it accepted before, for a moment. */
  Duration afterRefusal() {
    refusals++;
    if (trusted && refusals <= DOUBTED) {
      return afterFailure();
    }
    next = settings.firstRetry();
    return settings.refusedRetry();
  }
}
