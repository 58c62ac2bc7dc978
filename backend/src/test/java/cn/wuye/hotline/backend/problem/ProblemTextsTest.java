package cn.wuye.hotline.backend.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A problem without a text would itself be a problem. */
class ProblemTextsTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path TEXTS = Path.of("src/main/resources/i18n");

  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    assertThat(texts("problems.properties")).isEqualTo(texts("problems_en.properties"));
  }

  @Test
  void everyProblemInTheCodeHasItsTexts() throws IOException {
    Set<String> texts = texts("problems.properties");

    assertThat(found("HttpStatus\\.[A-Z_]+,\\s*\"([a-z-]+)\""))
        .hasSizeGreaterThan(15)
        .allSatisfy(
            code ->
                assertThat(texts)
                    .contains("problem." + code + ".title", "problem." + code + ".detail"));
    assertThat(found("(?:wrong|FieldProblem\\.of)\\(\\s*[^,()]+,\\s*\"([a-z-]+)\""))
        .hasSizeGreaterThan(8)
        .allSatisfy(code -> assertThat(texts).contains("problem.field." + code));
  }

  private static Set<String> found(String pattern) throws IOException {
    Set<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file));
        while (matcher.find()) {
          codes.add(matcher.group(1));
        }
      }
    }
    return codes;
  }

  private static Set<String> texts(String file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(TEXTS.resolve(file), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return new TreeSet<>(properties.stringPropertyNames());
  }
}
