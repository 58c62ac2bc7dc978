package cn.wuye.hotline.backend.intake.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TalkFileTest {
  private static final Instant WRITTEN = Instant.parse("2026-03-01T08:00:00Z");
  private final Path file;

  TalkFileTest(@TempDir Path folder) {
    file = folder.resolve("node-1-1.1-talk.raw");
  }

  @Test
  void samplesBecomeSoundInTheirPlace() throws IOException {
    byte[] samples = new byte[64_000];
    Arrays.fill(samples, (byte) 7);
    write(samples);

    Wav wav = TalkFile.asWav(file);

    assertThat(wav.channels()).isEqualTo(2);
    assertThat(wav.samplesPerSecond()).isEqualTo(8000);
    assertThat(wav.length()).isEqualTo(Duration.ofSeconds(2));
    assertThat(Files.readAllBytes(file)).endsWith(samples).hasSize(64_044);
    assertThat(Files.getLastModifiedTime(file).toInstant()).isEqualTo(WRITTEN);
  }

  @Test
  void doneTwiceItIsDoneOnce() throws IOException {
    write(new byte[4000]);
    TalkFile.asWav(file);
    byte[] once = Files.readAllBytes(file);

    TalkFile.asWav(file);

    assertThat(Files.readAllBytes(file)).isEqualTo(once);
  }

  @Test
  void halfAFrameAtTheEndDoesNotCount() throws IOException {
    write(new byte[4003]);

    assertThat(TalkFile.asWav(file).dataBytes()).isEqualTo(4000);
  }

  @Test
  void aSideIsTakenOutOfIt(@TempDir Path folder) throws IOException {
    byte[] frame = {1, 2, 3, 4};
    byte[] samples = new byte[8000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = frame[i % frame.length];
    }
    write(samples);
    TalkFile.asWav(file);
    Path side = folder.resolve("side.wav");

    TalkFile.takeSide(file, TalkFile.CALLER, side);

    Wav wav = Wav.inspect(side);
    assertThat(wav.channels()).isEqualTo(1);
    assertThat(wav.headerRight()).isTrue();
    assertThat(wav.length()).isEqualTo(Duration.ofMillis(250));
    assertThat(Files.readAllBytes(side)).endsWith(3, 4, 3, 4).hasSize(44 + 4000);
    TalkFile.takeSide(file, TalkFile.AGENT, side);
    assertThat(Files.readAllBytes(side)).endsWith(1, 2, 1, 2).hasSize(44 + 4000);
    assertThatThrownBy(() -> TalkFile.takeSide(side, TalkFile.AGENT, folder.resolve("none.wav")))
        .isInstanceOf(BrokenSoundException.class)
        .hasMessageContaining("two sides");
  }

  private void write(byte[] content) throws IOException {
    Files.write(file, content);
    Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
  }
}
