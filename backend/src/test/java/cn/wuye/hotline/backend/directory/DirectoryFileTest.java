package cn.wuye.hotline.backend.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryFileTest {
  @Test
  void callersAreKnownFromTheFileOfAnEarlierVersion(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("directory.json");
    try (InputStream earlier =
        DirectoryFileTest.class.getResourceAsStream("/directory/of-an-earlier-version.json")) {
      Files.copy(Objects.requireNonNull(earlier), file);
    }

    DirectoryData data = new DirectoryFile(file).read();

    assertThat(data.estates()).extracting(estate -> estate.name()).containsExactly("阳光花园");
    assertThat(data.estates()).extracting(estate -> estate.dialect()).containsExactly("cmn");
    assertThat(data.callers()).containsOnlyKeys("13800000001");
  }
}
