package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.Hotline;
import cn.wuye.hotline.caller.NotRunning;
import cn.wuye.hotline.caller.call.CallRecord;
import cn.wuye.hotline.caller.call.Caravan;
import cn.wuye.hotline.caller.call.Switchboard;
import cn.wuye.hotline.caller.script.Script;
import cn.wuye.hotline.caller.script.Step;
import cn.wuye.hotline.caller.sound.PromptBook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Asterisk without the hotline: plays prompts to as many callers and records them alike. */
final class CallsAlone {
  private static final double BEGUN_A_SECOND = 10;

  private final Hotline hotline;
  private final PromptBook prompts;
  private final CpuClock cpu;

  /**
   * @param hotline dialling the bench's own extension
   */
  CallsAlone(Hotline hotline, PromptBook prompts, CpuClock cpu) {
    this.hotline = hotline;
    this.prompts = prompts;
    this.cpu = cpu;
  }

  /** Asterisk's CPU-seconds a call and second. */
  double carry(int calls, int seconds) throws NotRunning, IOException, InterruptedException {
    Script script =
        new Script(
            Path.of("bench-calls"),
            Optional.of("13700000001"),
            Script.DEFAULT_VOICE,
            OptionalDouble.empty(),
            Map.of(),
            List.of(new Step.Silent(1, 1, Duration.ofSeconds(seconds)), new Step.HangsUp(2, 2)));
    // By the clock: all calls are there from the last one's beginning to the first one's end.
    long start = System.nanoTime();
    double ramp = calls / BEGUN_A_SECOND + 1;
    LoadMeter meter =
        new LoadMeter(
            cpu,
            () -> {
              double passed = (System.nanoTime() - start) / 1e9;
              return passed > ramp && passed < seconds ? calls : 0;
            },
            "asterisk");
    try (meter;
        Switchboard board = Switchboard.open(hotline, prompts, List.of())) {
      List<CallRecord> records = new Caravan(board).run(script, calls, BEGUN_A_SECOND);
      long followed = records.stream().filter(CallRecord::followed).count();
      if (followed < calls) {
        Progress.tell("Asterisk alone: " + (calls - followed) + " of " + calls + " calls failed");
      }
    }
    double perCallSecond = meter.load().cpuPerCallSecond();
    Progress.tell(
        "Asterisk alone, "
            + calls
            + " calls: "
            + BenchResult.fine(perCallSecond)
            + " CPU-s a second");
    return perCallSecond;
  }
}
