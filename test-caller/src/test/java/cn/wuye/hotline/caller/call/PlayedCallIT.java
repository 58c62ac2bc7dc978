package cn.wuye.hotline.caller.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.caller.Hotline;
import cn.wuye.hotline.caller.instance.Instance;
import cn.wuye.hotline.caller.result.Analysis;
import cn.wuye.hotline.caller.result.Timings;
import cn.wuye.hotline.caller.script.Script;
import cn.wuye.hotline.caller.script.ScriptParser;
import cn.wuye.hotline.caller.sound.PromptBook;
import cn.wuye.hotline.ivr.conversation.Conversation;
import cn.wuye.hotline.ivr.conversation.HangUp;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.conversation.Turn.Kind;
import cn.wuye.hotline.ivr.prompt.PromptCatalogue;
import cn.wuye.hotline.router.originate.OriginateRequest;
import cn.wuye.hotline.router.originate.Ring;
import cn.wuye.hotline.router.originate.RingOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real calls over SIP and RTP into the real telephone, with a dialog of three prompts. */
class PlayedCallIT {
  private static final PromptCatalogue CATALOGUE = PromptCatalogue.shipped("物业");
  private static Instance instance;
  private static Hotline hotline;
  private static StubHotline stub;
  private static PromptBook prompts;

  @TempDir private static Path scripts;

  @BeforeAll
  static void begin() throws Exception {
    instance = new Instance(Path.of(".."), Path.of("target/caller-it"));
    instance.run("asterisk", "start");
    hotline = instance.hotline();
    stub = new StubHotline(hotline, PlayedCallIT::talk);
    for (var piece : CATALOGUE.fixed()) {
      if (piece.key().matches("greeting-[12]|confirm-1|goodbye|ask-estate")) {
        stub.make(piece.key(), piece.text());
      }
    }
    prompts = PromptBook.load(hotline.prompts(), CATALOGUE);
    assertThat(prompts.size()).isEqualTo(5);
  }

  @AfterAll
  static void end() throws Exception {
    stub.close();
    instance.run("asterisk", "stop");
  }

  private static void talk(Conversation conversation) {
    try {
      conversation.turn(CATALOGUE.prompt("greeting", Map.of("home", List.of())), Listening.open());
      conversation.turn(
          CATALOGUE.prompt("confirm", java.util.Map.of("place", List.of(), "problem", List.of())),
          Listening.choice(List.of("对"), 1));
      conversation.turn(CATALOGUE.prompt("goodbye"), Listening.whileSaying());
    } catch (HangUp e) {
      assertThat(e).isNotNull();
    }
    conversation.hangUp();
  }

  private static CallRecord play(String yaml) throws Exception {
    stub.turns.clear();
    stub.calls.clear();
    Path file = Files.writeString(scripts.resolve("script.yml"), yaml);
    Script script = new ScriptParser(CATALOGUE::has).read(file);
    try (Switchboard board = Switchboard.open(hotline, prompts, List.of(script))) {
      return board.call(script).play();
    }
  }

  private static Timings timings(CallRecord call) {
    return new Analysis(call, prompts).timings();
  }

  @Test
  void hearsSpeaksAndPressesAndKnowsItsCall() throws Exception {
    CallRecord call =
        play(
            """
            from: "13800000001"
            steps:
              - hears: greeting
              - says: 三号楼的电梯又坏了
              - hears: confirm
              - presses: "1"
              - hears: goodbye
            """);
    assertThat(call.problem()).isEmpty();
    assertThat(stub.calls)
        .singleElement()
        .satisfies(
            answered -> {
              assertThat(answered.sipCallId()).isNotEmpty().isEqualTo(call.sipCallId());
              assertThat(answered.caller().orElseThrow().digits()).isEqualTo("13800000001");
            });
    assertThat(stub.turns).extracting(t -> t.kind()).contains(Kind.WORDS, Kind.KEYS);
    assertThat(timings(call).answerGapMs())
        .singleElement()
        .satisfies(
            gap -> {
              assertThat(gap).isBetween(1100, 1700);
            });
    assertThat(new Analysis(call, prompts).turns())
        .extracting(turn -> turn.key())
        .containsSubsequence("greeting", "confirm", "goodbye");
  }

  @Test
  void pressesWhereAPromptComesThatOnlySomeCallsHave() throws Exception {
    CallRecord call =
        play(
            """
            from: "13800000001"
            steps:
              - hears: greeting
              - says: 三号楼的电梯又坏了
              - if-hears: ask-estate
                presses: "7"
              - if-hears: confirm
                presses: "1"
              - hears: goodbye
            """);
    assertThat(call.problem()).isEmpty();
    assertThat(call.acts())
        .filteredOn(act -> act.kind() == Act.Kind.KEYS)
        .extracting(Act::text)
        .containsExactly("1");
  }

  @Test
  void bargesInBySpeechAndByKey() throws Exception {
    CallRecord call =
        play(
            """
            steps:
              - hears: greeting
              - says: 三号楼的电梯又坏了
                barge-in: true
              - hears: confirm
              - presses: "1"
                barge-in: true
              - hears: goodbye
            """);
    assertThat(call.problem()).isEmpty();
    assertThat(stub.calls.get(0).caller()).isEmpty();
    assertThat(timings(call).bargeInMs())
        .isNotEmpty()
        .allSatisfy(ms -> assertThat(ms).isLessThan(900));
  }

  @Test
  void hangsUpInMidSentence() throws Exception {
    CallRecord call =
        play(
            """
            from: "13800000002"
            steps:
              - hears: greeting
              - says: 三号楼的电梯又坏了已经两天没有人来修
                hangs-up-after: 1200ms
            """);
    assertThat(call.problem()).isEmpty();
    await().until(() -> stub.turns.stream().anyMatch(t -> t.kind() == Kind.HUNG_UP));
  }

  private static CallRecord answer(String yaml, String survey, AtomicReference<RingOutcome> rung)
      throws Exception {
    stub.turns.clear();
    stub.calls.clear();
    stub.surveys.clear();
    Path file = Files.writeString(scripts.resolve("script.yml"), yaml);
    Script script = new ScriptParser(CATALOGUE::has).read(file);
    String number = script.from().orElseThrow();
    try (Switchboard board = Switchboard.open(hotline, prompts, List.of(script));
        CalledPhone phone = CalledPhone.open(board, script)) {
      Ring ring =
          board
              .originator()
              .originate(
                  survey,
                  new OriginateRequest(
                      "Local/" + number + "@hotline-outbound/n",
                      "hotline-survey",
                      "s",
                      hotline.number(),
                      Duration.ofSeconds(20),
                      Map.of("HOTLINE_SURVEY", survey, "HOTLINE_CALLEE", number)));
      CallRecord record = phone.play(Duration.ofSeconds(20));
      rung.set(ring.outcome().get(30, TimeUnit.SECONDS));
      ring.cancel();
      return record;
    }
  }

  @Test
  void aResidentWhoIsPhonedBackAnswersByVoiceAndKeyAndIsRecorded() throws Exception {
    AtomicReference<RingOutcome> rung = new AtomicReference<>();
    CallRecord call =
        answer(
            """
            from: "13900000008"
            steps:
              - says: 你好
              - hears: greeting
              - presses: "1"
              - hears: confirm
              - presses: "2"
              - hears: goodbye
            """,
            "survey-8-1",
            rung);

    assertThat(call.problem()).isEmpty();
    assertThat(rung.get()).isEqualTo(RingOutcome.ANSWERED);
    assertThat(stub.calls)
        .singleElement()
        .satisfies(
            answered -> {
              assertThat(answered.id().value()).isEqualTo("survey-8-1");
              assertThat(answered.caller().orElseThrow().digits()).isEqualTo("13900000008");
              assertThat(answered.dialled()).isEqualTo(hotline.number());
            });
    assertThat(stub.turns).extracting(t -> t.kind()).contains(Kind.KEYS);
    await().until(() -> stub.surveys.contains("survey-8-1"));
    Path spool = hotline.home().resolve("spool");
    await().until(() -> Files.exists(spool.resolve("survey-8-1.ended")));
    assertThat(spool.resolve("survey-8-1.call")).content().contains("caller=13900000008");
    assertThat(spool.resolve("survey-8-1.wav")).isNotEmptyFile();
    assertThat(spool.resolve("survey-8-1-caller.wav")).isNotEmptyFile();
  }

  @ParameterizedTest
  @CsvSource({"busy, BUSY", "rejected, REJECTED", "no-answer, NO_ANSWER"})
  void aPhoneThatIsNotAnsweredSaysHow(String how, RingOutcome outcome) throws Exception {
    AtomicReference<RingOutcome> rung = new AtomicReference<>();
    CallRecord call = answer("from: '13900000007'\nanswers: " + how, "survey-7-" + how, rung);

    assertThat(call.problem()).isEmpty();
    assertThat(rung.get()).isEqualTo(outcome);
    assertThat(stub.surveys).isEmpty();
  }

  @Test
  void tellsWhatItHeardInsteadOfWhatTheScriptWants() throws Exception {
    CallRecord call =
        play(
            """
            steps:
              - hears: ask-estate
                within: 4s
            """);
    assertThat(call.problem())
        .hasValueSatisfying(
            why ->
                assertThat(why)
                    .contains("line 2 (step 1, hears: ask-estate)", "heard instead: greeting"));
  }
}
