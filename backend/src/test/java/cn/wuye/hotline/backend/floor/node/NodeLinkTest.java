package cn.wuye.hotline.backend.floor.node;

import static cn.wuye.hotline.backend.floor.SampleFloor.NOW;
import static cn.wuye.hotline.backend.floor.SampleFloor.caller;
import static cn.wuye.hotline.backend.floor.SampleFloor.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.database.SettableClock;
import cn.wuye.hotline.backend.floor.Changes;
import cn.wuye.hotline.backend.floor.Floor;
import cn.wuye.hotline.backend.floor.FloorNow;
import cn.wuye.hotline.backend.floor.NodePart;
import cn.wuye.hotline.backend.floor.Standing;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class NodeLinkTest {
  private static final NodePart PART =
      part("node-2", List.of(caller("2.1", "sun", "1", 5)), List.of());

  private final SettableClock clock = new SettableClock(NOW);
  private final NodeToken token = new NodeToken("secret");
  private final PartItems items = new PartItems(JsonMapper.shared());
  private final Floor floor = new Floor();
  private final Queue<HttpExchange> lines = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile boolean refuses;
  private HttpServer other;
  private NodeLink link;

  @BeforeEach
  void start() throws IOException {
    other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.setExecutor(threads);
    other.createContext("/", this::answer);
    other.start();
    HotlineProperties here = new HotlineProperties("node-1", Path.of("."));
    link =
        new NodeLink(
            "node-2",
            "http://127.0.0.1:" + other.getAddress().getPort(),
            new NodeClient(token, here, clock),
            items,
            floor,
            clock);
  }

  @AfterEach
  void stop() {
    link.close();
    other.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    boolean known =
        token.valid(
            header(exchange, NodeToken.FROM),
            "node-2",
            header(exchange, NodeToken.AT),
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            header(exchange, NodeToken.CODE),
            clock.instant());
    if (refuses || !known) {
      exchange.sendResponseHeaders(404, -1);
      exchange.close();
      return;
    }
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    lines.add(exchange);
  }

  private static String header(HttpExchange exchange, String name) {
    return String.valueOf(exchange.getRequestHeaders().getFirst(name));
  }

  private void sends(String event, String data) throws IOException {
    OutputStream body = lines.element().getResponseBody();
    body.write(("event:" + event + "\ndata:" + data + "\n\n").getBytes(StandardCharsets.UTF_8));
    body.flush();
  }

  private String whole(NodePart part) {
    return items.text(Changes.between(Map.of(), PartItems.of(part)));
  }

  private void connected() throws IOException {
    link.tend(clock.instant());
    await().until(() -> !lines.isEmpty());
    sends("beat", "{\"now\":1}");
    sends("whole", whole(PART));
    await().until(() -> floor.part("node-2").isPresent());
  }

  private Standing standing() {
    return floor.now(clock.instant()).nodes().get(0).standing();
  }

  @Test
  void thePartOfTheOtherNodeIsTakenAndFollowed() throws IOException {
    connected();
    assertThat(floor.part("node-2")).contains(PART);

    NodePart later = part("node-2", List.of(), List.of());
    sends("changes", items.text(Changes.between(PartItems.of(PART), PartItems.of(later))));

    await().until(() -> floor.part("node-2").filter(later::equals).isPresent());
    assertThat(standing()).isEqualTo(Standing.LIVE);
  }

  @Test
  void aNodeThatFallsSilentIsStaleFromThenOnAndIsTriedAgain() throws IOException {
    connected();
    clock.pass(NodeLink.SILENT);
    link.tend(clock.instant());
    assertThat(standing()).isEqualTo(Standing.LIVE);

    clock.pass(Duration.ofSeconds(1));
    link.tend(clock.instant());

    assertThat(floor.now(clock.instant()).nodes())
        .containsExactly(new FloorNow.Node("node-2", Standing.CUT, NOW));

    lines.clear();
    link.tend(clock.instant());
    assertThat(lines).isEmpty();
    clock.pass(Duration.ofSeconds(1));
    connected();
    await().until(() -> standing() == Standing.LIVE);
  }

  @Test
  void aLineThatBreaksIsNoticedAtOnce() throws IOException {
    connected();

    lines.remove().close();

    await()
        .until(
            () -> {
              link.tend(clock.instant());
              return standing() == Standing.CUT;
            });
  }

  @Test
  void aNodeThatRefusesIsAskedEverMoreSeldom() {
    refuses = true;
    List<Integer> pauses = new ArrayList<>();
    link.tend(clock.instant());
    while (pauses.size() < 7) {
      await()
          .until(
              () -> {
                link.tend(clock.instant());
                return link.resting();
              });
      int seconds = 0;
      while (link.resting()) {
        clock.pass(Duration.ofSeconds(1));
        seconds++;
        link.tend(clock.instant());
      }
      pauses.add(seconds);
    }

    assertThat(pauses).containsExactly(1, 2, 4, 8, 16, 30, 30);
    assertThat(floor.now(clock.instant())).isEqualTo(FloorNow.NOTHING);
  }

  @Test
  void nonsenseEndsTheLine() throws IOException {
    connected();

    sends("changes", "{\"put\":{\"c:1\":17}}");

    await()
        .until(
            () -> {
              link.tend(clock.instant());
              return standing() == Standing.CUT;
            });
  }
}
