package cn.wuye.hotline.ivr.agi;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.dialect.Hearing;
import cn.wuye.hotline.ivr.speech.NoSpeech;
import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Ear;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Recognition;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OtherEarsTest {
  private static final Duration ENOUGH = Duration.ofSeconds(20);

  private final CountDownLatch ready = new CountDownLatch(1);
  private final TestEar quick = new TestEar(() -> new Recognized("部𨋢壞咗", 0.9, true));
  private final TestEar slow = new TestEar(this::whenReady);

  private Recognized whenReady() {
    try {
      ready.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Recognized("部电梯坏了", 0.8, true);
  }

  @Test
  void eachThatIsInTimeTellsWhatItHeard() {
    TestEar cut = new TestEar(() -> new Recognized("部", 0, false));
    TestEar broken =
        new TestEar(
            () -> {
              throw new IllegalStateException("a test");
            });
    try (OtherEars ears = ears(new Ear("yue", quick), new Ear("hak", cut), new Ear("", broken))) {
      ears.accept(new byte[320]);
      ears.end(ENOUGH);

      assertThat(ears.hearings(ENOUGH)).containsExactly(new Hearing("yue", "部𨋢壞咗", 0.9));
      assertThat(quick.frames).isEqualTo(1);
    }
    assertThat(List.of(quick, cut, broken)).allMatch(TestEar::closed);
  }

  @Test
  void whoIsLateIsNotWaitedForAndClosedWhenItIsDone() throws InterruptedException {
    OtherEars ears = ears(new Ear("yue", slow), new Ear("hak", quick));
    ears.accept(new byte[320]);
    ears.end(ENOUGH);

    quick.finished.await();
    assertThat(ears.hearings(Duration.ofMillis(300))).extracting(Hearing::dialect).contains("hak");
    ears.close();
    assertThat(slow.closed()).as("one thread at a time").isFalse();

    ready.countDown();
    assertThat(slow.closed.await(20, SECONDS)).isTrue();
  }

  @Test
  void whoHasNotSpokenIsComparedWithNobody() {
    try (OtherEars ears = ears(new Ear("yue", quick))) {
      assertThat(ears.hearings(ENOUGH)).isEmpty();
    }
    assertThat(quick.closed()).isTrue();
  }

  private static OtherEars ears(Ear... ears) {
    return OtherEars.of(new Engines(List.of(ears)), new Vocabulary.Free());
  }

  private record Engines(List<Ear> ears) implements SpeechRecognizer {
    @Override
    public Optional<Recognition> begin(Vocabulary vocabulary, Consumer<String> onPartial) {
      return Optional.empty();
    }

    @Override
    public List<Ear> beginOthers(Vocabulary vocabulary) {
      return ears;
    }

    @Override
    public Status status() {
      return new NoSpeech("a test").status();
    }

    @Override
    public void close() {}
  }

  private static final class TestEar implements Recognition {
    final CountDownLatch finished = new CountDownLatch(1);
    final CountDownLatch closed = new CountDownLatch(1);
    final Supplier<Recognized> answer;
    int frames;

    TestEar(Supplier<Recognized> answer) {
      this.answer = answer;
    }

    boolean closed() {
      return closed.getCount() == 0;
    }

    @Override
    public void accept(byte[] pcm) {
      frames++;
    }

    @Override
    public Recognized finish(Duration budget) {
      try {
        return answer.get();
      } finally {
        finished.countDown();
      }
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }
}
