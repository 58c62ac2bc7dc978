package cn.wuye.hotline.backend.desk;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * The lines to the open pages of agents. What is sent says only that something is new: the page asks
 * for it with its own rights.
 */
@Component
public class DeskScreens implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(DeskScreens.class);

  /** After this the browser connects anew, and its user's rights are looked at anew. */
  private static final Duration AT_MOST = Duration.ofMinutes(15);

  /** An agent with more open pages than this closes the oldest by opening another. */
  private static final int MOST_EACH = 5;

  private static final int HEARTBEAT_SECONDS = 15;
  private static final int WRITERS = 4;

  private final Map<Long, List<SseEmitter>> open = new ConcurrentHashMap<>();
  private final ScheduledExecutorService writers =
      Executors.newScheduledThreadPool(
          WRITERS,
          task -> {
            Thread thread = new Thread(task, "desk-writer");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean running;

  /** What is new on an agent's page. */
  public enum News {
    /** What she does: ready, paused, signed in. */
    STATE("state"),
    /** The call she has, or had. */
    CALL("call"),
    /** Her page is to take back the call that waits for it. */
    BACK("back");

    private final String code;

    News(String code) {
      this.code = code;
    }
  }

  /** A line for one more page of hers. */
  public SseEmitter open(long user) {
    SseEmitter line = new SseEmitter(AT_MOST.toMillis());
    line.onCompletion(() -> remove(user, line));
    line.onError(gone -> remove(user, line));
    line.onTimeout(
        () -> {
          remove(user, line);
          line.complete();
        });
    open.compute(
        user,
        (id, lines) -> {
          List<SseEmitter> all =
              lines == null
                  ? List.of()
                  : lines.subList(Math.max(0, lines.size() - MOST_EACH + 1), lines.size());
          return Stream.concat(all.stream(), Stream.of(line))
              .toList();
        });
    write(user, line, SseEmitter.event().name("ready").reconnectTime(1000).data("{}"));
    return line;
  }

  /** Tells all her pages on this node; returns at once. */
  public void tell(long user, News news) {
    for (SseEmitter line : open.getOrDefault(user, List.of())) {
      write(user, line, SseEmitter.event().name("desk").data("{\"news\":\"" + news.code + "\"}"));
    }
  }

  /** Whose pages are open on this node. */
  public Set<Long> users() {
    return Set.copyOf(open.keySet());
  }

  private void write(long user, SseEmitter line, SseEventBuilder message) {
    try {
      writers.execute(
          () -> {
            try {
              line.send(message);
            } catch (IOException | IllegalStateException gone) {
              LOG.debug("a page of the desk has gone: {}", gone.getMessage());
              remove(user, line);
            }
          });
    } catch (RejectedExecutionException stopping) {
      LOG.debug("not told while stopping: {}", stopping.getMessage());
    }
  }

  private void remove(long user, SseEmitter line) {
    open.computeIfPresent(
        user,
        (id, lines) -> {
          List<SseEmitter> left = lines.stream().filter(other -> other != line).toList();
          return left.isEmpty() ? null : left;
        });
  }

  private void heartbeat() {
    open.forEach(
        (user, lines) ->
            lines.forEach(line -> write(user, line, SseEmitter.event().comment("alive"))));
  }

  @Override
  public void start() {
    running = true;
    writers.scheduleAtFixedRate(
        this::heartbeat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
  }

  // Before the web server waits for its requests to end: these would never end by themselves.
  @Override
  public void stop() {
    running = false;
    open.values().forEach(lines -> lines.forEach(SseEmitter::complete));
    writers.shutdown();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
