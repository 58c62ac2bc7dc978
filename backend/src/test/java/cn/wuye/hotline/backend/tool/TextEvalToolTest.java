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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TextEvalToolTest {
  private static final String HEADER = "text\tcategory\tsubcategory\turgency\tkind\n";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("set.tsv");
  }

  @Test
  void saysHowMuchIsUnderstoodAsJson() throws IOException {
    Files.writeString(
        file,
        HEADER
            + "电梯坏了\tfacilities\tlift\turgent\trepair\n"
            + "電梯壞咗\tfacilities\tlift\turgent\trepair\n"
            + "楼上着火了\tsecurity\tfire-hazard\temergency\trepair\n"
            + "楼上漏水\tneighbour\tpets\turgent\trepair\n");

    assertThat(run("text-eval", "--set", file.toString(), "--json")).isZero();

    JsonNode json = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
    assertThat(json.path("rows").asInt()).isEqualTo(4);
    assertThat(json.path("categoryAccuracy").asDouble()).isEqualTo(1);
    assertThat(json.path("subcategoryAccuracy").asDouble()).isEqualTo(0.75);
    assertThat(json.path("urgencyAccuracy").asDouble()).isEqualTo(1);
    assertThat(json.path("kindAccuracy").asDouble()).isEqualTo(1);
    assertThat(json.path("emergencyRecall").asDouble()).isEqualTo(1);
    assertThat(json.path("emergencyFalseAlarms").asInt()).isZero();
    JsonNode confusion = json.path("confusions").path(0);
    assertThat(confusion.path("expected").stringValue("")).isEqualTo("neighbour/pets");
    assertThat(confusion.path("read").stringValue("")).isEqualTo("neighbour/leak");
    assertThat(confusion.path("count").asInt()).isEqualTo(1);
    assertThat(confusion.path("examples").path(0).path("row").asInt()).isEqualTo(5);
  }

  @Test
  void andAsATableWithTheWordsThatCounted() throws IOException {
    Files.writeString(file, HEADER + "电梯坏了\tfees\tparking\tgeneral\tcomplaint\n");

    assertThat(run("text-eval", "--set", file.toString())).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("category", "0.0 %", "topic: fees/parking read as facilities/lift")
        .contains("row 2: 电梯坏了", "电梯坏了 → facilities/lift");
  }

  @ParameterizedTest
  @CsvSource({
    "'电梯坏了\tfacility\tlift\turgent\trepair', 'row 2, column 2 (category)'",
    "'电梯坏了\tfacilities\tlifts\turgent\trepair', 'row 2, column 3 (subcategory)'",
    "'电梯坏了\tfacilities\tlift\thigh\trepair', 'row 2, column 4 (urgency)'",
    "'电梯坏了\tfacilities\tlift\turgent\tfix', 'row 2, column 5 (kind)'",
    "'电梯坏了\tfacilities\tlift\turgent', 'row 2, column 5 (kind): 4 cells'",
    "'\tfacilities\tlift\turgent\trepair', 'row 2, column 1 (text)'",
    "'', 'no sentence'",
  })
  void namesRowAndColumnOfWhatIsWrong(String row, String message) throws IOException {
    Files.writeString(file, HEADER + row + "\n");

    assertThat(run("text-eval", "--set", file.toString())).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(message);
  }

  @Test
  void refusesAForeignHeaderAndForeignBytes() throws IOException {
    Files.writeString(file, "text,category\n");
    assertThat(run("text-eval", "--set", file.toString())).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("row 1, column 1 (text)");

    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0x41});
    assertThat(run("text-eval", "--set", file.toString())).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("UTF-8");
  }

  @Test
  void wantsAFile() {
    assertThat(run("text-eval")).isEqualTo(64);
    assertThat(run("text-eval", "--set", file.toString())).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage", "there is no file");
  }

  private int run(String... arguments) {
    return ToolMain.run(
        List.of(arguments),
        Map.of("HOTLINE_HOME", folder.toString()),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }
}
