package cn.wuye.hotline.backend.model;

import cn.wuye.hotline.ivr.speech.vosk.ModelTrial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;

/** Tries a model in a JVM of its own: should the model end the process, it is not ours. */
public final class TrialProcess {
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final String LAUNCHER =
      "org.springframework.boot.loader.launch.PropertiesLauncher";

  private final List<String> command;

  /** By the class path and the JVM that this process runs with. */
  public TrialProcess() {
    this(commandLike(System.getProperty("loader.main") != null));
  }

  TrialProcess(List<String> command) {
    this.command = List.copyOf(command);
  }

  private static List<String> commandLike(boolean packaged) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"));
    // A crash is an answer, not something to be examined.
    command.addAll(List.of("-XX:ErrorFile=/dev/null", "-XX:-CreateCoredumpOnCrash"));
    if (Runtime.version().feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    if (packaged) {
      command.add("-Dlogback.configurationFile=tool-logback.xml");
      command.add("-Dloader.main=" + ModelTrial.class.getName());
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path", "")));
    command.add(packaged ? LAUNCHER : ModelTrial.class.getName());
    return command;
  }

  /**
   * Loads the model and lets it decode.
   *
   * @throws ModelRefused when it ended the process or took more than 3 minutes
   */
  public ModelTrial.Result of(Path folder) throws IOException, ModelRefused {
    Path out = Files.createTempFile("hotline-trial", ".json");
    Path log = Files.createTempFile("hotline-trial", ".log");
    List<String> whole = new ArrayList<>(command);
    whole.add(folder.toString());
    Process process =
        new ProcessBuilder(whole).redirectOutput(out.toFile()).redirectError(log.toFile()).start();
    try {
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        throw new ModelRefused("it was not loaded within " + LONGEST.toMinutes() + " minutes");
      }
      return result(process.exitValue(), out, log);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelRefused("interrupted");
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(out);
      Files.deleteIfExists(log);
    }
  }

  private static ModelTrial.Result result(int status, Path out, Path log)
      throws IOException, ModelRefused {
    String last = new String(Files.readAllBytes(out), StandardCharsets.UTF_8).strip();
    if (status != 0) {
      String why = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).strip();
      String line =
          why.lines()
              .filter(each -> each.startsWith("ERROR") || each.startsWith("Exception"))
              .findFirst()
              .orElse("it gave no reason");
      throw new ModelRefused(
          status > 128
              ? "it ends the speech library with signal %d: its files are broken (%s)"
                  .formatted(status - 128, line)
              : "the trial ended with status %d: %s".formatted(status, line));
    }
    try {
      return ModelTrial.Result.parse(last.lines().reduce((first, second) -> second).orElse(""));
    } catch (JacksonException e) {
      throw new ModelRefused("the trial said nothing that can be read: " + last);
    }
  }
}
