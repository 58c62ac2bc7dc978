package cn.wuye.hotline.caller.bench;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hotline bench NAME}: prints exactly one JSON object. */
@Command(
    name = "bench",
    description = "Measures the hotline; one JSON object on standard output.",
    mixinStandardHelpOptions = true,
    exitCodeOnInvalidInput = 64)
public final class BenchCommand implements Callable<Integer> {
  private static final Map<String, Bench> BENCHES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("agi", new AgiBench()),
              Map.entry("audio", new AudioBench()),
              Map.entry("calls", new CallsBench()),
              Map.entry("clocks", new ClocksBench()),
              Map.entry("jobs", new JobsBench()),
              Map.entry("live", new LiveBench()),
              Map.entry("loss", new LossBench()),
              Map.entry("reconcile", new ReconcileBench()),
              Map.entry("soak", new SoakBench()),
              Map.entry("speech", new SpeechBench()),
              Map.entry("start", new StartBench()),
              Map.entry("survey-loss", new SurveyLossBench()),
              Map.entry("surveys", new SurveysBench()),
              Map.entry("tickets", new TicketsBench()),
              Map.entry("turn", new TurnBench())));

  private static final int MISSED = 1;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description =
          "agi, audio, calls, clocks, jobs, live, loss, reconcile, soak, speech, start, survey-loss,"
              + " surveys, tickets or turn")
  private String name = "";

  @Option(names = "--quick", description = "a smaller run, under 5 minutes")
  private boolean quick;

  @Option(names = "--seed", description = "what is random is the same with the same number")
  private long seed = 1;

  @Option(names = "--keep", description = "leave the instance's folder behind, for looking into it")
  private boolean keep;

  /** Made by picocli. */
  public BenchCommand() {}

  @Override
  public Integer call() throws Exception {
    CommandSpec command = spec;
    if (command == null) {
      throw new IllegalStateException("picocli has not filled the options");
    }
    Bench bench = BENCHES.get(name);
    if (bench == null) {
      throw new ParameterException(
          command.commandLine(),
          "there is no bench '" + name + "'; there are: " + String.join(", ", BENCHES.keySet()));
    }
    Path clone = Path.of(System.getenv().getOrDefault("HOTLINE_ROOT", "."));
    Path work = Files.createTempDirectory("hotline-bench-" + name + "-");
    PrintWriter out = command.commandLine().getOut();
    try {
      BenchResult result = bench.run(clone, work, quick, seed);
      out.println(result.json());
      out.flush();
      return bench.mustHold() && !result.holds() ? MISSED : 0;
    } finally {
      if (keep) {
        Progress.tell("the instance's folder is " + work);
      } else {
        Progress.remove(work);
      }
    }
  }
}
