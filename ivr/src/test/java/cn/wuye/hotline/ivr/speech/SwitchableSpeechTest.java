package cn.wuye.hotline.ivr.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Recognition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SwitchableSpeechTest {
  private static final Call CALL =
      new Call(new CallId("a-call"), Optional.empty(), "4001234567", Instant.EPOCH, "");
  private static final Vocabulary FREE = new Vocabulary.Free();
  private static final Vocabulary RECORDING = new Vocabulary.Recording();

  private final Named old = new Named("old");
  private final Named next = new Named("next");
  private final SwitchableSpeech speech = new SwitchableSpeech(old);
  private final AtomicInteger told = new AtomicInteger();

  /** Hears its own name. */
  private static final class Named implements SpeechRecognizer {
    final String name;
    final AtomicInteger closed = new AtomicInteger();
    boolean refuses;

    Named(String name) {
      this.name = name;
    }

    @Override
    public Optional<Recognition> begin(Vocabulary vocabulary, Consumer<String> onPartial) {
      if (refuses) {
        return Optional.empty();
      }
      return Optional.of(
          new Recognition() {
            @Override
            public void accept(byte[] pcm) {}

            @Override
            public Recognized finish(Duration budget) {
              assertThat(closed).as("closed while in use").hasValue(0);
              return new Recognized(name, 1, true);
            }

            @Override
            public void close() {}
          });
    }

    @Override
    public Status status() {
      return new Status(true, name, 0, 0);
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }

  private static String hears(SpeechRecognizer recognizer, Vocabulary vocabulary) {
    try (Recognition recognition = recognizer.begin(vocabulary, partial -> {}).orElseThrow()) {
      return recognition.finish(Duration.ofSeconds(1)).text();
    }
  }

  @Test
  void aCallKeepsItsModelToItsEndAndThenTheOldOneIsClosedOnce() {
    SpeechRecognizer early = speech.forCall(CALL);
    SpeechRecognizer other = speech.forCall(CALL);
    speech.use(next, told::incrementAndGet);
    SpeechRecognizer late = speech.forCall(CALL);

    assertThat(hears(early, FREE)).isEqualTo("old");
    assertThat(hears(late, FREE)).isEqualTo("next");
    early.close();
    early.close();
    assertThat(old.closed).as("another call still uses it").hasValue(0);
    assertThat(hears(other, FREE)).isEqualTo("old");
    other.close();

    await().until(() -> told.get() == 1);
    assertThat(old.closed).hasValue(1);
    assertThat(next.closed).hasValue(0);
    late.close();
    speech.close();
    assertThat(next.closed).hasValue(1);
    assertThat(old.closed).hasValue(1);
  }

  @Test
  void anUnusedModelIsClosedAtOnce() {
    speech.use(next, told::incrementAndGet);

    await().until(() -> told.get() == 1);
    assertThat(speech.status().description()).isEqualTo("next");
  }

  @Test
  void aRecognitionOutsideOfCallsHoldsItsModelToo() {
    Recognition running = speech.begin(RECORDING, partial -> {}).orElseThrow();
    speech.use(next, told::incrementAndGet);

    assertThat(running.finish(Duration.ofSeconds(1)).text()).isEqualTo("old");
    assertThat(old.closed).hasValue(0);
    running.close();
    running.close();
    await().until(() -> old.closed.get() == 1);
  }

  @Test
  void oneThatBeginsNothingHoldsNothing() {
    old.refuses = true;
    assertThat(speech.begin(FREE, partial -> {})).isEmpty();
    speech.use(next, told::incrementAndGet);

    await().until(() -> old.closed.get() == 1);
  }

  @Test
  void recordingsMayHaveAModelOfTheirOwn() {
    Named late = new Named("late");
    speech.useForRecordings(Optional.of(late), told::incrementAndGet);

    assertThat(hears(speech, RECORDING)).isEqualTo("late");
    assertThat(hears(speech, FREE)).isEqualTo("old");
    assertThat(speech.status().description()).contains("old", "late");

    speech.useForRecordings(Optional.empty(), told::incrementAndGet);
    await().until(() -> late.closed.get() == 1);
    assertThat(hears(speech, RECORDING)).isEqualTo("old");
  }

  @Test
  void afterTheEndNothingBegins() {
    speech.close();

    assertThat(speech.begin(FREE, partial -> {})).isEmpty();
    assertThat(old.closed).hasValue(1);
  }
}
