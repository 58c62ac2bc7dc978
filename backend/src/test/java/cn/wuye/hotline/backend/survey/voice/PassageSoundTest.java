package cn.wuye.hotline.backend.survey.voice;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.recording.RecordingKey;
import cn.wuye.hotline.backend.recording.RecordingStore;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PassageSoundTest {
  private static final Passage PASSAGE =
      new Passage(
          new PhoneNumber("13800000001"),
          "电梯坏了",
          new RecordingKey("call-caller.wav"),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5));

  @Test
  void nobodyWaitsForAStoreThatHangsHoweverManyAsk() {
    CountDownLatch hangs = new CountDownLatch(1);
    try (PassageSound sound = new PassageSound(new Store(hangs), Duration.ofMillis(20))) {
      for (int call = 0; call < 40; call++) {
        assertThat(sound.read(PASSAGE).get()).isEmpty();
      }
    } finally {
      hangs.countDown();
    }
  }

  @Test
  void whatComesLateInACallIsNotRead() {
    Passage late =
        new Passage(
            PASSAGE.number(),
            PASSAGE.words(),
            PASSAGE.recording(),
            Duration.ofMinutes(20),
            Duration.ofMinutes(20).plusSeconds(3));
    Store store = new Store(new CountDownLatch(0));
    try (PassageSound sound = new PassageSound(store, Duration.ofSeconds(5))) {
      assertThat(sound.read(late).get()).isEmpty();
      assertThat(store.asked).isFalse();
      assertThat(sound.read(PASSAGE).get()).as("not there").isEmpty();
      assertThat(store.asked).isTrue();
    }
  }

  /** Answers only after the latch, and then that it has nothing. */
  private static final class Store implements RecordingStore {
    private final CountDownLatch hangs;
    private volatile boolean asked;

    Store(CountDownLatch hangs) {
      this.hangs = hangs;
    }

    @Override
    public void put(RecordingKey key, InputStream content) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Sound> find(RecordingKey key) throws IOException {
      asked = true;
      try {
        hangs.await();
        return Optional.empty();
      } catch (InterruptedException e) {
        throw new InterruptedIOException();
      }
    }

    @Override
    public void delete(RecordingKey key) {
      throw new UnsupportedOperationException();
    }
  }
}
