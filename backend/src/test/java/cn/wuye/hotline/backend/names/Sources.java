package cn.wuye.hotline.backend.names;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The texts of the clone that the tests compare. */
final class Sources {
  private static final Path CLONE = Path.of("..");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  private Sources() {}

  /** The file's text; the path is relative to the clone. */
  static String text(String path) {
    return read(CLONE.resolve(path));
  }

  /** All templates of Asterisk's configuration whose name matches. */
  static String asterisk(String glob) {
    try (var files = Files.newDirectoryStream(CLONE.resolve("asterisk-conf"), glob)) {
      StringBuilder all = new StringBuilder();
      files.forEach(file -> all.append(read(file)).append('\n'));
      return all.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All string literals of the programs, without their tests. */
  static Set<String> javaLiterals() {
    return javaMain()
        .flatMap(text -> LITERAL.matcher(text).results())
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The text of every Java file of the programs. */
  static Stream<String> javaMain() {
    return Stream.of("ivr", "call-router", "backend", "test-caller")
        .flatMap(module -> javaFiles(CLONE.resolve(module).resolve("src/main/java")).stream())
        .map(Sources::read);
  }

  /** The text of a test class, in whichever module it is; empty when there is none. */
  static Optional<String> test(String simpleName) {
    return Stream.of("ivr", "call-router", "backend", "test-caller")
        .flatMap(module -> javaFiles(CLONE.resolve(module).resolve("src/test/java")).stream())
        .filter(file -> file.endsWith(simpleName + ".java"))
        .map(Sources::read)
        .findFirst();
  }

  /** What the first group of a pattern finds. */
  static Set<String> findAll(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
