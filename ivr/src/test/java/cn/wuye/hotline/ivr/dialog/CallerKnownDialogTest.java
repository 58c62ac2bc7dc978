package cn.wuye.hotline.ivr.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.conversation.ScriptedCaller;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.FakeDirectory;
import cn.wuye.hotline.ivr.port.TicketDraft.Completeness;
import org.junit.jupiter.api.Test;

/** What is different for who is known, and how she becomes so. */
class CallerKnownDialogTest {
  private final Hotline hotline = new Hotline();
  private final ScriptedCaller caller = new ScriptedCaller();

  @Test
  void theGreetingNamesTheBuildingAndNobody() {
    hotline.knowingTheCaller().follows(caller.hears("greeting").says("停水了").hears("confirm"));

    assertThat(hotline.log.turns().get(0).text())
        .isEqualTo("您好，安居物业热线，通话会录音。您是阳光花园三号楼的住户吧。请直接说发生了什么事；紧急情况请按1，找人请按0。");
  }

  @Test
  void aWrongBuildingIsPutRightInOneTurn() {
    hotline
        .knowingTheCaller()
        .follows(
            caller
                .hears("greeting")
                .says("不是，我是十二号楼的，我们这里停电了")
                .hears("confirm")
                .says("对")
                .hears("goodbye"));

    assertThat(hotline.ticket().place().building()).isEqualTo("12号楼");
    assertThat(hotline.ticket().place().room()).isEmpty();
  }

  @Test
  void whoHasMovedIsAskedWhereSheLives() {
    hotline
        .knowingTheCaller()
        .follows(
            caller
                .hears("greeting")
                .says("我搬家了")
                .hears("ask-problem-again")
                .says("下水道堵了")
                .hears("ask-estate")
                .says("翠湖家园"));

    assertThat(hotline.log.said()).contains("ask-building");
  }

  @Test
  void noWaterIsNoWrongPlace() {
    hotline.knowingTheCaller().follows(caller.hears("greeting").says("没水了").hears("confirm"));

    assertThat(hotline.ticket().place().building()).isEqualTo("3号楼");
  }

  @Test
  void anOldCallerIsRungThroughAtOnce() {
    hotline.phones.answers(FakeDirectory.DESK);
    hotline
        .ringingHerThrough()
        .follows(caller.hears("greeting-person").hears("person-waiting").talks());

    assertThat(hotline.phones.rung()).containsExactly(FakeDirectory.DESK);
    assertThat(hotline.ticket().place().building()).isEqualTo("3号楼");
  }

  @Test
  void theMachineGoesOnWhenNobodyAnswersAnOldCaller() {
    hotline
        .ringingHerThrough()
        .follows(
            caller
                .hears("greeting-person")
                .hears("person-waiting")
                .hears("person-unanswered")
                .hears("person-unanswered-ask")
                .says("停水了")
                .hears("confirm")
                .says("对")
                .hears("ticket-opened")
                .hears("goodbye"));

    assertThat(hotline.ticket().completeness()).isEqualTo(Completeness.COMPLETE);
  }

  @Test
  void theKeyOfEmergenciesActsBeforeAnOldCallerIsRungThrough() {
    hotline
        .ringingHerThrough()
        .follows(
            caller
                .hears("greeting-person")
                .presses("1")
                .hears("emergency-confirm")
                .presses("1")
                .hears("emergency-registered"));

    assertThat(hotline.ticket().intent().emergency()).isTrue();
  }

  @Test
  void afterAFalseAlarmAnOldCallerIsStillRungThrough() {
    hotline.phones.answers(FakeDirectory.DESK);
    hotline
        .ringingHerThrough()
        .follows(
            caller
                .hears("greeting-person")
                .presses("1")
                .hears("emergency-confirm")
                .presses("2")
                .hears("person-waiting")
                .talks());

    assertThat(hotline.phones.rung()).containsExactly(FakeDirectory.DESK);
  }

  @Test
  void whoAgreesIsRemembered() {
    hotline.follows(complained().hears("ask-remember").says("要").hears("remembered"));

    assertThat(hotline.desk.memories())
        .containsExactly(new Place("sun", "3号楼", "2单元", "502", "阳光花园三号楼二单元五零二"));
    assertThat(hotline.drafts()).hasSize(1);
  }

  @Test
  void aNoIsANo() {
    hotline.follows(complained().hears("ask-remember").presses("2").hears("not-remembered"));

    assertThat(hotline.desk.memories()).containsExactly(Place.UNKNOWN);
  }

  @Test
  void whoHangsUpOrSaysNothingClearIsNotRemembered() {
    hotline.follows(complained().hears("ask-remember").hangsUp());

    assertThat(hotline.desk.memories()).isEmpty();
    assertThat(hotline.ticket().completeness()).isEqualTo(Completeness.COMPLETE);
  }

  @Test
  void whoSaidNoOnceIsNotAskedAgain() {
    hotline.directory.refused("13900000002");

    hotline.follows(complained().hears("goodbye"));

    assertThat(hotline.log.said()).doesNotContain("ask-remember");
  }

  @Test
  void whoWithholdsTheNumberIsNotAsked() {
    hotline.withholdingTheNumber().follows(complained().hears("goodbye"));

    assertThat(hotline.log.said()).doesNotContain("ask-remember");
  }

  private ScriptedCaller complained() {
    return caller
        .hears("greeting")
        .says("我是阳光花园三号楼二单元五零二的，我家停水了")
        .hears("confirm")
        .says("对")
        .hears("ticket-opened");
  }
}
