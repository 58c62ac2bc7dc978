package cn.wuye.hotline.ivr.speech.vosk;

import cn.wuye.hotline.ivr.speech.grammar.Grammars;
import cn.wuye.hotline.ivr.speech.grammar.Grammars.Language;
import cn.wuye.hotline.ivr.speech.grammar.ModelWords;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads a model and lets it decode a second of sound, in a process of its own: what is broken
 * inside a model's files ends the process in native code, and that must not be the hotline's.
 */
public final class ModelTrial {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ModelTrial() {}

  /**
   * How a model did.
   *
   * @param refusal why it cannot be used at all, in Chinese; empty when it can
   * @param language {@code CHINESE}, {@code KOREAN} or {@code OTHER}
   * @param dynamic whether grammars can be given at run time
   * @param rate of the sound it is given, in Hz
   * @param loadMillis how long it took to load
   * @param decodeMillis how long a second of sound took to decode, the second time
   * @param megabytes of memory it takes, with one recogniser
   */
  public record Result(
      String refusal,
      String language,
      boolean dynamic,
      int rate,
      long loadMillis,
      long decodeMillis,
      long megabytes) {

    static Result refused(String reason) {
      return new Result(reason, "", false, 0, 0, 0, 0);
    }

    /** Reads what {@link ModelTrial#main} printed. */
    public static Result parse(String line) {
      return JSON.readValue(line, Result.class);
    }

    /** Whether it hears Chinese, so that free speech can be recognised. */
    public boolean chinese() {
      return language.equals(Language.CHINESE.name());
    }

    /** Whether it can at least recognise choices by sound. */
    public boolean soundsAlike() {
      return language.equals(Language.KOREAN.name());
    }
  }

  /**
   * Tries the model in a folder and prints one line of JSON.
   *
   * @param arguments the folder
   */
  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("one folder wanted");
    }
    String line = JSON.writeValueAsString(of(Path.of(arguments[0])));
    System.out.write(
        line.getBytes(StandardCharsets.UTF_8), 0, line.getBytes(StandardCharsets.UTF_8).length);
    System.out.println();
  }

  private static Result of(Path folder) {
    long before = ResidentMemory.megabytes();
    try {
      ModelFolder checked = ModelFolder.check(folder.toAbsolutePath().normalize());
      long start = System.nanoTime();
      try (VoskModel model = VoskModel.load(VoskLibrary.load(), checked.path(), checked.rate())) {
        long loaded = millisSince(start);
        Grammars grammars = new Grammars(model);
        long decoded = decode(model, checked);
        long after = ResidentMemory.megabytes();
        return new Result(
            "",
            grammars.language().name(),
            checked.dynamic(),
            checked.rate(),
            loaded,
            decoded,
            Math.max(0, after - before));
      }
    } catch (UnusableModel e) {
      return Result.refused(e.reason());
    } catch (NativeFailure e) {
      return Result.refused("模型文件已损坏，Vosk 读不了（" + e.getMessage() + "）");
    } catch (LinkageError e) {
      return Result.refused("这台机器上不能运行 Vosk（%s）".formatted(System.getProperty("os.arch")));
    }
  }

  /** Twice, because the first second is the dearest; a dynamic graph has to take a grammar, too. */
  private static long decode(VoskModel model, ModelFolder folder) {
    byte[] sound = WarmUp.noise(folder.rate());
    if (folder.dynamic()) {
      try (NativeRecognizer grammar = model.open(new RecognizerKind(List.of(known(model)), 0))) {
        grammar.accept(sound, sound.length);
        grammar.finish();
      }
    }
    try (NativeRecognizer free = model.open(RecognizerKind.FREE)) {
      free.accept(sound, sound.length);
      free.finish();
      long start = System.nanoTime();
      free.accept(sound, sound.length);
      free.finish();
      return millisSince(start);
    }
  }

  private static String known(VoskModel model) {
    return List.of("人", "이", "the").stream()
        .filter(model::has)
        .findFirst()
        .orElse(ModelWords.GARBAGE);
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
