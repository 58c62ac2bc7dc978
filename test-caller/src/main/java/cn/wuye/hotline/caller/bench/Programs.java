package cn.wuye.hotline.caller.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs that end by themselves. */
final class Programs {
  private Programs() {}

  /**
   * Runs one to its end.
   *
   * @param log its output
   * @return its exit code
   * @throws IOException when it is missing or does not end in time
   */
  static int run(Path log, long seconds, List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .start();
    try {
      if (process.waitFor(seconds, TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      process.destroyForcibly();
      throw new IOException(command.get(0) + " does not end within " + seconds + " s");
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** What it prints first, for versions; a question mark when it cannot be asked. */
  static String firstLine(String... command) {
    try {
      Path output = Files.createTempFile("hotline-bench-", ".out");
      try {
        run(output, 20, List.of(command));
        String all = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
        return all.lines().map(String::strip).filter(s -> !s.isEmpty()).findFirst().orElse("?");
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      return "?";
    }
  }
}
