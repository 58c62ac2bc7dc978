package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.Hotline;
import cn.wuye.hotline.caller.call.Act;
import cn.wuye.hotline.caller.call.CallRecord;
import cn.wuye.hotline.caller.call.Switchboard;
import cn.wuye.hotline.caller.instance.Instance;
import cn.wuye.hotline.caller.script.Script;
import cn.wuye.hotline.caller.script.Step;
import cn.wuye.hotline.caller.sound.Hops;
import cn.wuye.hotline.caller.sound.PromptBook;
import cn.wuye.hotline.ivr.prompt.PromptCatalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * From {@code ./hotline up} on a machine where everything is fetched, built and was started once to
 * the first sound of the greeting in a caller's ear.
 */
final class StartBench implements Bench {
  private static final double GOAL = 25;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** One start: seconds until the command returned, until the greeting, and the CPU used. */
  record Start(double up, double answered, double cpu) {
    Map<String, Object> summary() {
      Map<String, Object> summary = new LinkedHashMap<>();
      summary.put("upSeconds", BenchResult.round(up));
      summary.put("answeredSeconds", BenchResult.round(answered));
      summary.put("cpuSeconds", BenchResult.round(cpu));
      return summary;
    }
  }

  @Override
  public BenchResult run(Path clone, Path work, boolean quick) throws Exception {
    try (Instance instance = new Instance(clone, work)) {
      Progress.tell("the first start of all, with sample data");
      Start first = start(instance, "up", "--sample", "--detach");
      List<Start> starts = new ArrayList<>();
      for (int i = 0; i < (quick ? 3 : 7); i++) {
        instance.run("down");
        Start start = start(instance, "up", "--detach");
        Progress.tell("start " + (i + 1) + ": " + start.summary());
        starts.add(start);
      }
      return result(first, starts);
    }
  }

  static BenchResult result(Start first, List<Start> starts) {
    double figure = Percentiles.median(starts.stream().map(Start::answered).toList());
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("slowest", starts.stream().mapToDouble(Start::answered).max().orElse(Double.NaN));
    more.put("first", first.summary());
    return new BenchResult(
        "start",
        figure,
        "seconds from ./hotline up to the first answered call, median",
        "<= 25 s on a prepared machine",
        figure <= GOAL,
        null,
        Percentiles.median(starts.stream().map(Start::cpu).toList()),
        starts.stream().map(Start::summary).toList(),
        more);
  }

  private static Start start(Instance instance, String... command) throws Exception {
    long begin = System.nanoTime();
    instance.run(command);
    double up = (System.nanoTime() - begin) / 1e9;
    double answered = greeting(instance.hotline(), begin);
    double cpu = new CpuClock(instance.home()).seconds("application", "asterisk", "database");
    return new Start(up, answered, cpu);
  }

  /** Seconds from {@code begin} to the first sound of the greeting; it must be the greeting. */
  private static double greeting(Hotline hotline, long begin) throws Exception {
    PromptBook prompts =
        PromptBook.load(hotline.prompts(), PromptCatalogue.shipped(hotline.company()));
    Script script =
        new Script(
            Path.of("bench-start"),
            Optional.of("13800000001"),
            Script.DEFAULT_VOICE,
            OptionalDouble.empty(),
            Map.of(),
            List.of(new Step.Hears(1, 1, "greeting", PATIENCE), new Step.HangsUp(2, 2)));
    try (Switchboard board = Switchboard.open(hotline, prompts, List.of(script))) {
      CallRecord call = board.call(script).play();
      double over = (System.nanoTime() - begin) / 1e9;
      if (!call.followed()) {
        throw new IOException("the first call was not answered: " + call.problem().orElse("?"));
      }
      int hungUp = call.acts().stream().mapToInt(Act::startMillis).max().orElse(0);
      int heard = call.heard().firstAudible(0) * Hops.MILLIS;
      return over - (hungUp - heard) / 1000.0;
    }
  }
}
