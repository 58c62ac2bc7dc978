package cn.wuye.hotline.backend.live;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * The line to whoever listens to server-sent events. They wait in a bounded queue, so that a slow
 * line holds up nobody else; one that falls too far behind is cut off, comes back by itself and
 * fetches anew.
 */
public final class Line {
  /** So many events may wait. */
  public static final int WAITING = 200;

  private static final Logger log = LoggerFactory.getLogger(Line.class);

  private final SseEmitter emitter;
  private final Executor writers;
  private final Deque<SseEventBuilder> waiting = new ArrayDeque<>();
  private boolean writing;
  private boolean closed;

  /**
   * @param writers run what writes to the line, one at a time
   */
  public Line(SseEmitter emitter, Executor writers) {
    this.emitter = emitter;
    this.writers = writers;
  }

  /**
   * Returns at once.
   *
   * @param message made for this line alone
   */
  public void send(SseEventBuilder message) {
    synchronized (waiting) {
      if (closed) {
        return;
      }
      if (waiting.size() >= WAITING) {
        log.info("a screen is {} events behind and is cut off; it comes back anew", WAITING);
        waiting.clear();
        closed = true;
      } else {
        waiting.add(message);
      }
      if (writing) {
        return;
      }
      writing = true;
    }
    try {
      writers.execute(this::write);
    } catch (RejectedExecutionException stopping) {
      close();
    }
  }

  /** Ends it: the far end comes back by itself. */
  public void close() {
    synchronized (waiting) {
      closed = true;
      waiting.clear();
    }
    emitter.complete();
  }

  /** Whether nothing is sent any more. */
  public boolean closed() {
    synchronized (waiting) {
      return closed;
    }
  }

  private void write() {
    for (SseEventBuilder message = next(); message != null; message = next()) {
      try {
        emitter.send(message);
      } catch (IOException | IllegalStateException gone) {
        // The usual end of a screen: its tab was closed.
        log.debug("a screen has gone: {}", gone.getMessage());
        end();
      } catch (RuntimeException broken) {
        // Its thread must not end with it: nothing would ever be sent on this line again.
        log.warn("a screen is cut off and comes back anew: {}", broken.toString());
        end();
      }
    }
  }

  private void end() {
    synchronized (waiting) {
      closed = true;
      waiting.clear();
    }
  }

  private @Nullable SseEventBuilder next() {
    SseEventBuilder message;
    boolean end;
    synchronized (waiting) {
      message = waiting.poll();
      writing = message != null;
      end = closed && message == null;
    }
    if (end) {
      emitter.complete();
    }
    return message;
  }
}
