package cn.wuye.hotline.backend.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
  @TempDir Path folder;
  private final byte[] content = new byte[3_000_000];
  private final List<String> told = new ArrayList<>();
  private final Download download = new Download(Duration.ZERO, told::add);
  private FileServer server;
  private Path file = Path.of("");

  DownloadTest() throws IOException {
    server = new FileServer();
  }

  @BeforeEach
  void begin() {
    new Random(1).nextBytes(content);
    server.content = content;
    file = folder.resolve("model.zip.part");
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void comesWholeAndTellsHowFarItIs() throws Exception {
    download.fetch(server.address("model.zip"), file);

    assertThat(file).hasBinaryContent(content);
    assertThat(told).last().asString().contains("100 %");
  }

  @Test
  void goesOnWhereTheConnectionBroke() throws Exception {
    server.cuts = 2;
    download.fetch(server.address("model.zip"), file);

    assertThat(file).hasBinaryContent(content);
    assertThat(server.ranges).hasSize(3).startsWith("null").last().asString().startsWith("bytes=");
    assertThat(told).anyMatch(line -> line.contains("connection lost"));
  }

  @Test
  void goesOnWhereAnEarlierCommandEnded() throws Exception {
    Files.write(file, Arrays.copyOf(content, 1_000_000));
    download.fetch(server.address("model.zip"), file);

    assertThat(file).hasBinaryContent(content);
    assertThat(server.ranges).containsExactly("bytes=1000000-");
  }

  @Test
  void whatIsCompleteIsNotFetchedAgain() throws Exception {
    Files.write(file, content);
    download.fetch(server.address("model.zip"), file);

    assertThat(file).hasBinaryContent(content);
    assertThat(server.ranges).containsExactly("bytes=3000000-");
  }

  @Test
  void aServerWithoutRangesBeginsAnew() throws Exception {
    server.wholeOnly = true;
    Files.write(file, new byte[500]);
    download.fetch(server.address("model.zip"), file);

    assertThat(file).hasBinaryContent(content);
  }

  @Test
  void moreThanThereIsWasSomethingElse() throws Exception {
    Files.write(file, new byte[4_000_000]);
    download.fetch(server.address("model.zip"), file);

    assertThat(file).hasBinaryContent(content);
  }

  @Test
  void aConnectionThatBreaksAgainAndAgainKeepsWhatCame() throws Exception {
    server.cuts = 100;
    refused("broke 5 times");
    assertThat(Files.size(file)).isBetween(2_000_000L, 2_999_999L);
    assertThat(Arrays.mismatch(Files.readAllBytes(file), content))
        .isEqualTo((int) Files.size(file));
  }

  @Test
  void whatIsNotThereIsSaidSo() {
    server.status = 404;
    refused("there is nothing at " + server.address("model.zip"));
    server.status = 503;
    refused("status 503");
    assertThat(server.ranges).as("no patience helps").hasSize(2);
  }

  @Test
  void aFullDiskIsSaidBeforeAnythingIsWritten() {
    server.boast = Long.MAX_VALUE / 4;
    refused("the disk is too full");
    assertThat(file).doesNotExist();
  }

  @Test
  void aServerThatCannotBeReachedIsSaidSo() {
    assertThatThrownBy(() -> download.fetch(URI.create("http://127.0.0.1:1/model.zip"), file))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining("cannot be reached")
        .hasMessageContaining("--from FILE");
  }

  private void refused(String why) {
    assertThatThrownBy(() -> download.fetch(server.address("model.zip"), file))
        .isInstanceOf(ModelRefused.class)
        .hasMessageContaining(why);
  }
}
