package cn.wuye.hotline.ivr.speech.vosk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recognisers to be used again, because a new one costs 10–100 ms and up to 80 MB. Idle ones are
 * bounded: those of the kind that was wanted longest ago go first. Thread-safe.
 */
final class RecognizerPool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RecognizerPool.class);

  private final NativeModel model;
  private final int mostIdle;
  private final Map<RecognizerKind, Deque<NativeRecognizer>> idle =
      new LinkedHashMap<>(16, 0.75f, true);
  private int idleCount;
  private int existing;
  private boolean closed;

  RecognizerPool(NativeModel model, int mostIdle) {
    this.model = model;
    this.mostIdle = mostIdle;
  }

  /**
   * An idle recogniser, or a new one.
   *
   * @throws NativeFailure when a new one cannot be made
   */
  NativeRecognizer take(RecognizerKind kind) {
    synchronized (this) {
      Deque<NativeRecognizer> present = idle.get(kind);
      NativeRecognizer found = present == null ? null : present.pollFirst();
      if (found != null) {
        idleCount--;
        return found;
      }
      if (closed) {
        throw new NativeFailure("the recogniser is closed");
      }
      existing++;
    }
    try {
      return model.open(kind);
    } catch (RuntimeException | Error e) {
      synchronized (this) {
        existing--;
      }
      throw e;
    }
  }

  /** Takes back one that may be used again. */
  void giveBack(RecognizerKind kind, NativeRecognizer recognizer) {
    Deque<NativeRecognizer> tooMany = new ArrayDeque<>();
    synchronized (this) {
      idle.computeIfAbsent(kind, k -> new ArrayDeque<>()).addFirst(recognizer);
      idleCount++;
      while (idleCount > (closed ? 0 : mostIdle)) {
        tooMany.add(oldest());
      }
    }
    tooMany.forEach(this::discard);
  }

  /** Closes one that was taken and failed. */
  void discard(NativeRecognizer recognizer) {
    try {
      recognizer.close();
    } catch (RuntimeException e) {
      LOG.warn("a recogniser did not close; it is counted as gone", e);
    } finally {
      synchronized (this) {
        existing--;
      }
    }
  }

  /** Idle ones and those in use. */
  synchronized int existing() {
    return existing;
  }

  /** Closes the idle ones; those in use are closed when they come back. */
  @Override
  public void close() {
    Deque<NativeRecognizer> all = new ArrayDeque<>();
    synchronized (this) {
      closed = true;
      while (idleCount > 0) {
        all.add(oldest());
      }
    }
    all.forEach(this::discard);
  }

  private NativeRecognizer oldest() {
    Iterator<Deque<NativeRecognizer>> kinds = idle.values().iterator();
    while (kinds.hasNext()) {
      Deque<NativeRecognizer> present = kinds.next();
      NativeRecognizer found = present.pollLast();
      if (present.isEmpty()) {
        kinds.remove();
      }
      if (found != null) {
        idleCount--;
        return found;
      }
    }
    throw new IllegalStateException("counted " + idleCount + " idle recognisers, found none");
  }
}
