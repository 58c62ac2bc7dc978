package cn.wuye.hotline.ivr.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.audio.SyntheticVoice;
import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.Conversation;
import cn.wuye.hotline.ivr.conversation.Heard;
import cn.wuye.hotline.ivr.conversation.Listening;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.conversation.ScriptedCaller;
import cn.wuye.hotline.ivr.conversation.ScriptedConversation;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.conversation.Waited;
import cn.wuye.hotline.ivr.port.FakeDirectory;
import cn.wuye.hotline.ivr.port.OwnVoice;
import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.port.PhoneRinger.Beside;
import cn.wuye.hotline.ivr.port.QueueAct;
import cn.wuye.hotline.ivr.port.QueueMove;
import cn.wuye.hotline.ivr.port.SurveyAnswers.Next;
import cn.wuye.hotline.ivr.port.TicketDraft;
import cn.wuye.hotline.ivr.port.TicketDraft.Completeness;
import cn.wuye.hotline.ivr.port.TicketDraft.LinkKind;
import cn.wuye.hotline.ivr.prompt.Prompt;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyDialogTest extends AskedResident {
  private static final CallId CALL = new CallId("survey-1");

  private static final List<String> QUESTIONS =
      List.of(
          "survey-solved",
          "survey-satisfaction",
          "survey-attitude",
          "survey-speed",
          "survey-result",
          "survey-recommend");

  private Consumer<ScriptedConversation> telephone = conversation -> {};
  private BiConsumer<String, Listening> listening = (key, how) -> {};

  SurveyDialogTest() {
    super(CALL);
  }

  @Test
  void whoIsSatisfiedAnswersTwoQuestionsAndMayAddSomething() {
    phone(
        she()
            .hears("survey-greeting")
            .says("方便，你说")
            .hears("survey-solved")
            .says("修好了，谢谢你们")
            .hears("survey-satisfaction")
            .says("挺满意的")
            .hears("survey-comment")
            .says("小王师傅很热情"));

    assertThat(survey.given()).containsExactly("SOLVED", "score 4", "comment 小王师傅很热情", "finished");
    assertThat(log.turns().get(0).text())
        .isEqualTo("您好，您是阳光花园三号楼的住户吧。这里是安居物业热线，通话会录音。您一月三号报的电梯的问题，已经处理完成。现在方便说几句吗？");
    assertThat(last()).isEqualTo("谢谢您，这件事就办结了，再见。");
    assertThat(desk.drafts(CALL)).isEmpty();
  }

  @Test
  void sheIsGreetedByHerNameWhereItIsKnown() {
    survey.addressing("王女士");

    phone(she().hears("survey-greeting").says("不方便").hears("survey-ask-when").hangsUp());

    assertThat(log.turns().get(0).text()).startsWith("您好，王女士，这里是安居物业热线");
  }

  @Test
  void everyAnswerCanBeGivenByKey() {
    survey.turn(3);

    phone(
        she()
            .hears("survey-greeting")
            .presses("1")
            .hears("survey-solved")
            .presses("1")
            .hears("survey-satisfaction")
            .presses("5")
            .hears("survey-recommend")
            .presses("10")
            .hears("survey-comment")
            .presses("#"));

    assertThat(survey.given()).containsExactly("SOLVED", "score 5", "points 10", "finished");
  }

  @Test
  void aNoIsConfirmedAndTheNextDissatisfactionIsNot() {
    survey.followedBy(Next.REOPENED);

    phone(
        she()
            .hears("survey-greeting")
            .presses("1")
            .hears("survey-solved")
            .says("没有，还是老样子")
            .hears("survey-confirm-not-solved")
            .says("对")
            .hears("survey-satisfaction")
            .presses("1")
            .hears("survey-attitude")
            .says("一般吧")
            .hears("survey-speed")
            .says("太慢了，不满意")
            .hears("survey-comment")
            .says("修了三次都没修好"));

    assertThat(survey.given())
        .containsExactly(
            "NOT_SOLVED", "score 1", "ATTITUDE 3", "SPEED 2", "comment 修了三次都没修好", "finished");
    assertThat(log.said()).doesNotContain("survey-result", "survey-confirm-dissatisfied");
    assertThat(last()).isEqualTo("谢谢您告诉我们。这件事会重新处理，由上一级负责，再见。");
  }

  @Test
  void aNoThatWasNoneIsAskedAgainAndTheLastAnswerCounts() {
    phone(
        she()
            .hears("survey-greeting")
            .presses("1")
            .hears("survey-solved")
            .presses("2")
            .hears("survey-confirm-not-solved")
            .presses("2")
            .hears("survey-solved")
            .presses("1")
            .hears("survey-satisfaction")
            .presses("4"));

    assertThat(survey.given())
        .containsExactly("NOT_SOLVED", "taken back", "SOLVED", "score 4", "finished");
  }

  @Test
  void dissatisfactionWithWhatIsSolvedIsConfirmed() {
    survey.turn(0);

    phone(
        she()
            .hears("survey-greeting")
            .presses("1")
            .hears("survey-solved")
            .says("解决了")
            .hears("survey-satisfaction")
            .says("不太满意")
            .hears("survey-confirm-dissatisfied")
            .says("是的")
            .hears("survey-speed")
            .presses("1")
            .hears("survey-result")
            .presses("4"));

    assertThat(survey.given())
        .containsExactly("SOLVED", "score 2", "SPEED 1", "RESULT 4", "finished");
  }

  @Test
  void theFirstWordsMayBeTheAnswer() {
    phone(
        she()
            .hears("survey-greeting")
            .says("没修好，还在响")
            .hears("survey-confirm-not-solved")
            .presses("1")
            .hears("survey-satisfaction")
            .hangsUp());

    assertThat(survey.given()).containsExactly("NOT_SOLVED");
    assertThat(log.said()).doesNotContain("survey-solved");
  }

  @Test
  void whatWasAnsweredBeforeAHangUpIsKept() {
    phone(
        she()
            .hears("survey-greeting")
            .presses("1")
            .hears("survey-solved")
            .says("部分解决")
            .hears("survey-satisfaction")
            .hangsUpSaying("一般"));

    assertThat(survey.given()).containsExactly("PARTLY", "score 3");
  }

  @Test
  void aNoFollowedByAHangUpIsKeptUnconfirmed() {
    phone(
        she()
            .hears("survey-greeting")
            .presses("1")
            .hears("survey-solved")
            .says("没有")
            .hears("survey-confirm-not-solved")
            .hangsUp());

    assertThat(survey.given()).containsExactly("NOT_SOLVED");
  }

  @Test
  void theLastWordsAreKeptWhenSheHangsUpInThem() {
    phone(
        she()
            .hears("survey-greeting")
            .presses("1")
            .hears("survey-solved")
            .presses("1")
            .hears("survey-satisfaction")
            .presses("5")
            .hears("survey-comment")
            .hangsUpSaying("下次早点来"));

    assertThat(survey.given()).containsExactly("SOLVED", "score 5", "comment 下次早点来");
  }

  @Test
  void aTimeThatSuitsHerIsTakenAtOnce() {
    phone(she().hears("survey-greeting").says("现在不方便，下午三点再打给我"));

    assertThat(survey.given()).containsExactly("later ?", "later 2026-01-05T15:00");
    assertThat(last()).isEqualTo("好的，十五点再打给您，再见。");
  }

  @Test
  void aTimeIsAskedForAndMayBeKeyed() {
    phone(
        she()
            .hears("survey-greeting")
            .says("我在开车")
            .hears("survey-ask-when")
            .says("再说吧")
            .hears("survey-ask-when-again")
            .presses("15#"));

    assertThat(survey.given()).containsExactly("later ?", "later 2026-01-05T15:00");
  }

  @Test
  void anHourThatIsNotAllowedIsAnsweredWithTheNextThatIs() {
    Instant tomorrow = Instant.parse("2026-01-06T01:00:00Z");
    survey.allowing(at -> at.isAfter(NOW.plus(Duration.ofHours(10))) ? tomorrow : at);

    phone(she().hears("survey-greeting").says("等会儿，晚上十点打吧").hears("survey-offer-hour").says("可以"));

    assertThat(log.said()).contains("survey-offer-hour");
    assertThat(survey.given()).last().isEqualTo("later 2026-01-06T09:00");
    assertThat(last()).isEqualTo("好的，明天九点再打给您，再见。");
  }

  @Test
  void aTimeThatHasPassedIsRefusedAndAnotherMayBeNamed() {
    phone(
        she()
            .hears("survey-greeting")
            .says("不方便，今天上午九点打")
            .hears("survey-offer-past")
            .says("不行，明天上午十点"));

    assertThat(survey.given()).last().isEqualTo("later 2026-01-06T10:00");
  }

  @Test
  void whoNamesNoTimeIsPhonedSomeOtherTime() {
    phone(she().hears("survey-greeting").presses("2"));

    assertThat(survey.given()).containsExactly("later ?");
    assertThat(last()).isEqualTo("好的，我们换个时间再打给您，再见。");
  }

  @Test
  void whoWantsNoSurveysIsLeftAlone() {
    phone(she().hears("survey-greeting").says("以后别打了，烦死了"));

    assertThat(survey.given()).containsExactly("declined");
  }

  @Test
  void whoReportedNothingIsApologisedTo() {
    phone(she().hears("survey-greeting").says("你打错了吧，我没报过"));

    assertThat(survey.given()).containsExactly("stranger");
  }

  @Test
  void silenceIsNobody() {
    phone(she());

    assertThat(survey.given()).containsExactly("nobody");
    assertThat(log.said())
        .containsExactly("survey-greeting", "survey-convenient-again", "survey-silent");
  }

  @Test
  void aMachineIsLeftAShortMessage() {
    survey.doubtful();

    phone(she().hears("survey-human-check").says("您好，您拨打的用户暂时无法接听，请在滴声后留言"));

    assertThat(survey.given()).containsExactly("nobody");
    assertThat(log.said())
        .containsExactly("survey-human-check", "survey-human-check", "survey-machine");
  }

  @Test
  void aDissatisfactionThatWasNoneAndIsNotReplacedIsAskedNoFurther() {
    phone(
        she()
            .hears("survey-greeting")
            .presses("1")
            .hears("survey-solved")
            .presses("1")
            .hears("survey-satisfaction")
            .presses("1")
            .hears("survey-confirm-dissatisfied")
            .presses("2"));

    assertThat(survey.given()).containsExactly("SOLVED", "score 1", "taken back", "finished");
  }

  @Test
  void whoeverSpeaksIsNoMachine() {
    survey.doubtful();

    phone(she().hears("survey-human-check").says("你好").hears("survey-greeting").says("没时间，明天下午打"));

    assertThat(survey.given()).last().isEqualTo("later 2026-01-06T15:00");
  }

  @Test
  void zeroIsAPersonAtEveryMoment() {
    phones.answers(FakeDirectory.DESK);

    phone(
        she()
            .hears("survey-greeting")
            .presses("1")
            .hears("survey-solved")
            .presses("1")
            .hears("survey-satisfaction")
            .presses("0")
            .hears("person-waiting")
            .talks());

    assertThat(survey.given()).containsExactly("SOLVED", "wants a person", "talked with 客服中心");
    assertThat(phones.whispers()).first().asString().contains("回访来电").contains("电梯的问题");
    assertThat(desk.drafts(CALL)).isEmpty();
  }

  @Test
  void anAgentOfTheQueuesIsLookedForFirst() {
    phones.answers(FakeDirectory.DESK);
    queues.stays().ends(Waited.talked("1001"));

    phone(she().hears("survey-greeting").says("转人工").hears("person-waiting"));

    assertThat(survey.given()).containsExactly("wants a person", "talked with 坐席 1001");
    assertThat(queues.told()).containsExactly("talked 1001", "closed");
    assertThat(phones.rung()).isEmpty();
  }

  @Test
  void sheIsNotAskedWhetherSheWaitsOnButTheServiceDeskIsRung() {
    phones.answers(FakeDirectory.DESK);
    queues.stays().ends(Waited.without(Waited.How.TIME_OVER)).asks(true, true, QueueMove.Why.TIME);

    phone(
        she()
            .hears("survey-greeting")
            .says("转人工")
            .hears("person-waiting")
            .hears("person-waiting")
            .talks());

    assertThat(survey.given()).containsExactly("wants a person", "talked with 客服中心");
    assertThat(queues.told()).containsExactly("TIME_OVER", "closed");
  }

  @Test
  void whoHangsUpAfterTheTalkWithAnAgentHasTalked() {
    queues.stays().talkedBeforeSheHungUp("坐席 1001");

    phone(
        she()
            .hears("survey-greeting")
            .says("转人工")
            .hears("person-waiting")
            .hears(ScriptedConversation.QUEUE)
            .hangsUp());

    assertThat(survey.given()).containsExactly("wants a person", "talked with 坐席 1001");
    assertThat(queues.told()).containsExactly("hung up", "closed");
  }

  @Test
  void whenNoPersonAnswersSheMayLeaveWords() {
    phone(she().hears("survey-greeting").says("转人工").hears("survey-person-later").says("你们电梯到底谁管"));

    assertThat(survey.given()).containsExactly("wants a person", "comment 你们电梯到底谁管");
    assertThat(last()).contains("四个工作小时");
  }

  @Test
  void anotherComplaintBecomesATicketOnTheSpot() {
    phone(
        she()
            .hears("survey-greeting")
            .presses("1")
            .hears("survey-solved")
            .says("修好了，另外我们楼道里垃圾好几天没人清理了")
            .hears("survey-told-else")
            .silent()
            .hears("survey-satisfaction")
            .presses("4"));

    assertThat(survey.given())
        .containsExactly("SOLVED", "told else 2026010001", "score 4", "finished");
    TicketDraft ticket = desk.drafts(CALL).get(0);
    assertThat(ticket.intent().category()).isEqualTo("environment");
    assertThat(ticket.place().building()).isEqualTo("3号楼");
    assertThat(ticket.text()).contains("垃圾好几天没人清理");
    assertThat(ticket.link().kind()).isEqualTo(LinkKind.NONE);
  }

  @Test
  void whatIsToldLastMayBeAnotherComplaint() {
    phone(
        she()
            .hears("survey-greeting")
            .presses("1")
            .hears("survey-solved")
            .presses("1")
            .hears("survey-satisfaction")
            .presses("4")
            .hears("survey-comment")
            .hangsUpSaying("我家水管漏水了，麻烦来修一下"));

    assertThat(survey.given()).contains("told else 2026010001");
    assertThat(desk.drafts(CALL).get(0).completeness()).isEqualTo(Completeness.UNFINISHED);
  }

  @Test
  void whatSheSaysOfTheSameMatterIsNoOther() {
    phone(
        she()
            .hears("survey-greeting")
            .presses("1")
            .hears("survey-solved")
            .says("没有，电梯又坏了")
            .hears("survey-confirm-not-solved")
            .presses("1")
            .hears("survey-satisfaction")
            .presses("2")
            .hears("survey-comment")
            .says("电梯天天坏，师傅态度也不好"));

    assertThat(desk.drafts(CALL)).isEmpty();
  }

  @Test
  void anEmergencyComesBeforeTheSurvey() {
    phones.answers(FakeDirectory.SUN_DUTY);

    phone(
        she()
            .hears("survey-greeting")
            .presses("1")
            .hears("survey-solved")
            .says("有人困在电梯里了")
            .hears("emergency-confirm")
            .presses("1")
            .hears("emergency-waiting")
            .talks());

    assertThat(survey.given()).containsExactly("told else 2026010001");
    assertThat(phones.rung()).first().isEqualTo(FakeDirectory.SUN_DUTY);
    TicketDraft ticket = desk.drafts(CALL).get(desk.drafts(CALL).size() - 1);
    assertThat(ticket.intent().emergency()).isTrue();
    assertThat(ticket.link().kind()).isEqualTo(LinkKind.REPEATS);
    assertThat(ticket.link().ticket()).isEqualTo("1000017");
    assertThat(log.said()).doesNotContain("survey-satisfaction");
  }

  @Test
  void aFalseAlarmGoesBackToTheQuestion() {
    phone(
        she()
            .hears("survey-greeting")
            .presses("1")
            .hears("survey-solved")
            .says("有人困在电梯里")
            .hears("emergency-confirm")
            .says("不是不是")
            .hears("survey-solved")
            .says("解决了")
            .hears("survey-satisfaction")
            .hangsUp());

    assertThat(survey.given()).containsExactly("SOLVED");
    assertThat(desk.drafts(CALL)).isEmpty();
  }

  @Test
  void whoHangsUpInAnAlarmHasATicket() {
    phone(
        she()
            .hears("survey-greeting")
            .presses("1")
            .hears("survey-solved")
            .says("着火了")
            .hears("emergency-confirm")
            .hangsUp());

    assertThat(survey.given()).containsExactly("told else 2026010001");
    assertThat(desk.drafts(CALL).get(0).intent().emergency()).isTrue();
  }

  @Test
  void whatNobodyUnderstandsIsRecordedForAPerson() {
    survey.followedBy(Next.PERSON);

    phone(
        she()
            .hears("survey-greeting")
            .presses("1")
            .hears("survey-solved")
            .says("这个嘛")
            .hears("survey-solved-again")
            .says("哎哟喂")
            .hears("survey-solved-keys")
            .presses("9")
            .hears("survey-explain")
            .says("我跟你说啊"));

    assertThat(survey.given()).containsExactly("unclear", "comment 我跟你说啊", "finished");
  }

  @Test
  void withoutARecogniserKeysAreAskedForAndWordsRecorded() {
    telephone = ScriptedConversation::withoutRecogniser;

    phone(
        she()
            .hears("survey-greeting")
            .says("方便")
            .hears("survey-convenient-again")
            .presses("1")
            .hears("survey-solved")
            .says("修好了")
            .hears("survey-solved-again")
            .presses("1")
            .hears("survey-satisfaction")
            .presses("5")
            .hears("survey-comment")
            .says("谢谢"));

    assertThat(survey.given()).containsExactly("SOLVED", "score 5", "comment recorded", "finished");
  }

  @ParameterizedTest
  @CsvSource({
    "CLOSED, 办结",
    "PERSON, 四个工作小时",
    "REOPENED, 上一级",
    "REST, 没有做完的部分",
    "MANAGER, 项目经理",
  })
  void sheHearsWhatHappensNow(Next next, String words) {
    survey.followedBy(next);

    phone(
        she()
            .hears("survey-greeting")
            .presses("1")
            .hears("survey-solved")
            .presses("3")
            .hears("survey-satisfaction")
            .presses("4"));

    assertThat(last()).contains(words);
  }

  @Test
  void sheHearsWhatSheSaidWhenSheReportedIt() {
    survey.recorded(said("三号楼的电梯又坏了", 3000));

    phone(
        she()
            .hears("survey-greeting-own")
            .says("方便，你说")
            .hears("survey-solved")
            .presses("1")
            .hears("survey-satisfaction")
            .presses("4"));

    Turn greeting = log.turns().get(0);
    assertThat(greeting.text())
        .isEqualTo(
            "您好，您是阳光花园三号楼的住户吧。这里是安居物业热线，通话会录音。您一月三号报的电梯的问题，已经处理完成。" + "您当时说的是：（原话录音），现在方便说几句吗？");
    assertThat(survey.given())
        .as("her own words are no answer")
        .containsExactly("SOLVED", "score 4", "finished");
  }

  @Test
  void sheMaySpeakOrPressAKeyIntoHerOwnWordsAsIntoAnyPrompt() {
    survey.recorded(said("三号楼的电梯又坏了", 3000));
    Map<String, Listening> listened = new HashMap<>();
    listening = listened::put;

    phone(she().hears("survey-greeting-own").presses("1").hears("survey-solved").hangsUp());

    Listening greeting = Objects.requireNonNull(listened.get("survey-greeting-own"));
    assertThat(greeting.bargeIn()).isTrue();
    assertThat(greeting.maxDigits()).isEqualTo(1);
    assertThat(greeting.phrases()).as("any words").isEmpty();
  }

  @Test
  void herOwnWordsArePlayedOnceThoughSheIsGreetedAgain() {
    survey.recorded(said("三号楼的电梯又坏了", 3000));

    phone(
        she()
            .hears("survey-greeting-own")
            .says("有人困在电梯里")
            .hears("emergency-confirm")
            .says("不是不是")
            .hears("survey-greeting")
            .presses("1")
            .hears("survey-solved")
            .hangsUp());

    assertThat(log.said()).containsOnlyOnce("survey-greeting-own");
  }

  @Test
  void herOwnWordsArePlayedToNobodyElse() {
    survey.recorded(new OwnVoice(new PhoneNumber("13800000002"), "电梯又坏了", voice(3000)));

    phone(she().hears("survey-greeting").presses("2"));

    assertThat(log.said()).doesNotContain("survey-greeting-own");
  }

  @Test
  void whereAMachineMayHaveAnsweredHerOwnWordsAreNotPlayed() {
    survey.doubtful().recorded(said("电梯又坏了", 3000));

    phone(she().hears("survey-human-check").presses("1").hears("survey-greeting").presses("2"));

    assertThat(log.said()).doesNotContain("survey-greeting-own");
  }

  @Test
  void wordsOfDangerAreNotPlayedSinceTheirEchoWouldBeOne() {
    survey.recorded(said("着火了，快来人啊", 3000));

    phone(she().hears("survey-greeting").presses("2"));

    assertThat(log.said()).doesNotContain("survey-greeting-own");
  }

  @Test
  void aRecordingInWhichNobodySpeaksIsNotPlayed() {
    survey.recorded(new OwnVoice(HER_NUMBER, "电梯又坏了", new byte[48_000]));

    phone(she().hears("survey-greeting").presses("2"));

    assertThat(log.said()).doesNotContain("survey-greeting-own");
  }

  @Test
  void ofALongComplaintNoMoreThanSixSecondsArePlayed() {
    survey.recorded(said("电梯又坏了", 3000));
    phone(she().hears("survey-greeting-own").presses("2"));
    Duration shortOne = log.turns().get(0).to();

    survey.recorded(said("电梯又坏了，每次都是这样", 20_000));
    phone(she().hears("survey-greeting-own").presses("2"));

    assertThat(log.turns().get(0).to())
        .isBetween(shortOne.plusMillis(2500), shortOne.plusMillis(3200));
  }

  private static OwnVoice said(String words, int millis) {
    return new OwnVoice(HER_NUMBER, words, voice(millis));
  }

  private static byte[] voice(int millis) {
    return SyntheticVoice.speech(millis);
  }

  /** Every way to answer, slowly, with confirmations and as many words as she likes. */
  @ParameterizedTest
  @CsvSource({
    "解决了, 非常满意, 0, survey-recommend, 0",
    "解决了, 非常满意, 0, survey-recommend, 20000",
    "没有解决, 非常不满意, 0, survey-attitude survey-speed, 20000",
    "没有解决, 非常不满意, 0, survey-attitude survey-speed, 0",
    "没有解决, 一般, 1, survey-attitude survey-speed, 0",
    "部分解决, 一般, 2, survey-attitude survey-speed, 0",
    "解决了, 不满意, 0, survey-speed survey-result, 0",
    "解决了, 不满意, 1, survey-attitude survey-result, 0",
    "解决了, 非常不满意, 2, survey-attitude survey-speed, 0",
  })
  void noSurveyAsksMoreThanFourQuestionsOrTakesMoreThanNinetySeconds(
      String solved, String satisfaction, long turn, String more, int ownMillis) {
    survey.turn(turn);
    if (ownMillis > 0) {
      survey.recorded(said("电梯又坏了，每次都是这样", ownMillis));
    }
    String greeting = ownMillis > 0 ? "survey-greeting-own" : "survey-greeting";
    ScriptedCaller caller = she().hears(greeting).says("方便的你说吧");
    caller.hears("survey-solved").says(solved);
    if (solved.equals("没有解决")) {
      caller.hears("survey-confirm-not-solved").says("对");
    }
    caller.hears("survey-satisfaction").says(satisfaction);
    if (satisfaction.contains("不") && solved.equals("解决了")) {
      caller.hears("survey-confirm-dissatisfied").says("对");
    }
    for (String key : more.split(" ", -1)) {
      caller.hears(key).says("五分");
    }
    // As long as she is listened to at the least.
    caller.hears("survey-comment").says("我还有话要说".repeat(6));

    phone(caller);

    List<String> questions = log.said().stream().filter(QUESTIONS::contains).toList();
    assertThat(questions).hasSizeBetween(2, 4).doesNotHaveDuplicates();
    assertThat(log.turns().get(log.turns().size() - 1).to())
        .as(log.transcript())
        .isLessThanOrEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void whoHardlyAnswersIsNotKeptLongerThanNinetySeconds() {
    phone(she().hears("survey-greeting").says("喂").hears("survey-convenient-again").says("啊"));

    assertThat(log.turns().get(log.turns().size() - 1).to())
        .as(log.transcript())
        .isLessThanOrEqualTo(Duration.ofSeconds(90));
    assertThat(survey.given()).containsExactly("unclear", "finished");
  }

  /** Tells how each prompt is listened to. */
  @Override
  Conversation heard(ScriptedConversation conversation) {
    telephone.accept(conversation);
    return new Conversation() {
      @Override
      public Call call() {
        return conversation.call();
      }

      @Override
      public Heard turn(Prompt prompt, Listening how) {
        listening.accept(prompt.key(), how);
        return conversation.turn(prompt, how);
      }

      @Override
      public Optional<PhoneLine> connect(
          List<PhoneLine> lines,
          Duration each,
          Prompt waiting,
          Prompt whisper,
          Optional<Beside> beside) {
        return conversation.connect(lines, each, waiting, whisper, beside);
      }

      @Override
      public Waited await(QueueAct act) {
        return conversation.await(act);
      }

      @Override
      public void hangUp() {
        conversation.hangUp();
      }
    };
  }
}
