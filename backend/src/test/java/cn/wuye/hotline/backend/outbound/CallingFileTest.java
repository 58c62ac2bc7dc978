package cn.wuye.hotline.backend.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import cn.wuye.hotline.backend.survey.CallRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

class CallingFileTest {
  private static final Path RIGHT = Path.of("../docs/examples/calling-any-time.yml");

  private static final FailureHandler OTHERS_NEED_A_CONTEXT =
      FailureHandler.handleMessage((message, failure) -> {});

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "old: [\"00:00-24:00\"] | old: [\"21:00-08:00\"] | old: a frame begins before it ends",
        "  friday: | frei: | week: 'frei' is no day: monday … sunday",
        "calls-a-day: 50 | calls-a-week: 50 | calls-a-day is missing",
        "week: | 'week: [' | no YAML",
      })
  void whatIsWrongIsSaidWithVariableAndFile(String part, String wrong, String why)
      throws IOException {
    String right = Files.readString(RIGHT);
    assertThat(right).contains(part);
    Path file = Files.writeString(folder.resolve("calling.yml"), right.replace(part, wrong));

    assertThatThrownBy(() -> CallingFile.read(file.toString(), CallRules::read))
        .hasMessageStartingWith("HOTLINE_SURVEYS_CALLING=" + file + " cannot be used: ")
        .hasMessageContaining(why);
  }

  @Test
  void aMissingFileEndsTheStartWithASentenceAndWhatToDo() {
    String missing = folder.resolve("nowhere.yml").toString();
    Throwable refused = catchThrowable(() -> CallingFile.read(missing, CallRules::read));
    RuntimeException start = new IllegalStateException("no bean", refused);

    assertThat(
            SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, OTHERS_NEED_A_CONTEXT)
                .stream()
                .filter(CallingFileAnalyzer.class::isInstance)
                .map(analyzer -> analyzer.analyze(start)))
        .singleElement()
        .satisfies(
            analysis -> {
              assertThat(analysis.getDescription())
                  .isEqualTo(
                      "HOTLINE_SURVEYS_CALLING="
                          + missing
                          + " cannot be used: there is no such file");
              assertThat(analysis.getAction()).contains("docs/examples/calling-any-time.yml");
            });
  }
}
