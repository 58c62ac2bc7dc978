package cn.wuye.hotline.backend.floor.screen;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.floor.Floor;
import cn.wuye.hotline.backend.floor.FloorView;
import cn.wuye.hotline.backend.floor.Item;
import cn.wuye.hotline.backend.floor.Watcher;
import cn.wuye.hotline.backend.floor.book.Books;
import cn.wuye.hotline.backend.floor.figures.TodaysFigures;
import cn.wuye.hotline.backend.floor.line.Broadcast;
import cn.wuye.hotline.backend.floor.line.Round;
import cn.wuye.hotline.backend.live.Line;
import cn.wuye.hotline.backend.live.Writers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ExecutorService;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/**
 * All live pages open on this node. Those who may see the same share one view: it is made and
 * written once, however many look at it.
 */
@Component
@Order(FloorScreens.ORDER)
public class FloorScreens implements Round, SmartLifecycle {
  /** After the nodes have told. */
  static final int ORDER = 100;

  /** More on one node is a fault, not an audience. */
  static final int MOST = 2_000;

  private static final Duration BEAT = Duration.ofSeconds(5);

  /** Who comes back within this time is told what she missed. */
  private static final Duration KEPT = Duration.ofMinutes(5);

  private final Floor floor;
  private final Books books;
  private final TodaysFigures figures;
  private final Duration patience;
  private final JsonMapper json;
  private final Clock clock;
  private final ExecutorService writers = Writers.make();
  private final Map<EstateScope, Audience> audiences = new HashMap<>();
  private Instant beaten = Instant.EPOCH;
  private volatile boolean running;

  FloorScreens(
      Floor floor,
      Books books,
      TodaysFigures figures,
      FloorProperties properties,
      JsonMapper json,
      Clock clock) {
    this.floor = floor;
    this.books = books;
    this.figures = figures;
    this.patience = properties.patience();
    this.json = json;
    this.clock = clock;
  }

  /** Those who may see the same. Guarded by the map of them. */
  private static final class Audience {
    private final Watcher watcher;
    private final Broadcast<Item> broadcast;
    private Instant leftAlone;

    Audience(Watcher watcher, Broadcast<Item> broadcast, Instant now) {
      this.watcher = watcher;
      this.broadcast = broadcast;
      this.leftAlone = now;
    }
  }

  /**
   * Somebody opens the page, or comes back to it.
   *
   * @param lastId the last message that she has; may be empty
   * @throws IllegalStateException when too many look already
   */
  public void join(SseEmitter emitter, Watcher watcher, String lastId) {
    Line line = new Line(emitter, writers);
    synchronized (audiences) {
      if (listeners() >= MOST) {
        throw new IllegalStateException("already " + MOST + " open live pages");
      }
      Instant now = clock.instant();
      Audience audience =
          audiences.computeIfAbsent(
              watcher.scope(),
              scope -> new Audience(watcher, new Broadcast<>(json::writeValueAsString), now));
      Broadcast<Item> broadcast = audience.broadcast;
      emitter.onCompletion(() -> broadcast.leave(line));
      emitter.onError(gone -> broadcast.leave(line));
      emitter.onTimeout(
          () -> {
            broadcast.leave(line);
            line.close();
          });
      broadcast.tell(view().of(watcher, now));
      broadcast.join(line, lastId, now);
    }
  }

  /** What goes on, as a watcher may see it: things by key, as in {@link FloorView}. */
  public SortedMap<String, Item> now(Watcher watcher) {
    return view().of(watcher, clock.instant());
  }

  @Override
  public void round(Instant now) {
    synchronized (audiences) {
      boolean beats = !now.isBefore(beaten.plus(BEAT)) || now.isBefore(beaten);
      if (beats) {
        beaten = now;
        audiences.values().forEach(audience -> audience.broadcast.beat(now));
        audiences.values().removeIf(audience -> over(audience, now));
      }
      if (listeners() > 0) {
        FloorView view = view();
        audiences.values().stream()
            .filter(audience -> audience.broadcast.listeners() > 0)
            .forEach(audience -> audience.broadcast.tell(view.of(audience.watcher, now)));
      }
    }
  }

  private static boolean over(Audience audience, Instant now) {
    if (audience.broadcast.listeners() > 0) {
      audience.leftAlone = now;
    }
    return audience.leftAlone.plus(KEPT).isBefore(now);
  }

  private int listeners() {
    return audiences.values().stream().mapToInt(audience -> audience.broadcast.listeners()).sum();
  }

  private FloorView view() {
    return new FloorView(floor.now(clock.instant()), books.now(), figures.now(), patience);
  }

  @Override
  public void start() {
    running = true;
  }

  // Before the web server waits for its requests to end: these would never end by themselves.
  @Override
  public void stop() {
    running = false;
    synchronized (audiences) {
      audiences.values().forEach(audience -> audience.broadcast.close());
    }
    writers.shutdown();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
