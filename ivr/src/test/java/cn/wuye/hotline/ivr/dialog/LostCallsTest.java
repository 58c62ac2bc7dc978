package cn.wuye.hotline.ivr.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.conversation.ScriptedCaller;
import cn.wuye.hotline.ivr.port.FakeDirectory;
import cn.wuye.hotline.ivr.port.TicketDraft;
import cn.wuye.hotline.ivr.port.TicketDraft.Completeness;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that was said is lost, and no call goes on for ever. */
class LostCallsTest {
  private final Hotline hotline = new Hotline();
  private final ScriptedCaller caller = new ScriptedCaller();

  @Test
  void wheneverSheHangsUpWhatSheSaidIsKept() {
    List<Function<ScriptedCaller, ScriptedCaller>> scripts =
        List.of(
            c ->
                c.hears("greeting")
                    .says("我家水管漏水了")
                    .hears("ask-estate")
                    .says("阳光花园")
                    .hears("ask-building")
                    .says("三号楼")
                    .hears("ask-unit")
                    .says("二单元")
                    .hears("confirm")
                    .says("对")
                    .hears("ticket-opened")
                    .silent()
                    .hears("goodbye")
                    .silent(),
            c ->
                c.hears("greeting")
                    .says("水管爆了")
                    .hears("emergency-confirm")
                    .says("是")
                    .hears("emergency-waiting")
                    .hears("emergency-unanswered")
                    .silent()
                    .hears("ask-estate")
                    .says("幸福小区")
                    .hears("ask-building")
                    .says("二号楼"),
            c ->
                c.hears("greeting")
                    .says("我家水管漏水了转人工")
                    .hears("person-waiting")
                    .hears("record-message")
                    .says("请快点来"),
            c -> c.hears("greeting").presses("4").hears("ask-estate-keys").presses("1"));
    for (Function<ScriptedCaller, ScriptedCaller> script : scripts) {
      int length = script.apply(new ScriptedCaller()).length();
      for (int steps = 2; steps <= length; steps++) {
        Hotline each = new Hotline();
        each.call(script.apply(new ScriptedCaller()).hangingUpAfter(steps));

        assertThat(each.drafts()).as("%d steps%s", steps, each.log.transcript()).isNotEmpty();
        assertThat(each.ticket().text())
            .as("%d steps%s", steps, each.log.transcript())
            .containsAnyOf("水管", "按键4");
      }
    }
  }

  @Test
  void aHangUpInMidSentenceIsATicketThatIsNotFinished() {
    hotline.follows(caller.hears("greeting").hangsUpSaying("阳光花园三号楼的电梯又坏"));

    TicketDraft ticket = hotline.ticket();
    assertThat(ticket.completeness()).isEqualTo(Completeness.UNFINISHED);
    assertThat(ticket.text()).isEqualTo("阳光花园三号楼的电梯又坏");
    assertThat(ticket.intent().subcategory()).isEqualTo("lift");
    assertThat(ticket.place().building()).isEqualTo("3号楼");
  }

  @Test
  void aHangUpInMidSentenceOfAnEmergencyIsAnEmergency() {
    hotline.follows(caller.hears("greeting").hangsUpSaying("着火了"));

    assertThat(hotline.ticket().intent().emergency()).isTrue();
  }

  @Test
  void afterTheNumberWasToldAHangUpChangesNothing() {
    hotline
        .knowingTheCaller()
        .follows(
            caller
                .hears("greeting")
                .says("停水了")
                .hears("confirm")
                .says("对")
                .hears("ticket-opened")
                .hangsUp());

    assertThat(hotline.ticket().completeness()).isEqualTo(Completeness.COMPLETE);
  }

  @Test
  void whoSaysAndKeysNothingLeavesNoTicket() {
    hotline.follows(caller.hears("greeting").hangsUp());

    assertThat(hotline.drafts()).isEmpty();
  }

  @Test
  void speechThatNothingDecodedIsATicketAllTheSame() {
    hotline.withoutRecogniser().follows(caller.hears("greeting").hangsUpSaying("漏水"));

    assertThat(hotline.ticket().needsTranscript()).isTrue();
    assertThat(hotline.ticket().completeness()).isEqualTo(Completeness.UNFINISHED);
  }

  @Test
  void silenceThroughoutLeadsToAPersonAndARecordingAndEnds() {
    hotline.follows(
        caller
            .hears("greeting")
            .hears("ask-problem-again")
            .hears("ask-problem-keys")
            .hears("person-waiting")
            .hears("person-unanswered")
            .hears("record-message")
            .hears("record-message-again")
            .hears("goodbye-silent"));

    assertThat(hotline.drafts()).isEmpty();
    assertThat(hotline.phones.rung())
        .containsExactly(FakeDirectory.DESK, FakeDirectory.DUTY, FakeDirectory.SECOND);
    assertThat(hotline.length()).isLessThan(Duration.ofMinutes(4));
  }

  @Test
  void wrongKeysEndInAMessage() {
    hotline.follows(
        caller
            .hears("greeting")
            .presses("9")
            .hears("ask-problem-again")
            .presses("8")
            .hears("ask-problem-keys")
            .presses("9")
            .hears("record-message")
            .says("楼道里很脏没人打扫")
            .hears("ticket-opened-noted"));

    assertThat(hotline.ticket().intent().subcategory()).isEqualTo("cleaning");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "9", "#"})
  void whoPressesTheSameKeyForEverIsToldGoodBye(String key) {
    for (int i = 0; i < 250; i++) {
      caller.presses(key);
    }
    hotline.call(caller);

    assertThat(hotline.length()).isLessThan(Duration.ofMinutes(10));
  }

  @Test
  void aWithheldNumberGetsThrough() {
    hotline
        .withholdingTheNumber()
        .follows(caller.hears("greeting").says("停水了").hears("ask-estate").says("幸福小区"));

    assertThat(hotline.ticket().place().estateId()).isEqualTo("luck");
  }
}
