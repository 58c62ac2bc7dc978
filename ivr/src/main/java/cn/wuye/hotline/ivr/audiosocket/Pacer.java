package cn.wuye.hotline.ivr.audiosocket;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Beats every 20 ms by absolute deadlines, so that what is slept too long is made up for and
 * nothing drifts. Belongs to one thread.
 */
public final class Pacer {
  /** One frame. */
  public static final long BEAT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  /** More than this behind, the missed beats are given up: a burst would only clog the phone. */
  private static final long GIVE_UP_NANOS = 5 * BEAT_NANOS;

  private final LongSupplier nanoTime;
  private final Sleeper sleeper;
  private final PaceFigures figures;
  private long due;

  /** Sleeps until about the time that is left is over; may return early. */
  interface Sleeper {
    void sleep(long nanos);
  }

  public Pacer(PaceFigures figures) {
    this(System::nanoTime, LockSupport::parkNanos, figures);
  }

  Pacer(LongSupplier nanoTime, Sleeper sleeper, PaceFigures figures) {
    this.nanoTime = nanoTime;
    this.sleeper = sleeper;
    this.figures = figures;
    this.due = nanoTime.getAsLong();
  }

  /** Returns at the next beat; the first one is at once. */
  public void await() {
    long now = nanoTime.getAsLong();
    while (now < due) {
      sleeper.sleep(due - now);
      now = nanoTime.getAsLong();
    }
    long behind = now - due;
    figures.beat(behind > BEAT_NANOS);
    due = behind > GIVE_UP_NANOS ? now + BEAT_NANOS : due + BEAT_NANOS;
  }
}
