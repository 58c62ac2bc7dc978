package cn.wuye.hotline.backend.floor.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SseReaderTest {
  private final List<SseReader.Event> events = new ArrayList<>();
  private final SseReader reader = new SseReader(events::add);

  private void lines(String text) {
    text.lines().forEach(reader::onNext);
  }

  @Test
  void eventsAreReadAsTheyAreWritten() {
    lines("event:beat\ndata:{\"now\":1}\nretry:1000\n\nid:f-1\nevent: whole\ndata: {}\n\n");

    assertThat(events)
        .containsExactly(
            new SseReader.Event("beat", "{\"now\":1}"), new SseReader.Event("whole", "{}"));
  }

  @Test
  void commentsAndEventsWithoutDataAreNothing() {
    lines(":alive\n\nevent:x\n\ndata\ndata:a\ndata:  b\n\n");

    assertThat(events).containsExactly(new SseReader.Event("", "\na\n b"));
  }

  @Test
  void anEventThatDoesNotEndIsNotKept() {
    String much = "data:" + "x".repeat(1024 * 1024);

    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 9; i++) {
                reader.onNext(much);
              }
            })
        .isInstanceOf(IllegalStateException.class);
  }
}
