package cn.wuye.hotline.ivr.speech.remote;

import java.net.URI;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One address, and what is known of its health. One that fails is left alone for a while, twice as
 * long each time; then one utterance tries it. Thread-safe.
 */
final class SpeechServer {
  private static final Logger LOG = LoggerFactory.getLogger(SpeechServer.class);
  private static final int MOST_DOUBLINGS = 16;

  private final URI address;
  private final int mostAtOnce;
  private final Duration rest;
  private final Duration longestRest;
  private final LongSupplier nanos;
  private int open;
  private int failures;
  private long restsUntil;
  private String reason = "";

  /**
   * @param rest how long it is left alone after the first failure
   * @param nanos time that only goes forward, like {@link System#nanoTime}
   */
  SpeechServer(
      URI address, int mostAtOnce, Duration rest, Duration longestRest, LongSupplier nanos) {
    this.address = address;
    this.mostAtOnce = mostAtOnce;
    this.rest = rest;
    this.longestRest = longestRest;
    this.nanos = nanos;
  }

  URI address() {
    return address;
  }

  synchronized int open() {
    return open;
  }

  /** True when it may be used for one utterance more, which {@link #giveBack} ends. */
  synchronized boolean take() {
    int most = failures == 0 ? mostAtOnce : 1;
    if (open >= most || resting()) {
      return false;
    }
    open++;
    return true;
  }

  /**
   * The same for one that only compares: not where it would take the place of somebody who needs
   * it.
   */
  synchronized boolean takeSpare() {
    return failures == 0 && 2 * (open + 1) <= mostAtOnce && take();
  }

  private boolean resting() {
    return failures > 0 && nanos.getAsLong() - restsUntil < 0;
  }

  synchronized void giveBack() {
    open--;
  }

  synchronized void succeeded() {
    if (failures > 0) {
      LOG.info("speech server {} answers again", address);
    }
    failures = 0;
    reason = "";
  }

  synchronized void failed(String why) {
    // What began before the first of them failed tells nothing new.
    if (resting()) {
      return;
    }
    failures = Math.min(failures + 1, MOST_DOUBLINGS);
    Duration wait = rest.multipliedBy(1L << (failures - 1));
    wait = wait.compareTo(longestRest) > 0 ? longestRest : wait;
    restsUntil = nanos.getAsLong() + wait.toNanos();
    reason = why;
    LOG.warn(
        "speech server {} {}; it is left alone for {} ms, others and this node go on",
        address,
        why,
        wait.toMillis());
  }

  /** Whether it is as good as far as is known. */
  synchronized boolean healthy() {
    return failures == 0;
  }

  /** For people. */
  synchronized String state() {
    return failures == 0 ? "正常" : "故障（" + reason + "）";
  }
}
