package cn.wuye.hotline.ivr.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.prompt.Prompt.Fixed;
import cn.wuye.hotline.ivr.prompt.Prompt.Spoken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EspeakPromptsTest {
  private static final Fixed GREETING = new Fixed("greeting", "您好");
  private static final Fixed NUMBER = new Fixed("advice-fire", "请打119。");

  @TempDir Path folder;
  private final ToneVoice voice = new ToneVoice();

  private EspeakPrompts prompts() {
    return new EspeakPrompts(folder, Optional.of(folder.resolve("own")), voice);
  }

  private static Prompt prompt(Prompt.Piece... pieces) {
    return new Prompt("some", List.of(pieces));
  }

  @Test
  void allFixedPiecesAreMadeOnceAndIndexed() throws Exception {
    assertThat(prompts().prepare(List.of(GREETING, NUMBER))).isZero();
    assertThat(prompts().prepare(List.of(GREETING, NUMBER))).isZero();
    assertThat(voice.said).containsExactlyInAnyOrder("您好", "请打幺幺九。");
    assertThat(folder.resolve("greeting.wav")).exists();
    assertThat(folder.resolve("advice-fire.wav")).exists();
    assertThat(Files.readString(folder.resolve("index.json")))
        .contains("\"greeting\"", "\"greeting.wav\"", "您好");
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith(".half"));
    }
  }

  @Test
  void changedWordsOrVoiceMakeThePieceAnew() {
    prompts().prepare(List.of(GREETING));
    prompts().prepare(List.of(new Fixed("greeting", "您好，请讲")));
    assertThat(voice.said).containsExactly("您好", "您好，请讲");
    voice.version = "tone 2";
    prompts().prepare(List.of(new Fixed("greeting", "您好，请讲")));
    assertThat(voice.said).hasSize(3);
  }

  @Test
  void piecesAreLevelTrimmedAndFollowEachOther() {
    voice.loudness = 0.05f;
    byte[] quiet = prompts().pcm(prompt(GREETING));
    voice.loudness = 0.9f;
    byte[] loud = prompts().pcm(prompt(new Spoken("您啊")));
    assertThat(quiet).hasSameSizeAs(loud);
    assertThat(rms(quiet)).isCloseTo(rms(loud), org.assertj.core.data.Percentage.withPercentage(3));
    // 0.2 s of tone, hundredths around it, 0.03 s before the next piece.
    assertThat(quiet.length / 16000.0).isBetween(0.2, 0.28);
    assertThat(prompts().pcm(prompt(GREETING, new Spoken("您啊"))))
        .hasSize(quiet.length + loud.length);
  }

  @Test
  void punctuationIsAPause() {
    int plain = prompts().pcm(prompt(new Spoken("您好"))).length;
    int sentence = prompts().pcm(prompt(new Spoken("您好。"))).length - 1600;
    assertThat((sentence - plain) / 16000.0).isBetween(0.3, 0.34);
    assertThat(prompts().pcm(prompt(new Fixed("pause", "，")))).hasSize(5600).containsOnly(0);
    assertThat(voice.said).doesNotContain("，");
  }

  @Test
  void anOperatorsRecordingWins() throws Exception {
    own("greeting", WavSound.write(new Sound(new float[] {0, 0.2f, -0.2f, 0}, 8000).pcm()));
    prompts().prepare(List.of(GREETING, NUMBER));
    assertThat(voice.said).containsExactly("请打幺幺九。");
    assertThat(folder.resolve("greeting.wav")).exists();
  }

  @Test
  void aBrokenRecordingIsReplacedBySynthesis() throws Exception {
    own("greeting", new byte[] {1, 2, 3});
    assertThat(prompts().prepare(List.of(GREETING))).isZero();
    assertThat(voice.said).containsExactly("您好");
  }

  private void own(String key, byte[] wav) throws IOException {
    Files.createDirectories(folder.resolve("own"));
    Files.write(folder.resolve("own").resolve(key + ".wav"), wav);
  }

  @Test
  void withoutAVoiceThereIsABeepAndNoFailure() {
    voice.broken = true;
    EspeakPrompts prompts = prompts();
    assertThat(prompts.prepare(List.of(GREETING, NUMBER))).isEqualTo(2);
    assertThat(prompts.pcm(prompt(GREETING))).isEqualTo(Sound.beep().pcm());
    assertThat(prompts.files(prompt(GREETING, NUMBER)))
        .containsExactly(folder.resolve("beep.wav"), folder.resolve("beep.wav"));
    voice.broken = false;
    assertThat(prompts.files(prompt(GREETING))).containsExactly(folder.resolve("greeting.wav"));
  }

  @Test
  void withoutTheProgramThereIsABeepAndNoFailure() {
    EspeakPrompts prompts =
        new EspeakPrompts(folder, Optional.empty(), new Espeak("no-such-program-as-this"));
    assertThat(prompts.prepare(List.of(GREETING))).isEqualTo(1);
    assertThat(prompts.pcm(prompt(new Spoken("阳光花园")))).isEqualTo(Sound.beep().pcm());
  }

  @Test
  void otherWordsAreKeptByText() {
    List<Path> files = prompts().files(prompt(new Spoken("阳光花园"), new Spoken("阳光花园")));
    assertThat(files.get(0)).isEqualTo(files.get(1)).hasParent(folder.resolve("spoken")).exists();
    prompts().pcm(prompt(new Spoken("阳光花园")));
    assertThat(voice.said).containsExactly("阳光花园");
  }

  private static double rms(byte[] pcm) {
    double sum = 0;
    for (int i = 0; i < pcm.length; i += 2) {
      double sample = (short) ((pcm[i] & 0xff) | (pcm[i + 1] << 8));
      sum += sample * sample;
    }
    return Math.sqrt(sum / (pcm.length / 2));
  }
}
