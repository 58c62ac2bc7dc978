package cn.wuye.hotline.ivr.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.conversation.ScriptedCaller;
import cn.wuye.hotline.ivr.port.FakeDirectory;
import cn.wuye.hotline.ivr.port.TicketDraft;
import cn.wuye.hotline.ivr.port.TicketDraft.Completeness;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmergencyDialogTest {
  private final Hotline hotline = new Hotline();
  private final ScriptedCaller caller = new ScriptedCaller();

  @Test
  void aWordOpensTheTicketAndRingsThePhoneBeforeAnythingIsAsked() {
    hotline.phones.answers(FakeDirectory.SUN_DUTY);
    hotline
        .knowingTheCaller()
        .follows(
            caller
                .hears("greeting")
                .says("电梯里有人被困住了")
                .hears("emergency-confirm")
                .says("是")
                .hears("emergency-waiting")
                .talksAndHangsUp());

    assertThat(hotline.log.said())
        .containsExactly("greeting", "emergency-confirm", "emergency-waiting");
    TicketDraft first = hotline.drafts().get(0);
    assertThat(first.intent().emergency()).isTrue();
    assertThat(first.intent().subcategory()).isEqualTo("lift");
    assertThat(hotline.phones.rung()).containsExactly(FakeDirectory.SUN_DUTY);
    assertThat(hotline.phones.whispers().get(0)).isEqualTo("紧急来电。阳光花园三号楼二单元五零二室，电梯的问题。马上接通业主。");
  }

  @Test
  void dangerWithoutAWordOfTheListIsAskedAboutAllTheSame() {
    String text = "电梯里有人，一直按喇叭，门怎么掰都掰不开";
    hotline.follows(
        caller
            .hears("greeting")
            .says(text)
            .hears("emergency-confirm")
            .silent()
            .hears("emergency-waiting"));

    assertThat(hotline.drafts().get(0).intent().emergency()).isTrue();
    assertThat(hotline.drafts().get(0).intent().subcategory()).isEqualTo("lift");
  }

  @Test
  void whoSaysThatItIsNoDangerIsAskedOnlyOnce() {
    hotline.follows(
        caller
            .hears("greeting")
            .says("电梯里有人，一直按喇叭，门怎么掰都掰不开")
            .hears("emergency-confirm")
            .says("不是")
            .hangsUp());

    assertThat(hotline.log.said()).containsOnlyOnce("emergency-confirm");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "是", "快来人啊没有人管啊", "呃", "不是小事"})
  void onlyAClearNoIsANo(String answer) {
    caller.hears("greeting").says("楼上着火了").hears("emergency-confirm");
    hotline.follows(
        (answer.isEmpty() ? caller.silent() : caller.says(answer)).hears("emergency-waiting"));

    assertThat(hotline.drafts().get(0).intent().emergency()).isTrue();
    assertThat(hotline.drafts().get(0).intent().subcategory()).isEqualTo("fire-hazard");
  }

  @Test
  void theKeyWorksWithoutAnySpeech() {
    hotline.phones.answers(FakeDirectory.SECOND);
    hotline
        .withoutRecogniser()
        .follows(
            caller
                .hears("greeting")
                .presses("1")
                .hears("emergency-confirm")
                .presses("1")
                .hears("emergency-waiting")
                .talks()
                .hears("emergency-connected"));

    assertThat(hotline.phones.rung()).containsExactly(FakeDirectory.DUTY, FakeDirectory.SECOND);
    assertThat(hotline.ticket().intent().emergency()).isTrue();
    assertThat(hotline.ticket().completeness()).isEqualTo(Completeness.COMPLETE);
    assertThat(hotline.ticket().text()).contains("按键1：紧急情况").contains("值班 李师傅");
  }

  @Test
  void whenNobodyAnswersThePlaceIsAskedAndItsOwnPeopleAreRung() {
    hotline.phones.answers(FakeDirectory.SUN_DUTY);
    hotline.follows(
        caller
            .hears("greeting")
            .says("楼道里有煤气味")
            .hears("emergency-confirm")
            .silent()
            .hears("emergency-unanswered")
            .hears("ask-estate")
            .says("阳光花园")
            .hears("ask-building")
            .says("三号楼")
            .hears("ask-unit")
            .silent()
            .hears("emergency-waiting")
            .talks()
            .hears("emergency-connected"));

    assertThat(hotline.phones.rung())
        .containsExactly(FakeDirectory.DUTY, FakeDirectory.SECOND, FakeDirectory.SUN_DUTY);
    assertThat(hotline.ticket().place().building()).isEqualTo("3号楼");
    assertThat(hotline.ticket().intent().subcategory()).isEqualTo("fire-hazard");
  }

  @Test
  void anUnansweredEmergencyIsRegisteredAndNeverAskedForever() {
    hotline.follows(caller.hears("greeting").says("救命啊").hears("emergency-registered"));

    assertThat(hotline.ticket().intent().emergency()).isTrue();
    assertThat(hotline.length()).isLessThan(Duration.ofMinutes(4));
  }

  @Test
  void aWordInMidSentenceOfAnyQuestionActs() {
    hotline.phones.answers(FakeDirectory.DUTY);
    hotline.follows(
        caller
            .hears("greeting")
            .says("家里停电了")
            .hears("ask-estate")
            .says("哎呀不好了着火了着火了")
            .hears("emergency-confirm")
            .silent()
            .hears("emergency-waiting")
            .talks()
            .hears("emergency-connected"));

    assertThat(hotline.ticket().intent().subcategory()).isEqualTo("fire-hazard");
    assertThat(hotline.ticket().text()).contains("家里停电了").contains("着火");
  }

  @Test
  void withoutASpotterTheWholeSentenceStillTells() {
    hotline
        .withoutSpotter()
        .follows(caller.hears("greeting").says("电梯卡住了人还在里面").hears("emergency-waiting"));

    assertThat(hotline.ticket().intent().emergency()).isTrue();
  }

  @Test
  void aNoGoesBackToTheComplaint() {
    hotline
        .knowingTheCaller()
        .follows(
            caller
                .hears("greeting")
                .presses("1")
                .hears("emergency-confirm")
                .presses("2")
                .hears("ask-problem-after-denial")
                .says("楼道的灯不亮")
                .hears("confirm")
                .says("对")
                .hears("goodbye"));

    assertThat(hotline.phones.rung()).isEmpty();
    assertThat(hotline.ticket().intent().emergency()).isFalse();
    assertThat(hotline.ticket().intent().subcategory()).isEqualTo("public-fixtures");
  }

  @Test
  void aDenialThatTellsTheMatterIsNotAskedAgain() {
    hotline
        .knowingTheCaller()
        .withoutSpotter()
        .follows(
            caller
                .hears("greeting")
                .says("煤气味")
                .hears("emergency-confirm")
                .says("不是，是门禁坏了")
                .hears("confirm")
                .says("对"));

    assertThat(hotline.ticket().intent().emergency()).isFalse();
    assertThat(hotline.ticket().intent().subcategory()).isEqualTo("access-control");
  }

  @ParameterizedTest
  @ValueSource(strings = {"没有人困在电梯里，就是灯不亮", "电梯里灯不亮"})
  void whatIsDeniedAtOnceIsNoAlarm(String text) {
    hotline
        .knowingTheCaller()
        .follows(caller.hears("greeting").says(text).hears("confirm").says("对"));

    assertThat(hotline.log.said()).doesNotContain("emergency-confirm");
    assertThat(hotline.ticket().intent().subcategory()).isEqualTo("lift");
    assertThat(hotline.ticket().intent().urgency()).isEqualTo("general");
  }

  @Test
  void hangingUpAtTheConfirmationLeavesAnEmergency() {
    hotline.follows(caller.hears("greeting").says("着火了").hears("emergency-confirm").hangsUp());

    assertThat(hotline.ticket().intent().emergency()).isTrue();
    assertThat(hotline.ticket().completeness()).isEqualTo(Completeness.UNFINISHED);
  }

  @Test
  void aWordAfterADenialIsAskedAgainButNotForEver() {
    hotline
        .knowingTheCaller()
        .follows(
            caller
                .hears("greeting")
                .says("着火了")
                .hears("emergency-confirm")
                .says("不是")
                .hears("ask-problem-after-denial")
                .says("真的着火了")
                .hears("emergency-confirm")
                .says("是的")
                .hears("emergency-waiting"));

    assertThat(hotline.ticket().intent().emergency()).isTrue();
    assertThat(hotline.phones.rung())
        .isEqualTo(List.of(FakeDirectory.SUN_DUTY, FakeDirectory.SECOND));
  }
}
