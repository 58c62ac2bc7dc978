package cn.wuye.hotline.backend.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.model.ActivationBox;
import cn.wuye.hotline.backend.model.ActivationBox.Outcome;
import cn.wuye.hotline.backend.model.ActivationBox.Request;
import cn.wuye.hotline.backend.model.ModelRole;
import cn.wuye.hotline.backend.model.ModelStore;
import cn.wuye.hotline.ivr.speech.NoSpeech;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.SwitchableSpeech;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelSwitchTest {
  private static final String TRIED =
      """
      {"source":"x","archiveSha256":"","files":"1/2/%s","trial":{"refusal":"","language":"CHINESE","dynamic":true,
       "rate":8000,"loadMillis":1,"decodeMillis":1,"megabytes":1}}
      """;

  @TempDir Path home;
  private final SwitchableSpeech speech = new SwitchableSpeech(new NoSpeech("没有"));
  private final AtomicInteger loaded = new AtomicInteger();
  private boolean broken;

  /** A model that is there. */
  private record Loaded(String name) implements SpeechRecognizer {
    @Override
    public Optional<Recognition> begin(
        cn.wuye.hotline.ivr.speech.Vocabulary vocabulary, Consumer<String> onPartial) {
      return Optional.empty();
    }

    @Override
    public Status status() {
      return new Status(true, name, 0, 0);
    }

    @Override
    public void close() {}
  }

  @BeforeEach
  void aModelThatWasTried() throws IOException {
    Files.createDirectories(home.resolve("models/good"));
    Path file = Files.writeString(home.resolve("models/good/final.mdl"), "am");
    String time = Long.toHexString(Files.getLastModifiedTime(file).toMillis());
    Files.writeString(home.resolve("models/good.json"), TRIED.formatted(time));
  }

  private Outcome asked(String name, String pinned) throws IOException {
    ActivationBox box = new ActivationBox(home);
    ModelSwitch change = new ModelSwitch(speech, new ModelStore(home), box, this::open, pinned);
    Request wish = box.ask(name, ModelRole.LIVE, false);
    change.look();
    assertThat(box.waits()).isFalse();
    return box.outcome(wish).orElseThrow();
  }

  private SpeechRecognizer open(Path folder) {
    loaded.incrementAndGet();
    return broken ? new NoSpeech("读不了") : new Loaded(String.valueOf(folder.getFileName()));
  }

  @Test
  void aTriedModelIsTakenIntoUseAndStaysSoAtTheNextStart() throws Exception {
    Outcome outcome = asked("good", "");

    assertThat(outcome.refusal()).isEmpty();
    assertThat(outcome.description()).isEqualTo("good");
    assertThat(speech.status().available()).isTrue();
    assertThat(home.resolve("model").toRealPath())
        .isEqualTo(home.toRealPath().resolve("models/good"));

    assertThat(asked("", home.resolve("model").toString()).refusal()).isEmpty();
    assertThat(speech.status().available()).isFalse();
    assertThat(home.resolve("model")).doesNotExist();
  }

  @Test
  void whatCannotBeLoadedLeavesThePresentOne() throws Exception {
    asked("good", "");
    broken = true;

    assertThat(asked("good", "").refusal()).isEqualTo("读不了");
    assertThat(speech.status().description()).isEqualTo("good");
  }

  @Test
  void whatWasNotTriedAsItIsIsNeverLoaded() throws Exception {
    Files.writeString(home.resolve("models/good/more"), "x");

    assertThat(asked("good", "").refusal()).contains("verify");
    assertThat(asked("absent", "").refusal()).contains("there is no model absent");
    assertThat(loaded).hasValue(0);
  }

  @Test
  void theEnvironmentWins() throws Exception {
    assertThat(asked("good", "/opt/other").refusal()).contains("HOTLINE_MODEL=/opt/other");
    assertThat(loaded).hasValue(0);
  }
}
