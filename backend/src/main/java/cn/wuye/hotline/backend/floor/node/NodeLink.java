package cn.wuye.hotline.backend.floor.node;

import cn.wuye.hotline.backend.floor.Changes;
import cn.wuye.hotline.backend.floor.Floor;
import cn.wuye.hotline.backend.floor.line.Broadcast;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to one other node: connects, takes its part as it changes, notices when nothing comes any
 * more, and comes back with growing pauses. All but what is heard is done by one thread.
 */
final class NodeLink {
  static final String TARGET = "/node/floor/stream";

  /** A node beats every five seconds. */
  static final Duration SILENT = Duration.ofSeconds(12);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final int DOUBLED_AT_MOST = 5;
  private static final int OK = 200;
  private static final Logger log = LoggerFactory.getLogger(NodeLink.class);

  private final String node;
  private final String url;
  private final NodeClient client;
  private final PartItems items;
  private final Floor floor;
  private final Clock clock;
  private @Nullable Connection connection;
  private Instant next = Instant.MIN;
  private int failures;

  NodeLink(String node, String url, NodeClient client, PartItems items, Floor floor, Clock clock) {
    this.node = node;
    this.url = url;
    this.client = client;
    this.items = items;
    this.floor = floor;
    this.clock = clock;
  }

  String url() {
    return url;
  }

  /** Whether it waits before it tries again. */
  boolean resting() {
    return connection == null;
  }

  /** Does what there is to do; to be called every second. */
  void tend(Instant now) {
    Connection current = connection;
    if (current == null) {
      if (!now.isBefore(next)) {
        Connection fresh = new Connection(now);
        connection = fresh;
        fresh.open();
      }
    } else if (current.over() || current.lastHeard.plus(SILENT).isBefore(now)) {
      lost(current, now);
    }
  }

  private void lost(Connection current, Instant now) {
    String why = current.why();
    current.close();
    connection = null;
    if (current.told) {
      failures = 0;
      floor.cut(node, current.lastHeard);
    }
    Duration pause = Duration.ofSeconds(1L << Math.min(failures, DOUBLED_AT_MOST));
    pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    if (failures == 0) {
      log.warn(
          "node {} at {} is not heard ({}); trying again, every {} s at last",
          node,
          url,
          why,
          LONGEST_PAUSE.toSeconds());
    }
    failures++;
    next = now.plus(pause);
  }

  /** Ends it for good. */
  void close() {
    Connection current = connection;
    if (current != null) {
      current.close();
      connection = null;
    }
  }

  /** One attempt. What is heard comes on the client's threads, one after the other. */
  private final class Connection {
    private final SseReader reader = new SseReader(this::heard);
    private @Nullable CompletableFuture<HttpResponse<Void>> answer;
    private Map<String, Object> parts = Map.of();
    private volatile Instant lastHeard;
    private volatile boolean told;
    private volatile boolean closed;
    private volatile String problem = "";

    Connection(Instant now) {
      this.lastHeard = now;
    }

    void open() {
      answer =
          client.send(
              node,
              url,
              "GET",
              TARGET,
              info -> {
                if (info.statusCode() == OK) {
                  return BodySubscribers.fromLineSubscriber(reader);
                }
                problem = "HTTP " + info.statusCode();
                return BodySubscribers.discarding();
              });
    }

    boolean over() {
      CompletableFuture<HttpResponse<Void>> current = answer;
      return closed || current == null || current.isDone();
    }

    /** Why it is over, for people. */
    String why() {
      CompletableFuture<HttpResponse<Void>> current = answer;
      if (!problem.isEmpty() || current == null) {
        return problem;
      }
      if (current.isCompletedExceptionally()) {
        return String.valueOf(current.handle((done, failure) -> failure).join());
      }
      return current.isDone() ? "it has ended" : "no beat";
    }

    void close() {
      closed = true;
      reader.cancel();
      CompletableFuture<HttpResponse<Void>> current = answer;
      if (current != null) {
        current.cancel(true);
      }
    }

    private void heard(SseReader.Event event) {
      if (closed) {
        return;
      }
      if (!told) {
        told = true;
        log.info("node {} at {} is heard", node, url);
      }
      lastHeard = clock.instant();
      try {
        take(event);
      } catch (RuntimeException unreadable) {
        problem = String.valueOf(unreadable.getMessage());
        closed = true;
      }
    }

    private void take(SseReader.Event event) {
      if (event.name().equals(Broadcast.WHOLE) || event.name().equals(Broadcast.CHANGES)) {
        Changes<Object> changes = items.read(event.data());
        parts = changes.applied(event.name().equals(Broadcast.WHOLE) ? Map.of() : parts);
        PartItems.part(node, parts).ifPresent(floor::take);
      }
    }
  }
}
