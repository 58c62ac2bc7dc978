package cn.wuye.hotline.ivr.speech.vosk;

import java.time.Duration;

/** Counts recognitions that are not yet over. Thread-safe. */
final class InUse {
  private int count;

  synchronized void begun() {
    count++;
  }

  synchronized void ended() {
    count--;
    notifyAll();
  }

  synchronized int count() {
    return count;
  }

  /** Whether there were none any more before patience ended. */
  synchronized boolean awaitNone(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (count > 0) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return false;
        }
        wait(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
