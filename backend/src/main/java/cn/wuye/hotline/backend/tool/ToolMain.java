package cn.wuye.hotline.backend.tool;

import cn.wuye.hotline.backend.model.ModelRefused;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataAccessException;

/**
 * The programs of {@code ./hotline models}, {@code ./hotline phrases}, {@code ./hotline prompts},
 * {@code ./hotline speech-eval} and {@code ./hotline text-eval}.
 */
public final class ToolMain {
  private static final int USAGE = 64;

  private ToolMain() {}

  /**
   * @param arguments {@code models …}, {@code phrases …}, {@code prompts …}, {@code speech-eval …}
   *     or {@code text-eval …}; the environment as the script sets it
   */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(Arrays.asList(arguments), System.getenv(), out, err));
  }

  static int run(
      List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
    try {
      Arguments rest =
          Arguments.of(arguments.subList(Math.min(1, arguments.size()), arguments.size()));
      Path home = Path.of(environment.getOrDefault("HOTLINE_HOME", ".hotline"));
      return switch (arguments.isEmpty() ? "" : arguments.get(0)) {
        case "models" -> new ModelsTool(home, environment, out, err).run(rest);
        case "phrases" -> new PhrasesTool(environment, out, err).run(rest);
        case "prompts" -> new PromptsTool(home, environment, out, err).run(rest);
        case "speech-eval" -> new SpeechEvalTool(environment, out, err).run(rest);
        case "text-eval" -> new TextEvalTool(out, err).run(rest);
        default -> throw new Usage("models, phrases, prompts, speech-eval or text-eval");
      };
    } catch (Usage e) {
      err.println("hotline: " + e.getMessage());
      return USAGE;
    } catch (ModelRefused e) {
      err.println("hotline: " + e.reason());
      return 1;
    } catch (DataAccessException e) {
      err.println(
          "hotline: the database does not answer ("
              + String.valueOf(e.getMostSpecificCause().getMessage()).lines().findFirst().orElse("")
              + "); ./hotline up starts it and makes its tables");
      return 1;
    } catch (IOException e) {
      err.println("hotline: " + e.getClass().getSimpleName() + ": " + e.getMessage());
      return 1;
    }
  }
}
