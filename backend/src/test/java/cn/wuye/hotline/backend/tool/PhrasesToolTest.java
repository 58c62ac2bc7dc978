package cn.wuye.hotline.backend.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused before a model is needed; what is learned is LearnedSpellingsIT's. */
class PhrasesToolTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void whatIsMissingOrUnknownIsToldWithTheUsage() {
    assertThat(run("learn", "--dialect", "nan")).isEqualTo(64);
    assertThat(errors()).contains("--phrase WORDS");
    assertThat(run("learn", "--dialect", "fr", "--phrase", "漏水")).isEqualTo(64);
    assertThat(errors()).contains("'fr' is no dialect");
    assertThat(run("learn", "--dialect", "nan", "--phrase", "漏水", "a.wav")).isEqualTo(64);
    assertThat(errors()).contains("3-20 recordings of the phrase are wanted, not 1");
  }

  @Test
  void aFileThatIsNoRecordingIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("a.wav"), "not a sound");

    String name = file.toString();
    assertThat(run("learn", "--dialect", "nan", "--phrase", "漏水", name, name, name)).isEqualTo(1);
    assertThat(errors()).contains("a.wav: not a WAV file");
  }

  private int run(String... arguments) {
    List<String> all = Stream.concat(Stream.of("phrases"), Stream.of(arguments)).toList();
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return ToolMain.run(all, Map.of(), nowhere, new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
