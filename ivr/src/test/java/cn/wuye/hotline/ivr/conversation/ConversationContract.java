package cn.wuye.hotline.ivr.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.wuye.hotline.ivr.conversation.CallerAct.HangsUp;
import cn.wuye.hotline.ivr.conversation.CallerAct.Hears;
import cn.wuye.hotline.ivr.conversation.CallerAct.Presses;
import cn.wuye.hotline.ivr.conversation.CallerAct.Says;
import cn.wuye.hotline.ivr.conversation.CallerAct.SaysAndHangsUp;
import cn.wuye.hotline.ivr.conversation.Turn.Kind;
import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a dialog may rely on, whoever is on the other side of the conversation. */
public abstract class ConversationContract {
  protected static final Prompt ASK = prompt("ask", "请说发生了什么事。");
  protected static final Prompt CONFIRM = prompt("confirm", "对吗？");
  protected static final Prompt WAITING = prompt("waiting", "正在为您接通。");
  protected static final Prompt WHISPER = prompt("whisper", "紧急来电。");

  /** The emergency word that the conversation under test spots, alone and in sentences. */
  protected static final String EMERGENCY_WORD = "着火";

  /** A line that answers after a moment, talks and hangs up. */
  protected static final PhoneLine ANSWERS =
      new PhoneLine("值班 王师傅", new PhoneNumber("13900000001"));

  /** A line on which nobody answers. */
  protected static final PhoneLine SILENT_LINE =
      new PhoneLine("值班 李师傅", new PhoneNumber("13900000002"));

  private static final Listening OPEN = brief(List.of(), 1);
  private static final Listening FOUR_KEYS = brief(List.of(), 4);

  /**
   * Holds one conversation: the caller acts as told, the dialog runs.
   *
   * @return every turn that was reported, in order, after the dialog has returned
   */
  protected abstract List<Turn> hold(List<CallerAct> caller, Consumer<Conversation> dialog);

  private static Prompt prompt(String key, String text) {
    return new Prompt(key, List.of(new Prompt.Fixed(key, text)));
  }

  protected static Listening brief(List<String> phrases, int maxDigits) {
    return new Listening(
        phrases,
        maxDigits,
        Duration.ofMillis(1500),
        Duration.ofMillis(600),
        Duration.ofMillis(1000),
        Duration.ofSeconds(10),
        true);
  }

  private static <T> T only(AtomicReference<T> reference) {
    return Optional.ofNullable(reference.get())
        .orElseThrow(() -> new AssertionError("the dialog did not get that far"));
  }

  private record Outcome<T>(T value, List<Turn> turns) {}

  private <T> Outcome<T> ask(List<CallerAct> caller, Function<Conversation, T> dialog) {
    AtomicReference<T> value = new AtomicReference<>();
    List<Turn> turns = hold(caller, conversation -> value.set(dialog.apply(conversation)));
    return new Outcome<>(only(value), turns);
  }

  private static List<Kind> kinds(List<Turn> turns) {
    return turns.stream().map(Turn::kind).toList();
  }

  @Test
  void aKeyCutsThePromptAndIsTheAnswer() {
    var asked = ask(List.of(new Hears("ask"), new Presses("2")), call -> call.turn(ASK, OPEN));
    assertThat(asked.value).isInstanceOf(Heard.Keys.class);
    assertThat(((Heard.Keys) asked.value).digits()).isEqualTo("2");
    assertThat(kinds(asked.turns)).startsWith(Kind.SAID, Kind.KEYS);
    assertThat(asked.turns.get(0).key()).isEqualTo("ask");
    assertThat(asked.turns.get(0).text()).isEqualTo(ASK.text());
    assertThat(asked.turns.get(1).text()).isEqualTo("2");
  }

  @Test
  void severalKeysEndWithHash() {
    var asked =
        ask(List.of(new Hears("ask"), new Presses("12#")), call -> call.turn(ASK, FOUR_KEYS));
    assertThat(asked.value).isInstanceOf(Heard.Keys.class);
    assertThat(((Heard.Keys) asked.value).digits()).isEqualTo("12");
  }

  @Test
  void starIsAnAnswerOfItsOwn() {
    var asked = ask(List.of(new Hears("ask"), new Presses("*")), call -> call.turn(ASK, FOUR_KEYS));
    assertThat(((Heard.Keys) asked.value).digits()).isEqualTo("*");
  }

  @Test
  void wordsComeWithTheirTimes() {
    var asked =
        ask(
            List.of(new Hears("ask"), new Says("水管漏水"), new Hears("confirm"), new Says("对")),
            call -> List.of(call.turn(ASK, OPEN), call.turn(CONFIRM, brief(List.of("对"), 1))));
    assertThat(asked.value.get(0)).isInstanceOf(Heard.Words.class);
    Heard.Words first = (Heard.Words) asked.value.get(0);
    Heard.Words second = (Heard.Words) asked.value.get(1);
    assertThat(first.text()).isEqualTo("水管漏水");
    assertThat(first.decoded()).isTrue();
    assertThat(second.text()).isEqualTo("对");
    assertThat(first.from()).isPositive().isLessThan(first.to());
    assertThat(second.from()).isGreaterThan(first.to());
    assertThat(kinds(asked.turns)).startsWith(Kind.SAID, Kind.WORDS, Kind.SAID, Kind.WORDS);
    assertThat(asked.turns.get(1).text()).isEqualTo("水管漏水");
  }

  @Test
  void whoSaysNothingIsSilent() {
    var asked = ask(List.of(new Hears("ask")), call -> call.turn(ASK, OPEN));
    assertThat(asked.value).isInstanceOf(Heard.Silence.class);
    assertThat(kinds(asked.turns)).startsWith(Kind.SAID, Kind.SILENCE);
  }

  @Test
  void nothingIsWaitedForWhileSaying() {
    var asked = ask(List.of(), call -> call.turn(ASK, Listening.whileSaying()));
    assertThat(asked.value).isInstanceOf(Heard.Silence.class);
    assertThat(asked.turns.get(0).kind()).isEqualTo(Kind.SAID);
  }

  @Test
  void anEmergencyWordEndsTheTurn() {
    var asked =
        ask(
            List.of(new Hears("ask"), new Says("厨房" + EMERGENCY_WORD + "了")),
            call -> call.turn(ASK, OPEN));
    assertThat(asked.value).isInstanceOf(Heard.EmergencyWord.class);
    assertThat(((Heard.EmergencyWord) asked.value).word()).isEqualTo(EMERGENCY_WORD);
    assertThat(kinds(asked.turns)).startsWith(Kind.SAID, Kind.EMERGENCY_WORD);
  }

  @Test
  void anEmergencyWordActsAmongPhrasesToo() {
    var asked =
        ask(
            List.of(new Hears("confirm"), new Says(EMERGENCY_WORD)),
            call -> call.turn(CONFIRM, brief(List.of("对", "不对"), 1)));
    assertThat(asked.value).isInstanceOf(Heard.EmergencyWord.class);
  }

  @Test
  void hangingUpEndsEveryAct() {
    AtomicReference<HangUp> again = new AtomicReference<>();
    List<Turn> turns =
        hold(
            List.of(new Hears("ask"), new HangsUp()),
            call -> {
              assertThatThrownBy(() -> call.turn(ASK, OPEN)).isInstanceOf(HangUp.class);
              again.set(catchThrowableOfType(HangUp.class, () -> call.turn(CONFIRM, OPEN)));
              call.hangUp();
            });
    assertThat(only(again).heard()).isEmpty();
    assertThat(kinds(turns)).containsExactly(Kind.SAID, Kind.HUNG_UP);
  }

  @Test
  void whatWasSaidBeforeHangingUpIsNotLost() {
    AtomicReference<HangUp> gone = new AtomicReference<>();
    List<Turn> turns =
        hold(
            List.of(new Hears("ask"), new SaysAndHangsUp("三号楼的电梯")),
            call -> gone.set(catchThrowableOfType(HangUp.class, () -> call.turn(ASK, OPEN))));
    assertThat(only(gone).heard().orElseThrow()).isInstanceOf(Heard.Words.class);
    assertThat(kinds(turns)).containsExactly(Kind.SAID, Kind.WORDS, Kind.HUNG_UP);
  }

  @Test
  void theHotlineCanEndTheCall() {
    List<Turn> turns =
        hold(
            List.of(),
            call -> {
              call.turn(ASK, Listening.whileSaying());
              call.hangUp();
              call.hangUp();
              assertThatThrownBy(() -> call.turn(CONFIRM, OPEN)).isInstanceOf(HangUp.class);
            });
    assertThat(kinds(turns)).last().isEqualTo(Kind.HUNG_UP);
    assertThat(turns).last().extracting(Turn::who).isEqualTo(Turn.Who.HOTLINE);
  }

  @Test
  void theDialogGoesOnWhenNobodyAnswersAndAfterATalk() {
    var asked =
        ask(
            List.of(new Hears("waiting"), new Hears("ask"), new Presses("3")),
            call -> {
              Duration each = Duration.ofSeconds(2);
              var nobody = call.connect(List.of(SILENT_LINE), each, WAITING, WHISPER);
              assertThat(nobody).isEmpty();
              var somebody = call.connect(List.of(SILENT_LINE, ANSWERS), each, WAITING, WHISPER);
              assertThat(somebody).contains(ANSWERS);
              return call.turn(ASK, OPEN);
            });
    assertThat(asked.value).isInstanceOf(Heard.Keys.class);
    assertThat(kinds(asked.turns)).contains(Kind.CONNECTED).endsWith(Kind.SAID, Kind.KEYS);
    assertThat(asked.turns)
        .filteredOn(turn -> turn.kind() == Kind.CONNECTED)
        .singleElement()
        .extracting(Turn::text)
        .isEqualTo(ANSWERS.name());
  }

  @Test
  void hangingUpWhileItRingsEndsTheRinging() {
    List<Turn> turns =
        hold(
            List.of(new Hears("waiting"), new HangsUp()),
            call ->
                assertThatThrownBy(
                        () ->
                            call.connect(
                                List.of(SILENT_LINE, SILENT_LINE),
                                Duration.ofSeconds(20),
                                WAITING,
                                WHISPER))
                    .isInstanceOf(HangUp.class));
    assertThat(kinds(turns)).containsExactly(Kind.SAID, Kind.HUNG_UP);
  }

  @Test
  void timesNeverRunBackwards() {
    var asked =
        ask(
            List.of(new Hears("ask"), new Presses("1"), new Hears("confirm"), new Presses("2")),
            call -> List.of(call.turn(ASK, OPEN), call.turn(CONFIRM, OPEN)));
    Duration last = Duration.ZERO;
    for (Turn turn : asked.turns) {
      assertThat(turn.to()).isGreaterThanOrEqualTo(turn.from());
      assertThat(turn.from()).isGreaterThanOrEqualTo(last.minusMillis(20));
      last = turn.from();
    }
  }
}
