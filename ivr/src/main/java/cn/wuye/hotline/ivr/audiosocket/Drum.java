package cn.wuye.hotline.ivr.audiosocket;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The beats of one thread. The 20 ms are cut into slots, each with its own calls, so that the work
 * is even; all is due at absolute times, so that what came late is made up for and nothing drifts.
 */
final class Drum {
  private static final Logger LOG = LoggerFactory.getLogger(Drum.class);
  private static final int SLOTS = 5;
  private static final long SLOT_NANOS = Pacer.BEAT_NANOS / SLOTS;

  /** More than this behind, the missed beats are given up: a burst would only clog the phone. */
  private static final long GIVE_UP_NANOS = 5 * Pacer.BEAT_NANOS;

  private final LongSupplier nanoTime;
  private final PaceFigures figures;
  private final Queue<Metronome.Beat> added = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final List<List<Metronome.Beat>> slots = new ArrayList<>();
  private int slot;
  private long due;

  Drum(LongSupplier nanoTime, PaceFigures figures) {
    this.nanoTime = nanoTime;
    this.figures = figures;
    for (int i = 0; i < SLOTS; i++) {
      slots.add(new ArrayList<>());
    }
    due = nanoTime.getAsLong();
  }

  /** By any thread. */
  void add(Metronome.Beat beat) {
    size.incrementAndGet();
    added.add(beat);
  }

  /** How many it beats for. */
  int size() {
    return size.get();
  }

  /**
   * Beats for everyone whose time has come. By its own thread alone.
   *
   * @return nanoseconds until the next is due; an hour when there is nobody
   */
  long beat() {
    if (nobody()) {
      due = nanoTime.getAsLong();
    }
    place();
    while (!nobody()) {
      long wait = due - nanoTime.getAsLong();
      if (wait > 0 && !slots.get(slot).isEmpty()) {
        return wait;
      }
      beatSlot();
    }
    return TimeUnit.HOURS.toNanos(1);
  }

  private boolean nobody() {
    return slots.stream().allMatch(List::isEmpty);
  }

  /** Each into the slot with the fewest. */
  private void place() {
    Metronome.Beat beat;
    while ((beat = added.poll()) != null) {
      List<Metronome.Beat> fewest = slots.get(slot);
      for (List<Metronome.Beat> other : slots) {
        fewest = other.size() < fewest.size() ? other : fewest;
      }
      fewest.add(beat);
    }
  }

  private void beatSlot() {
    List<Metronome.Beat> beats = slots.get(slot);
    long now = due;
    for (int i = 0; i < beats.size(); ) {
      now = nanoTime.getAsLong();
      figures.beat(now - due > Pacer.BEAT_NANOS);
      if (goesOn(beats.get(i))) {
        i++;
      } else {
        beats.set(i, beats.get(beats.size() - 1));
        beats.remove(beats.size() - 1);
        size.decrementAndGet();
      }
    }
    slot = (slot + 1) % SLOTS;
    due = now - due > GIVE_UP_NANOS ? now + SLOT_NANOS : due + SLOT_NANOS;
  }

  private static boolean goesOn(Metronome.Beat beat) {
    try {
      return beat.beat();
    } catch (RuntimeException | Error e) {
      // Also an error (no direct memory, a native library's): it must not silence the other calls.
      LOG.error("a call's sound broke; the others go on", e);
      return false;
    }
  }
}
