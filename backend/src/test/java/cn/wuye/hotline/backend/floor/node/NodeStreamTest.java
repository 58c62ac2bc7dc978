package cn.wuye.hotline.backend.floor.node;

import static cn.wuye.hotline.backend.floor.SampleFloor.NOW;
import static cn.wuye.hotline.backend.floor.SampleFloor.caller;
import static cn.wuye.hotline.backend.floor.SampleFloor.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.database.SettableClock;
import cn.wuye.hotline.backend.floor.Floor;
import cn.wuye.hotline.backend.floor.NodePart;
import cn.wuye.hotline.backend.floor.line.Broadcast;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** What one node sends is what the other one reads. */
class NodeStreamTest {
  private static final NodePart FIRST =
      part("node-1", List.of(caller("1.1", "sun", "1", 5)), List.of());
  private static final NodePart SECOND = part("node-1", List.of(), List.of());

  private final Floor floor = new Floor();
  private final SettableClock clock = new SettableClock(NOW);
  private final PartItems items = new PartItems(JsonMapper.shared());
  private final NodeStream stream =
      new NodeStream(new HotlineProperties("node-1", Path.of(".")), floor, items, clock);
  private final OtherNode other = new OtherNode();

  @BeforeEach
  void listens() {
    floor.take(part("node-2", List.of(caller("2.1", "sun", "1", 9)), List.of()));
  }

  @AfterEach
  void stop() {
    stream.stop();
  }

  @Test
  void theOtherNodeHasThisOnesPartAndItsChangesAndNobodyElses() {
    floor.take(FIRST);
    stream.join(other);
    await().until(() -> other.part().equals(Optional.of(FIRST)));

    floor.take(SECOND);
    stream.round(clock.instant());

    await().until(() -> other.part().equals(Optional.of(SECOND)));
    assertThat(other.read).noneMatch(event -> event.data().contains("2.1"));
    assertThat(other.read)
        .extracting(SseReader.Event::name)
        .containsSubsequence(Broadcast.BEAT, Broadcast.WHOLE, Broadcast.CHANGES);
  }

  @Test
  void itBeatsEveryFiveSecondsAlsoWithNothingToTell() {
    stream.join(other);
    stream.round(clock.instant());
    await().until(() -> beats() == 2);
    stream.round(clock.instant());
    clock.pass(Duration.ofSeconds(5));

    stream.round(clock.instant());

    await().until(() -> beats() == 3);
    assertThat(other.part()).isEmpty();
  }

  private long beats() {
    return other.read.stream().filter(event -> event.name().equals(Broadcast.BEAT)).count();
  }

  private final class OtherNode extends SseEmitter {
    private final List<SseReader.Event> read = new CopyOnWriteArrayList<>();
    private final SseReader reader = new SseReader(this::take);
    private Map<String, Object> parts = Map.of();

    private synchronized void take(SseReader.Event event) {
      read.add(event);
      if (!event.name().equals(Broadcast.BEAT)) {
        parts =
            items
                .read(event.data())
                .applied(event.name().equals(Broadcast.WHOLE) ? Map.of() : parts);
      }
    }

    synchronized Optional<NodePart> part() {
      return PartItems.part("node-1", parts);
    }

    @Override
    public synchronized void send(SseEventBuilder builder) {
      String text =
          builder.build().stream()
              .map(ResponseBodyEmitter.DataWithMediaType::getData)
              .map(Object::toString)
              .collect(Collectors.joining());
      // A line break at the end of the text ends the event, too.
      List.of(text.split("\n", -1)).forEach(reader::onNext);
    }
  }
}
