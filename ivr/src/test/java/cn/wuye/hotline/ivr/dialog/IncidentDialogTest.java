package cn.wuye.hotline.ivr.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.conversation.ScriptedCaller;
import cn.wuye.hotline.ivr.port.FakeDirectory;
import cn.wuye.hotline.ivr.port.FakeKnownIncidents;
import cn.wuye.hotline.ivr.port.TicketDraft.Completeness;
import cn.wuye.hotline.ivr.port.TicketDraft.Link;
import cn.wuye.hotline.ivr.port.TicketDraft.LinkKind;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who calls from where something is known to go on hears of it first. */
class IncidentDialogTest {
  private static final Link ADDS = new Link(LinkKind.ADDS_TO, FakeKnownIncidents.TICKET);

  private final Hotline hotline = new Hotline();
  private final ScriptedCaller caller = new ScriptedCaller();

  @BeforeEach
  void thePowerIsOff() {
    // 18:00 in Shanghai.
    hotline.incidents.powerIsOff(Optional.of(Instant.parse("2026-01-05T10:00:00Z")));
  }

  @Test
  void theNextCallerFromThereHearsAboutItFirstAndMayHangUp() {
    hotline.knowingTheCaller().follows(caller.hears("greeting-incident").hangsUp());

    assertThat(hotline.log.turns().get(0).text())
        .isEqualTo(
            "您好，安居物业热线，通话会录音。三号楼停电我们已经知道，预计十八点恢复。"
                + "要补充，请说话；恢复后要通知您，请说好，或者按9；只是了解，请挂机。紧急情况请按1，找人请按0。");
    assertThat(hotline.drafts()).isEmpty();
    assertThat(hotline.incidents.heard()).hasSize(1);
  }

  @Test
  void withoutAnExpectedEndNoneIsPromised() {
    hotline.incidents.powerIsOff(Optional.empty());

    hotline.knowingTheCaller().follows(caller.hears("greeting-incident").hangsUp());

    assertThat(hotline.log.turns().get(0).text()).contains("三号楼停电我们已经知道，正在处理。");
  }

  @Test
  void whoIsNotFromThereHearsNothingOfIt() {
    hotline.follows(caller.hears("greeting").says("停水了").hears("ask-estate"));

    assertThat(hotline.incidents.heard()).isEmpty();
  }

  @Test
  void whatSheSaysIsAddedToTheIncident() {
    hotline
        .knowingTheCaller()
        .follows(
            caller
                .hears("greeting-incident")
                .says("我们这里停电了，老人要用呼吸机")
                .hears("incident-added")
                .hears("goodbye"));

    assertThat(hotline.ticket().link()).isEqualTo(ADDS);
    assertThat(hotline.ticket().text()).contains("呼吸机");
    assertThat(hotline.ticket().completeness()).isEqualTo(Completeness.COMPLETE);
    assertThat(hotline.drafts()).hasSize(1);
  }

  @Test
  void whatNothingDecodesIsAddedAndTranscribedLater() {
    hotline
        .knowingTheCaller()
        .withoutRecogniser()
        .follows(caller.hears("greeting-incident").says("……").hears("incident-added"));

    assertThat(hotline.ticket().link()).isEqualTo(ADDS);
    assertThat(hotline.ticket().needsTranscript()).isTrue();
  }

  @Test
  void whoHangsUpInTheMiddleOfASentenceHasAddedIt() {
    hotline.knowingTheCaller().follows(caller.hears("greeting-incident").hangsUpSaying("停电了什么时候能"));

    assertThat(hotline.ticket().link()).isEqualTo(ADDS);
    assertThat(hotline.ticket().completeness()).isEqualTo(Completeness.UNFINISHED);
  }

  @Test
  void sheMayAskToBeToldByAKey() {
    hotline
        .knowingTheCaller()
        .follows(
            caller
                .hears("greeting-incident")
                .presses("9")
                .hears("incident-promised")
                .hears("goodbye"));

    assertThat(hotline.ticket().link()).isEqualTo(ADDS);
    assertThat(hotline.ticket().text()).isEqualTo("要求恢复后通知");
  }

  @Test
  void sheMayAskToBeToldByWords() {
    for (String words : new String[] {"好", "好的", "恢复了告诉我", "要通知"}) {
      Hotline each = new Hotline();
      each.incidents.powerIsOff(Optional.empty());
      each.knowingTheCaller()
          .follows(
              new ScriptedCaller()
                  .hears("greeting-incident")
                  .says(words)
                  .hears("incident-promised")
                  .hears("goodbye"));

      assertThat(each.ticket().link()).as(words).isEqualTo(ADDS);
      assertThat(each.ticket().text()).as(words).isEqualTo("要求恢复后通知");
      assertThat(each.ticket().needsTranscript()).as(words).isFalse();
    }
  }

  @Test
  void whatSheTellsBesidesIsKept() {
    for (String words : new String[] {"家里有小孩好了说一声", "知道了家里有小孩"}) {
      Hotline each = new Hotline();
      each.incidents.powerIsOff(Optional.empty());
      each.knowingTheCaller()
          .follows(new ScriptedCaller().hears("greeting-incident").says(words).hears("goodbye"));

      assertThat(each.ticket().link()).as(words).isEqualTo(ADDS);
      assertThat(each.ticket().text()).as(words).contains("小孩");
      assertThat(each.served()).as(words).isFalse();
    }
  }

  @Test
  void anotherMatterInAShortAnswerIsATicketOfItsOwnAllTheSame() {
    for (String words : new String[] {"楼上漏水，好了通知我", "知道了，楼上漏水"}) {
      Hotline each = new Hotline();
      each.incidents.powerIsOff(Optional.empty());
      each.knowingTheCaller()
          .follows(
              new ScriptedCaller()
                  .hears("greeting-incident")
                  .says(words)
                  .hears("confirm")
                  .says("对")
                  .hears("ticket-opened"));

      assertThat(each.ticket().link()).as(words).isEqualTo(Link.NONE);
      assertThat(each.ticket().text()).as(words).contains("漏水");
    }
  }

  @Test
  void whoOnlyWantedToKnowLeavesNothing() {
    for (String words : new String[] {"知道了", "好的知道了", "知道了谢谢你", "没有了", "谢谢再见"}) {
      Hotline each = new Hotline();
      each.incidents.powerIsOff(Optional.empty());
      each.knowingTheCaller()
          .follows(new ScriptedCaller().hears("greeting-incident").says(words).hears("goodbye"));

      assertThat(each.drafts()).as(words).isEmpty();
      assertThat(each.served()).as(words).isTrue();
    }
  }

  @Test
  void whoSaysNothingIsAskedOnceMoreAndThenToldGoodbye() {
    hotline
        .knowingTheCaller()
        .follows(
            caller
                .hears("greeting-incident")
                .silent()
                .hears("incident-again")
                .silent()
                .hears("goodbye"));

    assertThat(hotline.drafts()).isEmpty();
  }

  @Test
  void anotherMatterIsATicketOfItsOwn() {
    hotline
        .knowingTheCaller()
        .follows(
            caller
                .hears("greeting-incident")
                .says("楼上太吵了，半夜还在装修")
                .hears("confirm")
                .says("对")
                .hears("ticket-opened"));

    assertThat(hotline.ticket().link()).isEqualTo(Link.NONE);
    assertThat(hotline.ticket().intent().category()).isEqualTo("neighbour");
  }

  @Test
  void whoIsElsewhereHasATicketOfHerOwn() {
    hotline
        .knowingTheCaller()
        .follows(
            caller
                .hears("greeting-incident")
                .says("不是，我是十二号楼的，我们这里停电了")
                .hears("confirm")
                .says("对")
                .hears("ticket-opened"));

    assertThat(hotline.ticket().link()).isEqualTo(Link.NONE);
    assertThat(hotline.ticket().place().building()).isEqualTo("12号楼");
  }

  @Test
  void anEmergencySaidInThatMomentIsATicketAtOnce() {
    hotline
        .knowingTheCaller()
        .follows(
            caller
                .hears("greeting-incident")
                .says("着火了")
                .hears("emergency-confirm")
                .says("是")
                .hears("emergency-waiting"));

    assertThat(hotline.ticket().intent().emergency()).isTrue();
    assertThat(hotline.ticket().link()).isEqualTo(Link.NONE);
    assertThat(hotline.phones.rung()).contains(FakeDirectory.SUN_DUTY);
  }

  @Test
  void theKeyOfEmergenciesStillActs() {
    hotline
        .knowingTheCaller()
        .follows(
            caller
                .hears("greeting-incident")
                .presses("1")
                .hears("emergency-confirm")
                .presses("1")
                .hears("emergency-registered"));

    assertThat(hotline.ticket().intent().emergency()).isTrue();
  }

  @Test
  void aPersonCanStillBeAskedFor() {
    hotline.phones.answers(FakeDirectory.DESK);

    hotline
        .knowingTheCaller()
        .follows(caller.hears("greeting-incident").presses("0").hears("person-waiting").talks());

    assertThat(hotline.phones.rung()).containsExactly(FakeDirectory.DESK);
  }

  @Test
  void theOtherKeysStillMeanWhatTheyMean() {
    hotline
        .knowingTheCaller()
        .follows(caller.hears("greeting-incident").presses("3").hears("ask-details"));

    assertThat(hotline.ticket().link()).isEqualTo(Link.NONE);
    assertThat(hotline.ticket().intent().category()).isEqualTo("environment");
  }

  @Test
  void anOldCallerHearsOfItAndIsRungThroughAllTheSame() {
    hotline.phones.answers(FakeDirectory.DESK);

    hotline
        .ringingHerThrough()
        .follows(caller.hears("greeting-person").hears("person-waiting").talks());

    assertThat(hotline.log.turns().get(0).text()).contains("三号楼停电我们已经知道");
    assertThat(hotline.incidents.heard()).hasSize(1);
  }
}
