package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.live.Line;
import cn.wuye.hotline.backend.live.Writers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The lines to the open pages of agents. What is sent says only that something is new: the page
 * asks for it with its own rights.
 */
@Component
public class DeskScreens implements SmartLifecycle {
  /** After this the browser connects anew, and its user's rights are looked at anew. */
  private static final Duration AT_MOST = Duration.ofMinutes(15);

  /** An agent with more open pages than this closes the oldest by opening another. */
  private static final int MOST_EACH = 5;

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final Map<Long, List<Line>> open = new ConcurrentHashMap<>();
  private final ExecutorService writers = Writers.make();
  private final Periodically heartbeats =
      new Periodically("desk-lines", HEARTBEAT, this::heartbeat);
  private volatile boolean running;

  /** What is new on an agent's page. */
  public enum News {
    /** What she does: ready, paused, signed in. */
    STATE("state"),
    /** The call she has, or had. */
    CALL("call"),
    /** A supervisor has written. */
    MESSAGE("message"),
    /** Her page is to take back the call that waits for it. */
    BACK("back");

    private final String code;

    News(String code) {
      this.code = code;
    }
  }

  /** A line for one more page of hers. */
  public SseEmitter open(long user) {
    SseEmitter emitter = new SseEmitter(AT_MOST.toMillis());
    Line line = new Line(emitter, writers);
    emitter.onCompletion(() -> remove(user, line));
    emitter.onError(gone -> remove(user, line));
    emitter.onTimeout(
        () -> {
          remove(user, line);
          line.close();
        });
    List<Line> hers =
        open.merge(
            user,
            List.of(line),
            (lines, more) -> Stream.concat(lines.stream(), more.stream()).toList());
    // Closing one takes it out.
    hers.stream().limit(Math.max(0, hers.size() - MOST_EACH)).forEach(Line::close);
    line.send(SseEmitter.event().name("ready").reconnectTime(1000).data("{}"));
    return emitter;
  }

  /** Tells all her pages on this node; returns at once. */
  public void tell(long user, News news) {
    for (Line line : open.getOrDefault(user, List.of())) {
      line.send(SseEmitter.event().name("desk").data("{\"news\":\"" + news.code + "\"}"));
    }
  }

  /** Whose pages are open on this node. */
  public Set<Long> users() {
    return Set.copyOf(open.keySet());
  }

  private void remove(long user, Line line) {
    open.computeIfPresent(
        user,
        (id, lines) -> {
          List<Line> left = lines.stream().filter(other -> other != line).toList();
          return left.isEmpty() ? null : left;
        });
  }

  private void heartbeat() {
    open.forEach(
        (user, lines) -> {
          lines.stream().filter(Line::closed).forEach(line -> remove(user, line));
          lines.forEach(line -> line.send(SseEmitter.event().comment("alive")));
        });
  }

  @Override
  public void start() {
    running = true;
    heartbeats.start();
  }

  // Before the web server waits for its requests to end: these would never end by themselves.
  @Override
  public void stop() {
    running = false;
    heartbeats.close();
    open.values().forEach(lines -> lines.forEach(Line::close));
    writers.shutdown();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
