package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.script.Script;
import cn.wuye.hotline.caller.script.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The calls of the bench {@code turn}. */
final class TurnScripts {
  static final String SENTENCE = "三号楼的电梯又坏了";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private TurnScripts() {}

  /** She hears the greeting to its end and speaks. */
  static Script patient() {
    return script(greeting(), says(false), anything(3), new Step.HangsUp(4, 4));
  }

  /** She speaks into the greeting, after a moment. */
  static Script interrupting(Duration hesitation) {
    return script(
        greeting(), hesitates(hesitation), says(true), anything(4), new Step.HangsUp(5, 5));
  }

  /** She presses a key into the greeting, after a moment. */
  static Script keying(Duration hesitation) {
    return script(
        greeting(),
        hesitates(hesitation),
        new Step.Presses(3, 3, "2", true),
        anything(4),
        new Step.HangsUp(5, 5));
  }

  private static Step hesitates(Duration hesitation) {
    return new Step.Silent(2, 2, hesitation);
  }

  static boolean speaks(Script script) {
    return script.steps().stream().anyMatch(Step.Says.class::isInstance);
  }

  private static Script script(Step... steps) {
    return new Script(
        Path.of("bench-turn"),
        Optional.of("13800000001"),
        Script.DEFAULT_VOICE,
        OptionalDouble.empty(),
        Map.of(),
        List.of(steps));
  }

  private static Step greeting() {
    return new Step.Hears(1, 1, "greeting", PATIENCE);
  }

  private static Step says(boolean bargeIn) {
    return new Step.Says(2, 2, SENTENCE, Optional.empty(), bargeIn, Optional.empty());
  }

  private static Step anything(int number) {
    return new Step.Hears(number, number, Step.Hears.ANYTHING, PATIENCE);
  }
}
