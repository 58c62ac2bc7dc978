package cn.wuye.hotline.ivr.speech.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Recognition;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VoskSpeechTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Vocabulary FREE = new Vocabulary.Free();
  private static final Vocabulary YES_NO = new Vocabulary.Phrases(List.of("是的", "不是"));

  private final FakeModel model = new FakeModel();
  private final SpeechRecognizer speech =
      Vosk.open(
          new VoskSettings(Optional.empty(), 2, 2, 0, 3),
          new ModelFolder(Path.of("fake-model"), true, 8000),
          model);

  @AfterEach
  void nothingWasMisused() {
    speech.close();
    assertThat(model.misuse).isEmpty();
  }

  private Recognition begin(Vocabulary vocabulary) {
    return speech.begin(vocabulary, partial -> {}).orElseThrow();
  }

  private void awaitOpen(int count) {
    await().pollInterval(Duration.ofMillis(2)).until(() -> speech.status().open() == count);
  }

  @Test
  void decodesWhatIsSaidInOrder() {
    try (Recognition recognition = begin(FREE)) {
      byte[] all = FakeModel.say("电梯坏了好几天了");
      for (int at = 0; at < all.length; at += 320) {
        recognition.accept(java.util.Arrays.copyOfRange(all, at, at + 320));
      }
      assertThat(recognition.finish(LONG).text()).isEqualTo("电梯坏了好几天了");
      recognition.accept(FakeModel.say("三号楼"));
      assertThat(recognition.finish(LONG)).isEqualTo(new Recognized("三号楼", 1, true));
    }
  }

  @Test
  void tellsPartialResults() {
    List<String> partials = new CopyOnWriteArrayList<>();
    try (Recognition recognition = speech.begin(FREE, partials::add).orElseThrow()) {
      recognition.accept(FakeModel.say("电梯坏了"));
      await().until(() -> partials.contains("电梯坏了"));
      recognition.accept(FakeModel.say("三号楼"));
      await().until(() -> partials.contains("电梯坏了三号楼"));
    }
  }

  @Test
  void aListenerThatFailsHarmsNothing() {
    Recognition recognition =
        speech
            .begin(
                FREE,
                partial -> {
                  throw new IllegalStateException("listener");
                })
            .orElseThrow();
    recognition.accept(FakeModel.say("电梯坏了"));
    assertThat(recognition.finish(LONG).text()).isEqualTo("电梯坏了");
    recognition.close();
  }

  @Test
  void recognisersAreUsedAgain() {
    for (int i = 0; i < 50; i++) {
      try (Recognition recognition = begin(YES_NO)) {
        recognition.accept(FakeModel.say("是的"));
        assertThat(recognition.finish(LONG).text()).isEqualTo("是的");
      }
      awaitOpen(0);
    }
    assertThat(model.opened).hasValue(1);
    assertThat(speech.status().created()).isEqualTo(1);
  }

  @Test
  void idleRecognisersOfManyVocabulariesAreBounded() {
    for (int i = 0; i < 20; i++) {
      try (Recognition recognition =
          begin(new Vocabulary.Phrases(List.of("第" + (char) ('一' + i))))) {
        recognition.accept(FakeModel.say("是"));
        recognition.finish(LONG);
      }
    }
    awaitOpen(0);
    assertThat(speech.status().created()).isEqualTo(3);
  }

  @Test
  void freeRecognitionIsCappedAndGrammarsAreNot() {
    Recognition one = begin(FREE);
    Recognition two = begin(FREE);
    assertThat(speech.begin(FREE, partial -> {})).isEmpty();
    Recognition grammar = begin(YES_NO);
    Recognition recording = begin(new Vocabulary.Recording());
    one.close();
    await().until(() -> speech.status().open() == 3);
    Recognition again = begin(FREE);
    List.of(two, grammar, recording, again).forEach(Recognition::close);
    awaitOpen(0);
  }

  @Test
  void aStuckDecoderCostsNoMoreThanTheBudgetAndComesBack() {
    CountDownLatch hangs = new CountDownLatch(1);
    model.stuck = hangs;
    try (Recognition recognition = begin(FREE)) {
      recognition.accept(FakeModel.say("电梯坏了"));
      recognition.accept(FakeModel.say("在三号楼"));
      Recognized late = recognition.finish(Duration.ofMillis(30));
      assertThat(late.inTime()).isFalse();
      model.stuck = null;
      hangs.countDown();
      recognition.accept(FakeModel.say("漏水"));
      Recognized next = recognition.finish(LONG);
      assertThat(next).isEqualTo(new Recognized("漏水", 1, true));
    }
    awaitOpen(0);
    assertThat(speech.status().created()).isEqualTo(1);
  }

  @Test
  void closingWhileStuckLosesNoRecogniser() {
    CountDownLatch hangs = new CountDownLatch(1);
    model.stuck = hangs;
    Recognition recognition = begin(FREE);
    recognition.accept(FakeModel.say("电梯坏了"));
    await().until(() -> model.opened.get() == 1);
    recognition.close();
    recognition.close();
    assertThat(recognition.finish(LONG).inTime()).isFalse();
    assertThat(speech.status().open()).isEqualTo(1);
    model.stuck = null;
    hangs.countDown();
    awaitOpen(0);
    assertThat(speech.status().created()).isEqualTo(1);
  }

  @Test
  void aRecogniserThatFailsIsReplaced() {
    try (Recognition recognition = begin(FREE)) {
      model.throwsUp = true;
      recognition.accept(FakeModel.say("电梯"));
      assertThat(recognition.finish(LONG).inTime()).isFalse();
      model.throwsUp = false;
      recognition.accept(FakeModel.say("漏水"));
      assertThat(recognition.finish(LONG)).isEqualTo(new Recognized("漏水", 1, true));
    }
    awaitOpen(0);
    assertThat(model.opened).hasValue(2);
    assertThat(model.closed).hasValue(1);
    assertThat(speech.status().created()).isEqualTo(1);
  }

  @Test
  void whenNoneCanBeMadeTheCallGoesOnWithoutText() {
    model.refuses = true;
    try (Recognition recognition = begin(FREE)) {
      recognition.accept(FakeModel.say("电梯"));
      assertThat(recognition.finish(LONG)).isEqualTo(new Recognized("", 0, false));
    }
    awaitOpen(0);
    assertThat(speech.status().created()).isZero();
  }

  @Test
  void muchTooSlowDecodingLeavesSoundOutAndSaysSo() {
    CountDownLatch hangs = new CountDownLatch(1);
    model.stuck = hangs;
    try (Recognition recognition = begin(FREE)) {
      for (int i = 0; i < 30; i++) {
        recognition.accept(new byte[16000]);
      }
      model.stuck = null;
      hangs.countDown();
      assertThat(recognition.finish(LONG).inTime()).isFalse();
      recognition.accept(FakeModel.say("漏水"));
      assertThat(recognition.finish(LONG).inTime()).isTrue();
    }
  }

  @Test
  void afterTheEndNothingBegins() {
    Recognition recognition = begin(FREE);
    recognition.accept(FakeModel.say("电梯"));
    recognition.close();
    speech.close();
    speech.close();
    assertThat(speech.begin(FREE, partial -> {})).isEmpty();
    assertThat(speech.status().available()).isFalse();
    assertThat(model.freed).isTrue();
    assertThat(model.closed).hasValue(model.opened.get());
  }

  @Test
  void phrasesThatCannotBeSpelledAreListed() {
    assertThat(speech.unspellable(new Vocabulary.Phrases(List.of("是的", "さくら座"))))
        .containsExactly("さくら座");
  }
}
