package cn.wuye.hotline.router.ami;

import java.time.Duration;

/** The pause before the next attempt; used by one thread. */
final class BackOff {
  private final AmiSettings settings;
  private Duration next;

  BackOff(AmiSettings settings) {
    this.settings = settings;
    this.next = settings.firstRetry();
  }

  void succeeded() {
    next = settings.firstRetry();
  }

  Duration afterFailure() {
    Duration pause = next;
    Duration doubled = pause.multipliedBy(2);
    next = doubled.compareTo(settings.longestRetry()) > 0 ? settings.longestRetry() : doubled;
    return pause;
  }

  Duration afterRefusal() {
    next = settings.firstRetry();
    return settings.refusedRetry();
  }
}
