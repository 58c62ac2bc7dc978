package cn.wuye.hotline.ivr.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.conversation.ScriptedCaller;
import cn.wuye.hotline.ivr.port.FakeDirectory;
import cn.wuye.hotline.ivr.port.TicketDraft.Completeness;
import cn.wuye.hotline.ivr.port.TicketDraft.Link;
import cn.wuye.hotline.ivr.port.TicketDraft.LinkKind;
import cn.wuye.hotline.ivr.port.TicketStatus.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What became of earlier complaints, and a second call about the same thing. */
class ProgressDialogTest {
  private static final Link ADDS = new Link(LinkKind.ADDS_TO, "1000007");
  private static final Link REPEATS = new Link(LinkKind.REPEATS, "1000007");

  private final Hotline hotline = new Hotline();
  private final ScriptedCaller caller = new ScriptedCaller();

  @ParameterizedTest
  @ValueSource(strings = {"查进度", "查一下进度", "我上次报的怎么样了", "电梯处理得怎么样了"})
  void herTicketsAreReadOut(String words) {
    hotline.progress.knows("1000007", Stage.REGISTERED);
    hotline
        .knowingTheCaller()
        .follows(caller.hears("greeting").says(words).hears("progress-ticket").hears("goodbye"));

    assertThat(said("progress-ticket"))
        .isEqualTo(
            "您一月三号报的电梯的问题，工单号幺零零零，零零七，已经登记，还没有受理。" + "负责人是王晓燕，电话是幺零零幺。最晚半个小时之内会有人跟您联系。要补充，请现在说。");
    assertThat(hotline.drafts()).isEmpty();
    assertThat(hotline.served()).isTrue();
  }

  @Test
  void aKeyDoesTheSameAndTheNextOneComesByKey() {
    hotline.progress.knows("1000007", Stage.IN_PROGRESS);
    hotline.progress.knows("1000015", Stage.DONE);
    hotline
        .knowingTheCaller()
        .follows(
            caller
                .hears("greeting")
                .presses("7")
                .hears("progress-ticket")
                .presses("#")
                .hears("progress-ticket")
                .says("谢谢")
                .hears("goodbye"));

    assertThat(hotline.drafts()).isEmpty();
  }

  @Test
  void whatSheAddsGoesToThatTicket() {
    hotline.progress.knows("1000007", Stage.IN_PROGRESS);
    hotline
        .knowingTheCaller()
        .follows(
            caller
                .hears("greeting")
                .presses("7")
                .hears("progress-ticket")
                .says("都三天了还没有人来")
                .hears("ticket-added")
                .hears("goodbye"));

    assertThat(hotline.drafts()).hasSize(1);
    assertThat(hotline.ticket().link()).isEqualTo(ADDS);
    assertThat(hotline.ticket().text()).isEqualTo("都三天了还没有人来");
    assertThat(hotline.ticket().completeness()).isEqualTo(Completeness.COMPLETE);
  }

  @Test
  void whoHangsUpWhileAddingHasAddedIt() {
    hotline.progress.knows("1000007", Stage.IN_PROGRESS);
    hotline
        .knowingTheCaller()
        .call(
            caller.hears("greeting").says("查进度").hears("progress-ticket").hangsUpSaying("昨天又坏了一次"));

    assertThat(hotline.ticket().link()).isEqualTo(ADDS);
    assertThat(hotline.ticket().text()).isEqualTo("昨天又坏了一次");
  }

  @Test
  void whatSheAddsToASolvedOneIsARepeat() {
    hotline.progress.knows("1000007", Stage.DONE);
    hotline
        .knowingTheCaller()
        .follows(
            caller
                .hears("greeting")
                .presses("7")
                .hears("progress-ticket")
                .says("昨天又坏了")
                .hears("ticket-opened-repeat"));

    assertThat(hotline.ticket().link()).isEqualTo(REPEATS);
    assertThat(hotline.ticket().intent().subcategory()).isEqualTo("lift");
  }

  @Test
  void somethingElseIsATicketOfItsOwn() {
    hotline.progress.knows("1000007", Stage.IN_PROGRESS);
    hotline
        .knowingTheCaller()
        .follows(
            caller
                .hears("greeting")
                .presses("7")
                .hears("progress-ticket")
                .says("楼道里的垃圾没人清理")
                .hears("confirm")
                .says("对")
                .hears("ticket-opened"));

    assertThat(hotline.ticket().link()).isEqualTo(Link.NONE);
    assertThat(hotline.ticket().intent().subcategory()).isEqualTo("rubbish");
    assertThat(hotline.ticket().text()).isEqualTo("楼道里的垃圾没人清理");
  }

  @Test
  void anEmergencyInsideIsOpenedAtOnce() {
    hotline.progress.knows("1000007", Stage.IN_PROGRESS);
    hotline
        .knowingTheCaller()
        .follows(
            caller
                .hears("greeting")
                .presses("7")
                .hears("progress-ticket")
                .says("电梯里有人被困住了")
                .hears("emergency-confirm")
                .presses("1")
                .hears("emergency-registered"));

    assertThat(hotline.ticket().link()).isEqualTo(Link.NONE);
    assertThat(hotline.ticket().intent().emergency()).isTrue();
  }

  @Test
  void aStrangerIsToldWhereItStandsAndNothingElse() {
    hotline.progress.knowsForeign("1000007", Stage.DISPATCHED);
    hotline.follows(
        caller
            .hears("greeting")
            .presses("7")
            .hears("ask-ticket-number")
            .says("工单号幺零零零零零七")
            .hears("progress-stranger-working")
            .hears("goodbye"));

    assertThat(hotline.log.said()).doesNotContain("progress-ticket");
    assertThat(hotline.drafts()).isEmpty();
    assertThat(hotline.served()).isTrue();
  }

  @Test
  void aWrongNumberIsAskedTwiceMoreAndThenAPersonIsOffered() {
    hotline.phones.answers(FakeDirectory.DESK);
    hotline.follows(
        caller
            .hears("greeting")
            .presses("7")
            .hears("ask-ticket-number")
            .presses("1000008#")
            .hears("ask-ticket-number-again")
            .presses("1000009#")
            .hears("ask-ticket-number-keys")
            .presses("1000010#")
            .hears("progress-not-found")
            .presses("0")
            .hears("person-waiting")
            .talks());

    assertThat(hotline.progress.sought()).containsExactly("1000008", "1000009", "1000010");
  }

  @Test
  void whoHasGuessedTooOftenIsAskedNoMore() {
    hotline.progress.refuse();
    hotline.follows(
        caller
            .hears("greeting")
            .presses("7")
            .hears("ask-ticket-number")
            .presses("1000007#")
            .hears("progress-not-found")
            .hears("goodbye"));
  }

  @Test
  void hangingUpInTheMiddleOfTheNumberLeavesNoTicket() {
    hotline.call(
        caller.hears("greeting").presses("7").hears("ask-ticket-number").hangsUpSaying("幺零零"));

    assertThat(hotline.drafts()).isEmpty();
  }

  @Test
  void whileTheDatabaseIsAwayThePersonIsOffered() {
    hotline.progress.fail();
    hotline
        .knowingTheCaller()
        .follows(caller.hears("greeting").says("查进度").hears("progress-away").hears("goodbye"));
  }

  @Test
  void whoHangsUpInHerLastWordsHasATicket() {
    hotline.progress.fail();
    hotline
        .knowingTheCaller()
        .call(caller.hears("greeting").presses("7").hears("progress-away").hangsUpSaying("楼道灯坏了"));

    assertThat(hotline.ticket().text()).isEqualTo("楼道灯坏了");
    assertThat(hotline.ticket().completeness()).isEqualTo(Completeness.UNFINISHED);
  }

  @Test
  void keyOneIsAnEmergencyInEveryQuestionAboutProgressAlsoForWhoHangsUpThen() {
    hotline.call(
        caller
            .hears("greeting")
            .presses("7")
            .hears("ask-ticket-number")
            .presses("1")
            .hears("emergency-confirm")
            .hangsUp());

    assertThat(hotline.ticket().intent().emergency()).isTrue();
    assertThat(hotline.ticket().text()).isEqualTo("按键1：紧急情况");
  }

  @Test
  void keyOneInTheLastWordsIsAnEmergencyToo() {
    hotline.progress.fail();
    hotline
        .knowingTheCaller()
        .call(
            caller
                .hears("greeting")
                .presses("7")
                .hears("progress-away")
                .presses("1")
                .hears("emergency-confirm")
                .hangsUp());

    assertThat(hotline.ticket().intent().emergency()).isTrue();
  }

  @Test
  void theSameThingAgainIsAddedToItsTicket() {
    hotline.progress.knows("1000007", Stage.DISPATCHED);
    hotline
        .knowingTheCaller()
        .follows(
            caller
                .hears("greeting")
                .says("电梯还是不动")
                .hears("confirm")
                .says("对")
                .hears("earlier")
                .says("是的")
                .hears("ticket-added")
                .hears("goodbye"));

    assertThat(said("earlier")).startsWith("您一月三号报过电梯的问题，已经派人。");
    assertThat(hotline.ticket().link()).isEqualTo(ADDS);
    assertThat(hotline.ticket().text()).isEqualTo("电梯还是不动");
  }

  @Test
  void aNoOpensANewTicketThatIsAnotherMatter() {
    hotline.progress.knows("1000007", Stage.DISPATCHED);
    hotline
        .knowingTheCaller()
        .follows(
            caller
                .hears("greeting")
                .says("电梯还是不动")
                .hears("confirm")
                .says("对")
                .hears("earlier")
                .silent()
                .hears("earlier-again")
                .presses("2")
                .hears("ticket-opened"));

    assertThat(hotline.ticket().link()).isEqualTo(new Link(LinkKind.OTHER_THAN, "1000007"));
    assertThat(hotline.ticket().adds()).isFalse();
  }

  @Test
  void silenceOpensANewTicketOfWhichNothingIsSaid() {
    hotline.progress.knows("1000007", Stage.DISPATCHED);
    hotline
        .knowingTheCaller()
        .follows(
            caller
                .hears("greeting")
                .says("电梯还是不动")
                .hears("confirm")
                .says("对")
                .hears("earlier")
                .silent()
                .hears("earlier-again")
                .silent()
                .hears("ticket-opened"));

    assertThat(hotline.ticket().link()).isEqualTo(Link.NONE);
  }

  @Test
  void theSameAgainAfterItWasSolvedIsALinkedTicket() {
    hotline.progress.knows("1000007", Stage.DONE);
    hotline
        .knowingTheCaller()
        .follows(
            caller
                .hears("greeting")
                .says("电梯还是不动")
                .hears("confirm")
                .says("对")
                .hears("earlier")
                .presses("1")
                .hears("ticket-opened-repeat"));

    assertThat(hotline.ticket().link()).isEqualTo(REPEATS);
  }

  @Test
  void anEmergencyIsNeverHeldUpByAnEarlierTicket() {
    hotline.progress.knows("1000007", Stage.DISPATCHED);
    hotline
        .knowingTheCaller()
        .follows(
            caller
                .hears("greeting")
                .says("电梯里有人被困住了")
                .hears("emergency-confirm")
                .presses("1")
                .hears("emergency-registered"));

    assertThat(hotline.log.said()).doesNotContain("earlier");
    assertThat(hotline.ticket().link()).isEqualTo(Link.NONE);
  }

  private String said(String key) {
    return hotline.log.turns().stream()
        .filter(turn -> turn.key().equals(key))
        .findFirst()
        .orElseThrow()
        .text();
  }
}
