package cn.wuye.hotline.ivr.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.port.AskedQuestion;
import cn.wuye.hotline.ivr.port.AskedQuestion.Kind;
import cn.wuye.hotline.ivr.port.FakeDirectory;
import cn.wuye.hotline.ivr.port.TicketDraft;
import cn.wuye.hotline.ivr.port.TicketDraft.Completeness;
import cn.wuye.hotline.ivr.port.TicketDraft.LinkKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Surveys that belong to no ticket; what they have in common stands in SurveyDialogTest. */
class PollDialogTest extends AskedResident {
  private static final CallId CALL = new CallId("poll-1");

  PollDialogTest() {
    super(CALL);
    survey.asking(
        new AskedQuestion(1, Kind.DEGREES, "您对小区的卫生满意吗？"),
        new AskedQuestion(2, Kind.YES_NO, "您知道物业的服务电话吗？"),
        new AskedQuestion(3, Kind.POINTS, "您给保安打几分，零分到十分？"),
        new AskedQuestion(4, Kind.WORDS, "您还有什么建议？"));
  }

  @Test
  void questionsAreAskedAsTheyWereEdited() {
    phone(
        she()
            .hears("poll-greeting")
            .says("方便，你说")
            .hears("poll-question")
            .says("挺满意的")
            .hears("poll-question")
            .says("没有")
            .hears("poll-question")
            .says("八分")
            .hears("poll-question")
            .says("希望能多种点花"));

    assertThat(survey.given()).containsExactly("1: 4", "2: 2", "3: 8", "4: 希望能多种点花");
    assertThat(said("poll-question")).isEqualTo("您对小区的卫生满意吗？");
    assertThat(said("poll-greeting")).startsWith("您好，您是阳光花园三号楼的住户吧。这里是安居物业热线");
    assertThat(last()).isEqualTo("问完了，谢谢您的意见，再见。");
    assertThat(desk.drafts(CALL)).isEmpty();
  }

  @Test
  void everyAnswerCanBeGivenByKey() {
    phone(
        she()
            .hears("poll-greeting")
            .presses("1")
            .hears("poll-question")
            .presses("5")
            .hears("poll-question")
            .presses("3")
            .hears("poll-question")
            .presses("10")
            .hears("poll-question")
            .presses("#"));

    assertThat(survey.given()).containsExactly("1: 5", "2: 3", "3: 10");
  }

  @Test
  void whatIsNotUnderstoodIsLeftOut() {
    phone(
        she()
            .hears("poll-greeting")
            .presses("1")
            .hears("poll-question")
            .presses("9")
            .hears("survey-satisfaction-again")
            .presses("8")
            .hears("survey-satisfaction-keys")
            .presses("7")
            .hears("poll-question")
            .presses("1")
            .hears("poll-question")
            .hangsUp());

    assertThat(survey.given()).containsExactly("2: 1");
  }

  @Test
  void aHangUpKeepsWhatWasAnswered() {
    phone(
        she()
            .hears("poll-greeting")
            .presses("1")
            .hears("poll-question")
            .presses("4")
            .hears("poll-question")
            .hangsUpSaying("没有"));

    assertThat(survey.given()).containsExactly("1: 4", "2: 2");
  }

  @Test
  void herOwnWordsAreKeptWhenSheHangsUpInThem() {
    phone(
        she()
            .hears("poll-greeting")
            .presses("1")
            .hears("poll-question")
            .presses("4")
            .hears("poll-question")
            .presses("1")
            .hears("poll-question")
            .presses("8")
            .hears("poll-question")
            .hangsUpSaying("挺好的，保安很客气"));

    assertThat(survey.given()).last().isEqualTo("4: 挺好的，保安很客气");
  }

  @Test
  void whoWantsNoneIsLeftAlone() {
    phone(she().hears("poll-greeting").says("以后别打了，烦死了"));

    assertThat(survey.given()).containsExactly("declined");
  }

  @Test
  void whoHasNoTimeIsPhonedLater() {
    phone(she().hears("poll-greeting").says("没时间，明天下午打"));

    assertThat(survey.given()).last().isEqualTo("later 2026-01-06T15:00");
  }

  @Test
  void aMachineHearsWhyItWasPhoned() {
    survey.doubtful();

    phone(she().hears("survey-human-check").says("您好，您拨打的用户暂时无法接听，请在滴声后留言"));

    assertThat(survey.given()).containsExactly("nobody");
    assertThat(log.said()).last().isEqualTo("poll-machine");
  }

  @Test
  void anEmergencyComesBeforeTheQuestions() {
    phones.answers(FakeDirectory.SUN_DUTY);

    phone(
        she()
            .hears("poll-greeting")
            .presses("1")
            .hears("poll-question")
            .says("有人困在电梯里了")
            .hears("emergency-confirm")
            .presses("1")
            .hears("emergency-waiting")
            .talks());

    assertThat(survey.given()).containsExactly("told else 2026010001");
    TicketDraft ticket = desk.drafts(CALL).get(desk.drafts(CALL).size() - 1);
    assertThat(ticket.intent().emergency()).isTrue();
    assertThat(ticket.link().kind()).isEqualTo(LinkKind.NONE);
  }

  @Test
  void aComplaintBecomesATicketOnTheSpot() {
    phone(
        she()
            .hears("poll-greeting")
            .presses("1")
            .hears("poll-question")
            .says("不满意，另外我们楼道里垃圾好几天没人清理了")
            .hears("survey-told-else")
            .silent()
            .hears("poll-question")
            .hangsUp());

    assertThat(survey.given()).containsExactly("1: 2", "told else 2026010001");
    assertThat(desk.drafts(CALL).get(0).intent().category()).isEqualTo("environment");
  }

  @Test
  void whenNoPersonAnswersATicketHasSomebodyPhoneHer() {
    phone(she().hears("poll-greeting").says("转人工").hears("survey-person-later").says("你们经理给我回个电话"));

    assertThat(survey.given())
        .containsExactly("wants a person", "comment 你们经理给我回个电话", "told else 2026010001");
    assertThat(desk.drafts(CALL).get(0).completeness()).isEqualTo(Completeness.UNFINISHED);
    assertThat(desk.drafts(CALL).get(0).text()).contains("你们经理给我回个电话");
    assertThat(last()).isEqualTo("谢谢您，已经登记，工作人员会给您打电话，再见。");
  }

  @Test
  void whoHangsUpWhileItRingsForAPersonIsPhonedToo() {
    phone(she().hears("poll-greeting").says("转人工").hears("person-waiting").hangsUp());

    assertThat(survey.given()).containsExactly("wants a person", "told else 2026010001");
    assertThat(desk.drafts(CALL).get(0).completeness()).isEqualTo(Completeness.UNFINISHED);
  }

  @Test
  void whoHasTalkedWithAPersonIsNotPhoned() {
    phones.answers(FakeDirectory.DESK);

    phone(she().hears("poll-greeting").says("转人工").hears("person-waiting").talks());

    assertThat(survey.given()).first().isEqualTo("wants a person");
    assertThat(desk.drafts(CALL)).isEmpty();
  }

  @Test
  void itTakesNinetySecondsAtMost() {
    phone(
        she()
            .hears("poll-greeting")
            .says("方便的你说吧")
            .hears("poll-question")
            .says("非常满意")
            .hears("poll-question")
            .says("是的")
            .hears("poll-question")
            .says("十分")
            .hears("poll-question")
            .says("我还有话要说".repeat(6)));

    assertThat(log.turns().get(log.turns().size() - 1).to())
        .as(log.transcript())
        .isLessThanOrEqualTo(Duration.ofSeconds(90));
  }

  private String said(String key) {
    return log.turns().stream()
        .filter(turn -> turn.kind() == Turn.Kind.SAID && turn.key().equals(key))
        .map(Turn::text)
        .findFirst()
        .orElseThrow();
  }
}
