package cn.wuye.hotline.backend.intake.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.intake.TestSound;
import cn.wuye.hotline.ivr.speech.Recognized;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriberTest {
  private final FakeRecognizer recognizer = new FakeRecognizer();
  private final Transcriber transcriber = new Transcriber(recognizer);
  private final Path file;

  TranscriberTest(@TempDir Path folder) throws IOException {
    file = folder.resolve("call.wav");
    Files.write(
        file,
        TestSound.silence(Duration.ofSeconds(2))
            .tone(Duration.ofSeconds(2))
            .pause(Duration.ofSeconds(3))
            .tone(Duration.ofSeconds(1))
            .pause(Duration.ofMillis(500))
            .tone(Duration.ofSeconds(1))
            .pause(Duration.ofSeconds(20))
            .wav());
  }

  @Test
  void decodesUtterancesAndNoSilence() throws IOException {
    recognizer.answers.add(new Recognized("三号楼的电梯", 0.9, true));
    recognizer.answers.add(new Recognized("又坏了", 0.6, true));
    assertThat(transcriber.read(file)).contains(new Transcriber.Text("三号楼的电梯，又坏了", 0.6, false));
    assertThat(recognizer.bytesHeard).hasSize(2);
    assertThat(recognizer.bytesHeard.get(0)).isBetween(16_000 * 2, 16_000 * 3);
    assertThat(recognizer.bytesHeard.get(1)).isBetween(16_000 * 5 / 2, 16_000 * 7 / 2);
    assertThat(recognizer.open).isZero();
  }

  @Test
  void nothingUnderstoodIsAnAnswerToo() throws IOException {
    assertThat(transcriber.read(file)).contains(new Transcriber.Text("", 0, false));
  }

  @Test
  void tellsWhenAnotherEngineHadToHearIt() throws IOException {
    recognizer.standIn = true;
    recognizer.answers.add(new Recognized("停水", 0.9, true));
    assertThat(transcriber.read(file)).contains(new Transcriber.Text("停水", 0.9, true));
  }

  @Test
  void isTriedAgainWithoutModelOrTime() throws IOException {
    recognizer.answers.add(new Recognized("三号", 0.9, false));
    assertThat(transcriber.read(file)).isEqualTo(Optional.empty());
    recognizer.available = false;
    assertThat(transcriber.read(file)).isEqualTo(Optional.empty());
    assertThat(recognizer.open).isZero();
  }
}
