package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.Hotline;
import cn.wuye.hotline.caller.call.LossCaller;
import cn.wuye.hotline.caller.call.Switchboard;
import cn.wuye.hotline.caller.instance.Instance;
import cn.wuye.hotline.caller.script.Script;
import cn.wuye.hotline.caller.sound.PromptBook;
import cn.wuye.hotline.caller.sound.Voice;
import cn.wuye.hotline.ivr.prompt.PromptCatalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whole conversations at once, recorded, each to its ticket: half the callers key everything, half
 * say yes to what is read back to them, which a grammar hears. Judged from the callers' own log.
 * Between the rounds the same Asterisk carries as many calls alone, with both recordings.
 */
final class CallsBench implements Bench {
  private static final int GOAL_CALLS = 50;
  private static final double MOST_CPU = 0.75;
  private static final String YES = "是的";
  private static final int ALONE_SECONDS = 20;

  @Override
  public BenchResult run(Path clone, Path work, boolean quick) throws Exception {
    // Quickly: whether the goal holds, and only if not, half of it.
    List<Integer> levels = quick ? List.of(GOAL_CALLS, 25) : List.of(25, GOAL_CALLS, 75, 100);
    try (Instance instance = new Instance(clone, work)) {
      Progress.tell("starting an instance of its own");
      instance.run("up", "--sample", "--detach");
      BenchDialplan.add(instance, "extensions-bench-calls.conf", Map.of("PROMPT", "greeting-2"));
      Hotline hotline = instance.hotline();
      PromptBook prompts =
          PromptBook.load(hotline.prompts(), PromptCatalogue.shipped(hotline.company()));
      CpuClock cpu = new CpuClock(instance.home());
      short[] yes = new Voice(Script.DEFAULT_VOICE).speak(YES);
      List<CallsRound> rounds = new ArrayList<>();
      List<Double> alone = new ArrayList<>();
      for (int level : levels) {
        alone.add(new CallsAlone(hotline.dialling("99"), prompts, cpu).carry(level, ALONE_SECONDS));
        try (Switchboard board = Switchboard.open(hotline, prompts, List.of())) {
          CallsLanes lanes =
              new CallsLanes(
                  cpu,
                  (number, speaks) ->
                      LossCaller.keying(board, number, speaks ? yes : new short[0]).call());
          rounds.add(lanes.run(level, quick ? 1 : 3, new TicketCount(hotline)));
        }
        CallsRound last = rounds.get(rounds.size() - 1);
        Progress.tell(level + " calls: " + last.summary());
        if (last.holds(MOST_CPU) == quick) {
          break;
        }
      }
      Map<String, String> versions =
          Map.of(
              "asterisk",
              instance.run("asterisk", "cli", "core show version").lines().findFirst().orElse("?"));
      return result(rounds, Percentiles.median(alone), versions);
    }
  }

  /**
   * @param alone CPU-seconds a call and second of Asterisk alone
   */
  static BenchResult result(List<CallsRound> rounds, double alone, Map<String, String> versions) {
    int figure =
        rounds.stream()
            .filter(round -> round.holds(MOST_CPU))
            .mapToInt(CallsRound::level)
            .max()
            .orElse(0);
    CallsRound judged =
        rounds.stream()
            .filter(round -> round.level() == figure)
            .findFirst()
            .orElse(rounds.get(rounds.size() - 1));
    int cores = Runtime.getRuntime().availableProcessors();
    List<Map<String, Object>> runs = rounds.stream().map(CallsRound::summary).toList();
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("lostTickets", rounds.stream().mapToInt(CallsRound::lost).sum());
    more.put("doubledTickets", rounds.stream().mapToInt(CallsRound::doubled).sum());
    more.put("cpuShare", BenchResult.round(judged.load().share()));
    more.put("cpuSecondsPerCallSecond", BenchResult.fine(judged.load().cpuPerCallSecond()));
    more.put("asteriskAloneCpuSecondsPerCallSecond", BenchResult.fine(alone));
    more.put("timesAsteriskAlone", BenchResult.round(judged.load().cpuPerCallSecond() / alone));
    more.put("model", System.getenv().getOrDefault("HOTLINE_MODEL", "none: words are not heard"));
    return new BenchResult(
        "calls",
        figure,
        "concurrent recorded calls, none lost, CPU <= 75 %",
        GOAL_CALLS + " concurrent with keys and grammar speech, none lost, CPU <= 75 %",
        figure >= GOAL_CALLS,
        MOST_CPU * cores / alone,
        null,
        judged.load().cpuPerCallSecond() * judged.secondsPerCall(),
        runs,
        versions,
        more);
  }
}
