package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.Hotline;
import cn.wuye.hotline.caller.call.CallRecord;
import cn.wuye.hotline.caller.call.Switchboard;
import cn.wuye.hotline.caller.instance.Instance;
import cn.wuye.hotline.caller.result.Analysis;
import cn.wuye.hotline.caller.result.TicketView;
import cn.wuye.hotline.caller.result.Timings;
import cn.wuye.hotline.caller.script.Script;
import cn.wuye.hotline.caller.sound.PromptBook;
import cn.wuye.hotline.caller.ticket.TicketFinder;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.prompt.PromptCatalogue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * How fast the hotline answers and falls silent, all measured in the caller's own sound: three
 * kinds of call in turn, so that a slow minute of the machine touches all.
 */
final class TurnBench implements Bench {
  private static final int GOAL_ABOVE_SILENCE = 200;
  private static final int KEY_GOAL = 150;
  private static final int SPEECH_GOAL = 350;

  /** Nobody interrupts at the same moment of every prompt, frame and beat. */
  private static final int LONGEST_HESITATION = 600;

  @Override
  public BenchResult run(Path clone, Path work, boolean quick) throws Exception {
    Instance instance = new Instance(clone, work);
    try {
      Progress.tell("starting an instance of its own");
      instance.run("up", "--sample", "--detach");
      return measure(instance, quick ? 4 : 20);
    } finally {
      instance.close();
    }
  }

  private static BenchResult measure(Instance instance, int rounds) throws Exception {
    Hotline hotline = instance.hotline();
    PromptBook prompts =
        PromptBook.load(hotline.prompts(), PromptCatalogue.shipped(hotline.company()));
    List<Integer> gaps = new ArrayList<>();
    List<Integer> bySpeech = new ArrayList<>();
    List<Integer> byKey = new ArrayList<>();
    Clipping clipping = new Clipping();
    List<Map<String, Object>> runs = new ArrayList<>();
    CpuClock cpu = new CpuClock(instance.home());
    double before = cpu.seconds("application", "asterisk");
    int calls = 0;
    TicketFinder tickets = new TicketFinder(hotline);
    Random random = new Random(20_260_102);
    for (int round = 0; round < rounds; round++) {
      Progress.tell("round " + (round + 1) + " of " + rounds);
      Timings patient = play(hotline, prompts, TurnScripts.patient(), tickets, clipping);
      Timings interrupting =
          play(hotline, prompts, TurnScripts.interrupting(hesitation(random)), tickets, clipping);
      Timings keying =
          play(hotline, prompts, TurnScripts.keying(hesitation(random)), tickets, clipping);
      calls += 3;
      gaps.addAll(patient.answerGapMs());
      gaps.addAll(interrupting.answerGapMs());
      bySpeech.addAll(interrupting.bargeInMs());
      byKey.addAll(keying.bargeInMs());
      Map<String, Object> run = new LinkedHashMap<>();
      run.put("answerGapMs", patient.answerGapMs());
      run.put("bargeInBySpeechMs", interrupting.bargeInMs());
      run.put("bargeInByKeyMs", keying.bargeInMs());
      runs.add(run);
    }
    double used = cpu.seconds("application", "asterisk") - before;
    long silence = Listening.DEFAULT_TRAILING_SILENCE.toMillis();
    double figure = Percentiles.at(gaps, 0.95);
    boolean holds =
        figure <= silence + GOAL_ABOVE_SILENCE
            && Percentiles.at(bySpeech, 0.95) <= SPEECH_GOAL
            && Percentiles.at(byKey, 0.95) <= KEY_GOAL
            && clipping.share() == 0;
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("answerGapMs", Percentiles.of(gaps));
    more.put("bargeInBySpeechMs", Percentiles.of(bySpeech));
    more.put("bargeInByKeyMs", Percentiles.of(byKey));
    more.put("trailingSilenceMs", silence);
    more.put("clipped", clipping.summary());
    return new BenchResult(
        "turn",
        figure,
        "ms from the end of speech to the first sound of the answer, p95",
        "p95 <= trailing silence + 200 ms; barge-in p95: key <= 150 ms, speech <= 350 ms; no word"
            + " beginning clipped",
        holds,
        (double) silence,
        used / calls,
        runs,
        more);
  }

  private static Duration hesitation(Random random) {
    return Duration.ofMillis(random.nextInt(LONGEST_HESITATION + 1));
  }

  private static Timings play(
      Hotline hotline, PromptBook prompts, Script script, TicketFinder tickets, Clipping clipping)
      throws Exception {
    try (Switchboard board = Switchboard.open(hotline, prompts, List.of(script))) {
      CallRecord call = board.call(script).play();
      call.problem().ifPresent(why -> Progress.tell("a call went another way: " + why));
      if (TurnScripts.speaks(script)) {
        Optional<TicketView> ticket = tickets.find(call.sipCallId(), Duration.ofSeconds(10));
        clipping.compare(TurnScripts.SENTENCE, ticket.map(TicketView::text).orElse(""));
      }
      return new Analysis(call, prompts).timings();
    }
  }
}
