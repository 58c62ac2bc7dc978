package cn.wuye.hotline.ivr.prompt;

import cn.wuye.hotline.ivr.data.DataFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The synthesiser espeak-ng, as a program. Understandable, not pretty, and there on every machine.
 */
final class Espeak implements Voice {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /**
   * The voice that reads Chinese characters; espeak-ng 1.51's plain "cmn" spells them in English.
   */
  private static final List<String> OPTIONS =
      List.of("-v", "cmn-latn-pinyin", "-s", "140", "-b", "1");

  private final String program;
  private final Map<String, String> readings = new LinkedHashMap<>();

  Espeak(String program) {
    this.program = program;
    DataFile file = DataFile.resource("/prompts/readings.yml");
    file.keys().forEach(word -> readings.put(word, file.text(word)));
  }

  @Override
  public String version() {
    return String.join(" ", OPTIONS) + readings;
  }

  @Override
  public Sound say(String text) throws IOException {
    Path wav = Files.createTempFile("hotline-prompt", ".wav");
    try {
      List<String> command = new java.util.ArrayList<>(List.of(program));
      command.addAll(OPTIONS);
      command.addAll(List.of("-w", wav.toString(), "--stdin"));
      // By standard input: arguments would be garbled where the locale is not UTF-8.
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      await(process, text);
      return WavSound.read(Files.readAllBytes(wav));
    } finally {
      Files.deleteIfExists(wav);
    }
  }

  private void await(Process process, String text) throws IOException {
    try (OutputStream in = process.getOutputStream()) {
      in.write(withReadings(text).getBytes(StandardCharsets.UTF_8));
      in.close();
      if (!process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException(program + " took more than " + LONGEST.toSeconds() + " s");
      }
      if (process.exitValue() != 0) {
        throw new IOException(program + " ended with status " + process.exitValue());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + program + " spoke", e);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Words that it misreads are given in pinyin. */
  private String withReadings(String text) {
    String said = text;
    for (Map.Entry<String, String> reading : readings.entrySet()) {
      said = said.replace(reading.getKey(), " " + reading.getValue() + " ");
    }
    return said;
  }
}
