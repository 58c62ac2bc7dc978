package cn.wuye.hotline.backend.floor.line;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.live.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class BroadcastTest {
  private static final Instant NOW = Instant.ofEpochMilli(1_772_330_400_000L);

  private final Broadcast<String> broadcast =
      new Broadcast<>(changes -> changes.put() + "" + changes.gone());

  @Test
  void whoJoinsIsToldTheClockTheWholeAndThenChanges() {
    broadcast.tell(Map.of("a", "1"));
    Screen screen = new Screen();

    broadcast.join(screen.line(), "", NOW);
    broadcast.tell(Map.of("a", "2"));
    broadcast.tell(Map.of("a", "2"));
    broadcast.beat(NOW);

    assertThat(screen.sent).hasSize(4);
    assertThat(screen.sent.get(0)).contains("event:beat", "{\"now\":1772330400000}", "retry:1000");
    assertThat(screen.sent.get(1)).contains("event:whole", "data:{a=1}[]");
    assertThat(screen.sent.get(2)).contains("event:changes", "data:{a=2}[]");
    assertThat(screen.sent.get(3)).contains("event:beat").doesNotContain("id:");
  }

  @Test
  void whoComesBackWithHerLastMessageIsToldOnlyWhatCameAfterIt() {
    broadcast.tell(Map.of("a", "1"));
    Screen before = new Screen();
    broadcast.join(before.line(), "", NOW);
    Matcher id = Pattern.compile("id:(\\S+)").matcher(before.sent.get(1));
    assertThat(id.find()).isTrue();
    broadcast.tell(Map.of("a", "2"));

    Screen after = new Screen();
    broadcast.join(after.line(), id.group(1), NOW);

    assertThat(after.sent).hasSize(2);
    assertThat(after.sent.get(1)).contains("event:changes", "{a=2}");
  }

  @Test
  void anotherBroadcastKnowsNothingOfTheMessagesOfThisOne() {
    broadcast.tell(Map.of("a", "1"));
    Broadcast<String> others = new Broadcast<>(changes -> changes.put().toString());
    others.tell(Map.of("b", "1"));
    Screen first = new Screen();
    broadcast.join(first.line(), "", NOW);
    Matcher id = Pattern.compile("id:(\\S+)").matcher(first.sent.get(1));
    assertThat(id.find()).isTrue();

    Screen second = new Screen();
    others.join(second.line(), id.group(1), NOW);

    assertThat(second.sent.get(1)).contains("event:whole", "{b=1}");
  }

  @Test
  void whoLeavesOrHasGoneIsNotCounted() {
    Screen leaves = new Screen();
    Line left = leaves.line();
    Screen goes = new Screen();
    Line gone = goes.line();
    broadcast.join(left, "", NOW);
    broadcast.join(gone, "", NOW);
    assertThat(broadcast.listeners()).isEqualTo(2);

    broadcast.leave(left);
    gone.close();
    broadcast.beat(NOW);

    assertThat(broadcast.listeners()).isZero();
  }

  private static final class Screen extends SseEmitter {
    private final List<String> sent = new ArrayList<>();

    Line line() {
      return new Line(this, Runnable::run);
    }

    @Override
    public void send(SseEventBuilder builder) {
      sent.add(
          builder.build().stream()
              .map(ResponseBodyEmitter.DataWithMediaType::getData)
              .map(Object::toString)
              .collect(Collectors.joining()));
    }
  }
}
