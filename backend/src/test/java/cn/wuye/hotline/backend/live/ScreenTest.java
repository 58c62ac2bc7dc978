package cn.wuye.hotline.backend.live;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class ScreenTest {
  private final Line line = new Line();
  private final List<Runnable> later = new ArrayList<>();

  @Test
  void tellsOnlyWhatItsUserMaySee() {
    Screen screen = new Screen(line, EstateScope.of(Set.of(new EstateId(1))), Runnable::run);

    screen.tell(new LiveEvent(10, "1000009", "opened", new EstateId(1)));
    screen.tell(new LiveEvent(11, "1000017", "opened", new EstateId(2)));
    screen.tell(new LiveEvent(12, "1000025", "opened", null));

    assertThat(line.sent).singleElement().asString().contains("id:10", "event:ticket", "1000009");
  }

  @Test
  void keepsTheOrderAndWritesWithOneThreadAtATime() {
    Screen screen = new Screen(line, EstateScope.ALL, later::add);
    for (int id = 1; id <= 3; id++) {
      screen.tell(new LiveEvent(id, "1000009", "amended", null));
    }

    assertThat(later).hasSize(1);
    later.get(0).run();

    assertThat(line.sent).hasSize(3);
    assertThat(line.sent.get(0)).contains("id:1\n");
    assertThat(line.sent.get(2)).contains("id:3\n");
  }

  @Test
  void aScreenThatFallsTooFarBehindIsCutOff() {
    Screen screen = new Screen(line, EstateScope.ALL, later::add);

    for (int id = 1; id <= Screen.WAITING + 1; id++) {
      screen.tell(new LiveEvent(id, "1000009", "amended", null));
    }
    later.get(0).run();

    assertThat(screen.closed()).isTrue();
    assertThat(line.sent).isEmpty();
    assertThat(line.completed).isTrue();
  }

  @Test
  void aScreenThatHasGoneIsClosed() {
    Screen screen = new Screen(line, EstateScope.ALL, Runnable::run);
    line.gone = true;

    screen.tell(new LiveEvent(1, "1000009", "amended", null));

    assertThat(screen.closed()).isTrue();
  }

  private static final class Line extends SseEmitter {
    private final List<String> sent = new ArrayList<>();
    private boolean gone;
    private boolean completed;

    @Override
    public void send(SseEventBuilder builder) throws IOException {
      if (gone) {
        throw new IOException("Broken pipe");
      }
      sent.add(
          builder.build().stream()
              .map(ResponseBodyEmitter.DataWithMediaType::getData)
              .map(Object::toString)
              .collect(Collectors.joining()));
    }

    @Override
    public void complete() {
      completed = true;
    }
  }
}
