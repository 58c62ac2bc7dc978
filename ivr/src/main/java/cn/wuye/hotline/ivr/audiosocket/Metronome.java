package cn.wuye.hotline.ivr.audiosocket;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Beats every 20 ms for all calls, on as many threads as there are processors: a thread and a timer
 * for each call would cost more than all that is done with its sound.
 */
public final class Metronome implements AutoCloseable {
  private static final int MOST_THREADS = 8;

  private final List<Drummer> drummers = new ArrayList<>();

  /** What is done for one call every 20 ms. */
  @FunctionalInterface
  public interface Beat {
    /**
     * Must take microseconds and never block: other calls wait for it.
     *
     * @return false when it wants no further beat
     */
    boolean beat();
  }

  /**
   * @param figures told how punctual the beats are
   */
  public Metronome(PaceFigures figures) {
    int count = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    for (int i = 0; i < count; i++) {
      drummers.add(new Drummer(new Drum(System::nanoTime, figures), "beat-" + i));
    }
  }

  /**
   * Beats from within 20 ms on, until it wants no more.
   *
   * @return false after {@link #close}: it is never beaten then
   */
  public boolean add(Beat beat) {
    return drummers.stream()
        .min(Comparator.comparingInt(drummer -> drummer.drum.size()))
        .orElseThrow()
        .add(beat);
  }

  /** Ends when everyone has had the last beat; they are to be ended by other means. */
  @Override
  public void close() {
    drummers.forEach(Drummer::close);
  }

  private static final class Drummer {
    private final Drum drum;
    private final Thread thread;
    private boolean closing;

    Drummer(Drum drum, String name) {
      this.drum = drum;
      // Never a virtual thread: these must not queue behind the dialogs.
      this.thread = new Thread(this::run, name);
      thread.setDaemon(true);
      thread.start();
    }

    /** Whether it was added: under the same lock as the end, so that none slips in after it. */
    synchronized boolean add(Beat beat) {
      if (closing) {
        return false;
      }
      drum.add(beat);
      LockSupport.unpark(thread);
      return true;
    }

    synchronized void close() {
      closing = true;
      LockSupport.unpark(thread);
    }

    private synchronized boolean goesOn() {
      return !closing || drum.size() > 0;
    }

    private void run() {
      while (goesOn()) {
        LockSupport.parkNanos(drum.beat());
      }
    }
  }
}
