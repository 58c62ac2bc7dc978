package cn.wuye.hotline.backend.floor.line;

import cn.wuye.hotline.backend.floor.Changes;
import cn.wuye.hotline.backend.floor.Feed;
import cn.wuye.hotline.backend.live.Line;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * One {@link Feed} and all lines that it is told on. The events are {@value #BEAT} with this node's
 * clock, {@value #WHOLE} and {@value #CHANGES}. Safe for several threads.
 *
 * @param <T> what a thing is
 */
public final class Broadcast<T> {
  public static final String BEAT = "beat";
  public static final String WHOLE = "whole";
  public static final String CHANGES = "changes";

  private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
  private static final long AGAIN_AFTER_MS = 1000;

  private final Feed<T> feed;
  private final Set<Line> lines = new HashSet<>();

  /**
   * @param text writes changes, in one line
   */
  public Broadcast(Function<Changes<T>, String> text) {
    this.feed = new Feed<>(UUID.randomUUID().toString().replace("-", ""), text);
  }

  /**
   * Somebody begins to listen.
   *
   * @param lastId the last message that she has; may be empty
   */
  public synchronized void join(Line line, String lastId, Instant now) {
    line.send(beatOf(now).reconnectTime(AGAIN_AFTER_MS));
    feed.since(lastId).forEach(message -> line.send(event(message)));
    lines.add(line);
  }

  public synchronized void leave(Line line) {
    lines.remove(line);
  }

  /** Tells what is different from the last time. */
  public synchronized void tell(Map<String, T> fresh) {
    feed.update(fresh).ifPresent(message -> lines.forEach(line -> line.send(event(message))));
  }

  /** Shows that the lines are alive, and drops those that are not. */
  public synchronized void beat(Instant now) {
    lines.removeIf(Line::closed);
    lines.forEach(line -> line.send(beatOf(now)));
  }

  /** How many listen. */
  public synchronized int listeners() {
    return lines.size();
  }

  /** Ends all lines: the far ends come back by themselves. */
  public synchronized void close() {
    lines.forEach(Line::close);
    lines.clear();
  }

  // A builder is used up by being sent: each line has its own, the text is shared.
  private static SseEventBuilder event(Feed.Message message) {
    return SseEmitter.event()
        .id(message.id())
        .name(message.whole() ? WHOLE : CHANGES)
        .data(message.text(), TEXT);
  }

  private static SseEventBuilder beatOf(Instant now) {
    return SseEmitter.event().name(BEAT).data("{\"now\":" + now.toEpochMilli() + "}", TEXT);
  }
}
