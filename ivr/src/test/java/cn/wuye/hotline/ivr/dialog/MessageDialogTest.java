package cn.wuye.hotline.ivr.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.ScriptedCaller;
import cn.wuye.hotline.ivr.conversation.ScriptedConversation;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.conversation.VirtualClock;
import cn.wuye.hotline.ivr.port.FakePhoneRinger;
import cn.wuye.hotline.ivr.port.FakeSpokenMessage;
import cn.wuye.hotline.ivr.port.RecordedCallLog;
import cn.wuye.hotline.ivr.port.SpokenMessage.Ask;
import cn.wuye.hotline.ivr.port.SpokenMessage.Reply;
import cn.wuye.hotline.ivr.prompt.PromptCatalogue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageDialogTest {
  private static final String WORDS = "工单10000017，电梯困人，阳光花园3号楼。";

  private final RecordedCallLog log = new RecordedCallLog();

  @Test
  void oneConfirmsWhatWasRead() {
    FakeSpokenMessage message = new FakeSpokenMessage(WORDS, Ask.KNOW);

    List<String> said = phone(message, new ScriptedCaller().hears("message-intro").presses("1"));

    assertThat(message.confirmations()).isEqualTo(1);
    assertThat(said).hasSize(2);
    assertThat(said.get(0)).isEqualTo("您好，这里是安居物业热线，有一条通知。" + WORDS + "听清楚了，请按1。再听一遍，请按9。");
    assertThat(said.get(1)).isEqualTo("好的，谢谢，再见。");
  }

  @Test
  void nineReadsItAgain() {
    FakeSpokenMessage message = new FakeSpokenMessage(WORDS, Ask.KNOW);

    List<String> said =
        phone(
            message,
            new ScriptedCaller()
                .hears("message-intro")
                .presses("9")
                .hears("message-intro")
                .presses("1"));

    assertThat(said).hasSize(3);
    assertThat(message.confirmations()).isEqualTo(1);
  }

  @Test
  void whoPressesNothingHearsItTwiceAndHasNotConfirmed() {
    FakeSpokenMessage message = new FakeSpokenMessage(WORDS, Ask.JOB);

    List<String> said = phone(message, new ScriptedCaller());

    assertThat(message.confirmations()).isZero();
    assertThat(message.readings()).isEqualTo(2);
    assertThat(said).hasSize(3).last().isEqualTo("没有收到您的确认，再见。");
  }

  @Test
  void anAnsweringMachineThatHangsUpHasHeardNothing() {
    FakeSpokenMessage message = new FakeSpokenMessage(WORDS, Ask.JOB);

    phone(message, new ScriptedCaller().hears("message-intro-job").hangsUp());

    assertThat(message.readings()).isZero();
    assertThat(message.confirmations()).isZero();
  }

  @Test
  void aKeyThatIsPressedForEverEndsTheCall() {
    FakeSpokenMessage message = new FakeSpokenMessage(WORDS, Ask.KNOW);
    ScriptedCaller child = new ScriptedCaller();
    for (int i = 0; i < 9; i++) {
      child.hears("message-intro").presses("5");
    }

    assertThat(phone(message, child)).hasSize(6);
    assertThat(message.confirmations()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "YOURS, 已经由您接单，请马上处理，再见。",
    "TAKEN, 这张工单已经有人处理了，谢谢，再见。",
    "FAILED, 系统现在登记不了，请打热线找人处理，再见。",
  })
  void whoTakesAJobHearsWhoseItIs(Reply reply, String sentence) {
    FakeSpokenMessage message = new FakeSpokenMessage(WORDS, Ask.JOB).replying(reply);

    assertThat(phone(message, new ScriptedCaller().hears("message-intro-job").presses("1")))
        .last()
        .isEqualTo(sentence);
  }

  @Test
  void whoIsToFindSomebodyIsAskedForThatAndNotForTheJob() {
    FakeSpokenMessage message = new FakeSpokenMessage(WORDS, Ask.CARE).replying(Reply.CARE);

    List<String> said =
        phone(message, new ScriptedCaller().hears("message-intro-job").presses("1"));

    assertThat(said)
        .containsExactly(
            "您好，这里是安居物业热线，有一张紧急工单。" + WORDS + "由您安排，请按1。再听一遍，请按9。安排不了，请直接挂机。",
            "已经登记由您安排，请马上找人处理，再见。");
  }

  private List<String> phone(FakeSpokenMessage message, ScriptedCaller callee) {
    VirtualClock clock = new VirtualClock(Instant.parse("2026-01-05T08:00:00Z"));
    Call call = new Call(new CallId("ring-1"), Optional.empty(), "", clock.instant(), "");
    new MessageDialog(
            new ScriptedConversation(call, callee, log, new FakePhoneRinger(), clock),
            message,
            PromptCatalogue.shipped("安居物业"))
        .run();
    return log.turns().stream()
        .filter(turn -> turn.kind() == Turn.Kind.SAID)
        .map(Turn::text)
        .toList();
  }
}
