package cn.wuye.hotline.ivr.audiosocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MetronomeTest {
  private final Metronome metronome = new Metronome(new PaceFigures());

  @Test
  void whatComesAfterTheEndIsRefused() {
    metronome.close();

    assertThat(metronome.add(() -> true)).isFalse();
  }

  @Test
  void whatCameBeforeTheEndHasItsBeatsUntilItWantsNoMore() {
    AtomicInteger beats = new AtomicInteger();

    assertThat(metronome.add(() -> beats.incrementAndGet() < 3)).isTrue();
    metronome.close();

    await().untilAsserted(() -> assertThat(beats).hasValue(3));
  }

  @Test
  void whoComesWhileItEndsIsBeatenOrRefusedAndNeverForgotten() throws InterruptedException {
    List<AtomicInteger> taken = new ArrayList<>();
    Thread closing = new Thread(metronome::close);
    boolean going = true;
    while (going) {
      AtomicInteger beats = new AtomicInteger();
      going = metronome.add(() -> beats.incrementAndGet() < 1);
      if (going) {
        taken.add(beats);
        if (taken.size() == 20) {
          closing.start();
        }
      }
    }
    closing.join();

    await().untilAsserted(() -> assertThat(taken).allMatch(beats -> beats.get() == 1));
  }
}
