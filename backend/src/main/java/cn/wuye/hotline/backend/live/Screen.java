package cn.wuye.hotline.backend.live;

import cn.wuye.hotline.backend.estate.EstateScope;
import java.util.concurrent.Executor;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** One open screen, and what its user may know of. */
final class Screen {
  static final int WAITING = Line.WAITING;

  private final Line line;
  private final EstateScope scope;

  Screen(SseEmitter emitter, EstateScope scope, Executor writers) {
    this.line = new Line(emitter, writers);
    this.scope = scope;
  }

  /** Passes the event on if this screen's user may know of it. */
  void tell(LiveEvent event) {
    if (scope.sees(event.estate())) {
      send(SseEmitter.event().id(Long.toString(event.id())).name("ticket").data(event.json()));
    }
  }

  void send(SseEventBuilder message) {
    line.send(message);
  }

  /** Ends it: the browser comes back by itself. */
  void close() {
    line.close();
  }

  boolean closed() {
    return line.closed();
  }
}
