package cn.wuye.hotline.caller.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptParserTest {
  private static final Path FILE = Path.of("scripts", "example.yml");
  private final ScriptParser parser = new ScriptParser(key -> key.equals("greeting"));

  @Test
  void readsEverythingAScriptCanSay() throws ScriptError {
    Script script =
        parser.parse(
            FILE,
            """
            from: "13800000001"
            noise: 10dB
            phones:
              "13900000001": {answers-after: 2s, says: 我是值班工程师}
              "13900000002": busy
            steps:
              - hears: greeting
              - if-hears: greeting
                presses: "9#"
                within: 5s
              - hears: greeting
              - says: 电梯里有人被困住了
                barge-in: true
              - hears-phone: "13900000001"
              - heard-by-phone: "13900000001"
              - presses: "3#"
              - silent: 2s
              - says: 三号楼的
                hangs-up-after: 1500ms
              - hangs-up:
            """);
    assertThat(script.from()).contains("13800000001");
    assertThat(script.noise()).hasValue(10);
    assertThat(script.phones())
        .containsEntry("13900000001", new Phone.Answers(Duration.ofSeconds(2), "我是值班工程师"))
        .containsEntry("13900000002", new Phone.Refuses("busy"));
    assertThat(script.steps())
        .extracting(Step::words)
        .containsExactly(
            "hears: greeting",
            "if-hears: greeting",
            "hears: greeting",
            "says: 电梯里有人被困住了",
            "hears-phone: 13900000001",
            "heard-by-phone: 13900000001",
            "presses: 3#",
            "silent: 2000ms",
            "says: 三号楼的",
            "hangs-up");
    assertThat(script.steps().get(1))
        .isEqualTo(new Step.IfHears(8, 2, "greeting", "9#", Duration.ofSeconds(5)));
    assertThat(script.steps().get(3).bargesIn()).isTrue();
    assertThat(script.steps().get(6)).isEqualTo(new Step.Presses(16, 7, "3#", false));
  }

  @Test
  void withholdsTheNumberWhenThereIsNone() throws ScriptError {
    assertThat(parser.parse(FILE, "steps: [{hears: greeting}]").from()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "steps: [{hears: greetign}] | line 1 (step 1): the hotline has no prompt 'greetign'",
        "steps: [{sings: la}] | line 1 (step 1): unknown step 'sings'; a step is one of: hears, if-hears, says",
        "steps: [{if-hears: greetign}] | line 1 (step 1): the hotline has no prompt 'greetign'",
        "steps: [{if-hears: greeting}, {hears: greeting}] | line 1 (step 1): 'presses' is missing",
        "steps: [{if-hears: greeting, presses: 1}] | if-hears wants a step behind it",
        "steps: [{if-hears: greeting, presses: 1}, {hears: '*'}] | if-hears wants a step behind it",
        "steps: [{if-hears: greeting, says: 一}] | unknown 'says'; allowed: if-hears, presses, within",
        "steps: [{presses: x}] | line 1 (step 1): presses wants keys 0-9 * # A-D",
        "steps: [{silent: long}] | line 1 (step 1): silent wants a length such as 2s",
        "steps: [{plays: nowhere.wav}] | there is no file",
        "steps: [{says: 一, loudly: true}] | unknown 'loudly'; allowed: says, barge-in",
        "steps: [{says: 一, presses: 1}] | one step does one thing",
        "steps: [{says: 一, barge-in: perhaps}] | barge-in is true or false",
        "steps: [] | a script has at least one step",
        "steps: hears | steps wants a list",
        "from: 1 | from wants 2–20 digits",
        "noise: loud | noise wants a signal-to-noise ratio such as 10dB",
        "phones: {'139': asleep} | is busy, no-answer, rejected, unknown or",
        "colour: red | unknown 'colour'; allowed: from, voice, noise, phones, answers, steps",
        "'steps: [' | no valid YAML",
        "just words | expected 'name: value' lines",
      })
  void saysWhereAndWhatIsAllowed(String yaml, String complaint) {
    assertThatThrownBy(() -> parser.parse(FILE, yaml))
        .isInstanceOf(ScriptError.class)
        .hasMessageStartingWith("example.yml")
        .hasMessageContaining(complaint);
  }

  @Test
  void aResidentWhoIsCalledAnswersOrDoesNot() throws ScriptError {
    assertThat(parser.parse(FILE, "steps: [{beeps: }]").answers())
        .isEqualTo(new Phone.Answers(Duration.ofSeconds(1), ""));
    assertThat(parser.parse(FILE, "answers: 4s\nsteps: [{beeps: }]").answers())
        .isEqualTo(new Phone.Answers(Duration.ofSeconds(4), ""));

    Script busy = parser.parse(FILE, "from: '13900000001'\nanswers: busy");

    assertThat(busy.answers()).isEqualTo(new Phone.Refuses("busy"));
    assertThat(busy.steps()).isEmpty();
    assertThatThrownBy(() -> parser.parse(FILE, "answers: 4s"))
        .hasMessageContaining("'steps' is missing");
    assertThatThrownBy(() -> parser.parse(FILE, "answers: maybe\nsteps: [{beeps: }]"))
        .hasMessageContaining("answers wants a length");
  }

  @Test
  void namesTheLineInALongerScript() {
    assertThatThrownBy(() -> parser.parse(FILE, "steps:\n  - hears: greeting\n  - presses: y\n"))
        .hasMessageContaining("example.yml, line 3 (step 2): presses wants keys");
  }

  @Test
  void saysThatAFileIsMissing() {
    assertThatThrownBy(() -> parser.read(Path.of("missing.yml")))
        .isInstanceOf(ScriptError.class)
        .hasMessageContaining("missing.yml: cannot be read");
  }

  @Test
  void everyShippedScriptIsRight() throws Exception {
    var catalogue = cn.wuye.hotline.ivr.prompt.PromptCatalogue.shipped("物业");
    assertThat(Files.isDirectory(Path.of("scripts"))).isTrue();
    assertThat(new ScriptParser(catalogue::has).readAll(Path.of("scripts")))
        .hasSizeGreaterThanOrEqualTo(9);
  }
}
