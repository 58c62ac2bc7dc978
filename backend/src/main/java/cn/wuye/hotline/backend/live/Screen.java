package cn.wuye.hotline.backend.live;

import cn.wuye.hotline.backend.estate.EstateScope;
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
 * One open screen. Events wait in a bounded queue, so that a slow line holds up nobody else; one
 * that falls too far behind is cut off, comes back by itself and fetches anew.
 */
final class Screen {
  static final int WAITING = 200;
  private static final Logger log = LoggerFactory.getLogger(Screen.class);

  private final SseEmitter line;
  private final EstateScope scope;
  private final Executor writers;
  private final Deque<SseEventBuilder> waiting = new ArrayDeque<>();
  private boolean writing;
  private boolean closed;

  Screen(SseEmitter line, EstateScope scope, Executor writers) {
    this.line = line;
    this.scope = scope;
    this.writers = writers;
  }

  /** Passes the event on if this screen's user may know of it. */
  void tell(LiveEvent event) {
    if (scope.sees(event.estate())) {
      send(SseEmitter.event().id(Long.toString(event.id())).name("ticket").data(event.json()));
    }
  }

  void send(SseEventBuilder message) {
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

  /** Ends it: the browser comes back by itself. */
  void close() {
    synchronized (waiting) {
      closed = true;
      waiting.clear();
    }
    line.complete();
  }

  boolean closed() {
    synchronized (waiting) {
      return closed;
    }
  }

  private void write() {
    for (SseEventBuilder message = next(); message != null; message = next()) {
      try {
        line.send(message);
      } catch (IOException | IllegalStateException gone) {
        // The usual end of a screen: its tab was closed.
        log.debug("a screen has gone: {}", gone.getMessage());
        synchronized (waiting) {
          closed = true;
          waiting.clear();
        }
      }
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
      line.complete();
    }
    return message;
  }
}
