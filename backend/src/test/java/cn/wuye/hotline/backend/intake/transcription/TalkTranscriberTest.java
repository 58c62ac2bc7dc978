package cn.wuye.hotline.backend.intake.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.intake.TestSound;
import cn.wuye.hotline.backend.intake.spool.TalkFile;
import cn.wuye.hotline.backend.recording.Utterance;
import cn.wuye.hotline.backend.recording.Utterance.Side;
import cn.wuye.hotline.ivr.speech.Recognized;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TalkTranscriberTest {
  private final FakeRecognizer agent = new FakeRecognizer();
  private final FakeRecognizer caller = new FakeRecognizer();
  private final Path file;
  private final Path scratch;
  private final TalkTranscriber talks;

  TalkTranscriberTest(@TempDir Path folder) throws IOException {
    file = folder.resolve("talk.wav");
    scratch = folder.resolve("scratch");
    talks = new TalkTranscriber(agent, caller, new Scratch(scratch));
    Files.write(
        file,
        TestSound.silence(Duration.ofSeconds(1))
            .tone(Duration.ofSeconds(1))
            .pause(Duration.ofSeconds(5))
            .tone(Duration.ofSeconds(1))
            .beside(
                TestSound.silence(Duration.ofSeconds(3))
                    .tone(Duration.ofSeconds(2))
                    .pause(Duration.ofSeconds(6))));
    TalkFile.asWav(file);
  }

  @Test
  void eachSideIsHeardApartAndStandsInItsTime() throws IOException {
    agent.answers.add(new Recognized("您好", 0.9, true));
    agent.answers.add(new Recognized("马上派人", 0.8, true));
    caller.answers.add(new Recognized("电梯坏了", 0.7, true));

    assertThat(talks.read(file))
        .contains(
            new TalkTranscriber.Talk(
                List.of(
                    new Utterance(Side.AGENT, 700, 2300, "您好", 0.9),
                    new Utterance(Side.CALLER, 2700, 5300, "电梯坏了", 0.7),
                    new Utterance(Side.AGENT, 6700, 8300, "马上派人", 0.8)),
                false));
    assertThat(caller.bytesHeard).containsExactly(2600 * 16);
    assertThat(agent.bytesHeard).containsExactly(1600 * 16, 1600 * 16);
    assertThat(Files.list(scratch)).as("files left").isEmpty();
  }

  @Test
  void whatNobodyUnderstoodIsLeftOut() throws IOException {
    caller.answers.add(new Recognized("电梯坏了", 0.7, true));

    assertThat(talks.read(file).orElseThrow().said())
        .extracting(Utterance::text)
        .containsExactly("电梯坏了");
  }

  @Test
  void tellsWhenAnotherEngineHadToHearOneSide() throws IOException {
    agent.standIn = true;

    assertThat(talks.read(file).orElseThrow().standIn()).isTrue();
  }

  @Test
  void isAllOrNothing() throws IOException {
    agent.available = false;

    assertThat(talks.read(file)).isEmpty();
    assertThat(caller.open).isZero();
    caller.available = false;
    assertThat(talks.read(file)).isEmpty();
  }
}
