package cn.wuye.hotline.backend.floor.node;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.floor.Floor;
import cn.wuye.hotline.backend.floor.line.Broadcast;
import cn.wuye.hotline.backend.floor.line.Round;
import cn.wuye.hotline.backend.live.Line;
import cn.wuye.hotline.backend.live.Writers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells the other nodes this one's part. */
@Component
@Order(NodeStream.ORDER)
class NodeStream implements Round, SmartLifecycle {
  /** After this node's part is known, before people are told. */
  static final int ORDER = 50;

  private static final Duration BEAT = Duration.ofSeconds(5);

  private final String here;
  private final Floor floor;
  private final Clock clock;
  private final ExecutorService writers = Writers.make();
  private final Broadcast<Object> broadcast;
  private Instant beaten = Instant.EPOCH;
  private volatile boolean running;

  NodeStream(HotlineProperties here, Floor floor, PartItems items, Clock clock) {
    this.here = here.nodeId();
    this.floor = floor;
    this.clock = clock;
    this.broadcast = new Broadcast<>(items::text);
  }

  void join(SseEmitter emitter) {
    Line line = new Line(emitter, writers);
    emitter.onCompletion(() -> broadcast.leave(line));
    emitter.onError(gone -> broadcast.leave(line));
    tell();
    broadcast.join(line, "", clock.instant());
  }

  @Override
  public void round(Instant now) {
    tell();
    if (!now.isBefore(beaten.plus(BEAT)) || now.isBefore(beaten)) {
      beaten = now;
      broadcast.beat(now);
    }
  }

  private void tell() {
    floor.part(here).ifPresent(part -> broadcast.tell(PartItems.of(part)));
  }

  @Override
  public void start() {
    running = true;
  }

  // Before the web server waits for its requests to end: these would never end by themselves.
  @Override
  public void stop() {
    running = false;
    broadcast.close();
    writers.shutdown();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
