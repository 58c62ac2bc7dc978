package cn.wuye.hotline.backend.live;

import cn.wuye.hotline.backend.estate.EstateScope;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** All screens open on this node. */
@Component
class Screens implements SmartLifecycle {
  /** More than this on one node is a fault, not an audience. */
  static final int MOST = 5_000;

  private final Set<Screen> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService writers = Writers.make();
  private volatile boolean running;

  /** Adds a screen; empty of events. Null-free: refuses by an exception when there are too many. */
  Screen add(SseEmitter line, EstateScope scope) {
    if (open.size() >= MOST) {
      throw new IllegalStateException("already " + MOST + " open screens");
    }
    Screen screen = new Screen(line, scope, writers);
    line.onCompletion(() -> open.remove(screen));
    line.onTimeout(
        () -> {
          open.remove(screen);
          line.complete();
        });
    line.onError(gone -> open.remove(screen));
    open.add(screen);
    return screen;
  }

  boolean none() {
    return open.isEmpty();
  }

  int count() {
    return open.size();
  }

  void each(Consumer<Screen> action) {
    List.copyOf(open).forEach(action);
    open.removeIf(Screen::closed);
  }

  @Override
  public void start() {
    running = true;
  }

  // Before the web server waits for its requests to end: these would never end by themselves.
  @Override
  public void stop() {
    running = false;
    each(Screen::close);
    writers.shutdown();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
