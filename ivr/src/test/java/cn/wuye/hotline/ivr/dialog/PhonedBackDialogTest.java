package cn.wuye.hotline.ivr.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.conversation.ScriptedCaller;
import cn.wuye.hotline.ivr.port.AskedQuestion;
import cn.wuye.hotline.ivr.port.AskedQuestion.Kind;
import cn.wuye.hotline.ivr.port.FakeDirectory;
import cn.wuye.hotline.ivr.port.SurveyAnswers.Next;
import cn.wuye.hotline.ivr.port.TicketDraft.Completeness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who was phoned in vain for a survey about the lift of 3 January, and phones back. */
class PhonedBackDialogTest {
  private final Hotline hotline = new Hotline().knowingTheCaller();

  @BeforeEach
  void sheWasPhonedTenMinutesAgo() {
    hotline.missed.phonedBefore(Duration.ofMinutes(10));
  }

  private static ScriptedCaller she() {
    return new ScriptedCaller();
  }

  private List<String> given() {
    return hotline.missed.survey().given();
  }

  @Test
  void sheIsToldWhyAndAnswersThereAndThen() {
    hotline.follows(
        she()
            .hears("greeting-missed")
            .says("方便，你说")
            .hears("survey-solved")
            .says("修好了")
            .hears("survey-satisfaction")
            .says("挺满意的")
            .hears("survey-comment")
            .says("小王师傅很热情")
            .hears("survey-end-closed"));

    assertThat(hotline.log.turns().get(0).text())
        .isEqualTo(
            "您好，安居物业热线，通话会录音。刚才我们给您打过电话，想问您一月三号报的电梯的问题解决了没有。"
                + "现在方便回答，请说方便，或者按9；有别的事，请直接说；紧急情况请按1，找人请按0。");
    assertThat(given())
        .containsExactly("SOLVED", "score 4", "comment 小王师傅很热情", "finished", "ended");
    assertThat(hotline.log.said()).doesNotContain("survey-greeting", "survey-human-check");
    assertThat(hotline.drafts()).isEmpty();
    assertThat(hotline.served()).isTrue();
  }

  @Test
  void keysAreEnough() {
    hotline.follows(
        she()
            .hears("greeting-missed")
            .presses("9")
            .hears("survey-solved")
            .presses("1")
            .hears("survey-satisfaction")
            .presses("5")
            .hears("survey-comment")
            .presses("#")
            .hears("survey-end-closed"));

    assertThat(given()).containsExactly("SOLVED", "score 5", "finished", "ended");
    assertThat(hotline.drafts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "好的",
        "可以啊",
        "嗯，你问吧",
        "方便方便",
        "有空",
        "好了，你讲",
        "得闲，讲啦",
        "要得",
        "中",
        "来三",
        "做得",
        "对，可以可以，你问吧我在家"
      })
  void aYesIsOneInManyWords(String yes) {
    hotline.call(she().hears("greeting-missed").says(yes).hears("survey-solved").hangsUp());

    assertThat(hotline.log.said()).contains("survey-solved");
    assertThat(hotline.drafts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"修好了", "已经解决了，谢谢", "整好咗", "修好哉", "搞好哒", "整好了", "好使了", "不漏了"})
  void whatSheSaysAtOnceIsTheAnswer(String solved) {
    hotline.call(
        she().hears("greeting-missed").says(solved).hears("survey-satisfaction").hangsUp());

    assertThat(given()).containsExactly("SOLVED", "ended");
    assertThat(hotline.log.said()).doesNotContain("survey-solved");
    assertThat(hotline.drafts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"没有", "没修好", "还没有呢", "没修好，电梯还在响", "又坏了", "冇整好", "莫得", "没人来修"})
  void aNoIsConfirmed(String notSolved) {
    hotline.missed.survey().followedBy(Next.REOPENED);

    hotline.follows(
        she()
            .hears("greeting-missed")
            .says(notSolved)
            .hears("survey-confirm-not-solved")
            .presses("1")
            .hears("survey-satisfaction")
            .presses("1"));

    assertThat(given()).startsWith("NOT_SOLVED", "score 1");
    assertThat(hotline.drafts()).isEmpty();
  }

  @Test
  void anAnswerInTheLastWordsIsKept() {
    hotline.follows(she().hears("greeting-missed").hangsUpSaying("修好了"));

    assertThat(given()).containsExactly("SOLVED", "ended");
    assertThat(hotline.drafts()).isEmpty();
  }

  @Test
  void aComplaintSaidAtOnceGoesStraightOn() {
    hotline.follows(
        she()
            .hears("greeting-missed")
            .says("楼道里垃圾没人收，臭死了")
            .hears("confirm")
            .says("对")
            .hears("ticket-opened"));

    assertThat(hotline.ticket().intent().category()).isEqualTo("environment");
    assertThat(hotline.ticket().text()).contains("楼道里垃圾没人收");
    assertThat(hotline.ticket().completeness()).isEqualTo(Completeness.COMPLETE);
    assertThat(given()).containsExactly("ended");
  }

  @ParameterizedTest
  @ValueSource(strings = {"你好，我想问一下那个可以吗", "我跟你说个事情", "对了我想反映个情况", "好的，我家那个东西不对劲"})
  void whatIsNotUnderstoodGoesTheOrdinaryWayAndIsNotLost(String words) {
    hotline.follows(
        she()
            .hears("greeting-missed")
            .says(words)
            .hears("ask-problem-again")
            .says("楼道里垃圾没人收")
            .hears("confirm")
            .says("对")
            .hears("ticket-opened"));

    assertThat(hotline.ticket().text()).contains(words, "楼道里垃圾没人收");
    assertThat(given()).containsExactly("ended");
  }

  @Test
  void anAnswerWithAnotherMatterIsBoth() {
    hotline.follows(
        she()
            .hears("greeting-missed")
            .says("修好了，另外楼道里垃圾没人收")
            .hears("survey-told-else")
            .hears("survey-satisfaction")
            .presses("4"));

    assertThat(given()).startsWith("SOLVED").contains("score 4", "told else 2026010001");
    assertThat(hotline.ticket().intent().category()).isEqualTo("environment");
  }

  @Test
  void anEmergencyIsAlwaysFirst() {
    hotline.call(she().hears("greeting-missed").says("着火了，三号楼着火了"));

    assertThat(hotline.ticket().intent().emergency()).isTrue();
    assertThat(given()).containsExactly("ended");
  }

  @Test
  void keyOneIsAnEmergencyHereToo() {
    hotline.call(
        she().hears("greeting-missed").presses("1").hears("emergency-confirm").presses("1"));

    assertThat(hotline.ticket().intent().emergency()).isTrue();
  }

  @Test
  void afterAFalseAlarmNobodyIsAskedAgain() {
    hotline.call(
        she()
            .hears("greeting-missed")
            .presses("1")
            .hears("emergency-confirm")
            .presses("2")
            .hears("ask-problem-after-denial")
            .hangsUp());

    assertThat(hotline.log.said()).containsOnlyOnce("greeting-missed");
  }

  @Test
  void anEmergencyInTheMiddleOfTheQuestionsIsOne() {
    hotline.call(
        she()
            .hears("greeting-missed")
            .presses("9")
            .hears("survey-solved")
            .says("哎呀，家里着火了")
            .presses("1"));

    assertThat(hotline.ticket().intent().emergency()).isTrue();
    assertThat(given()).contains("told else 2026010001").endsWith("ended");
  }

  @ParameterizedTest
  @ValueSource(strings = {"不方便", "现在没空", "不用了", "我在外面", "唔得闲", "勿方便", "莫得空", "没得空"})
  void whoRefusesIsLeftAlone(String no) {
    hotline.follows(
        she().hears("greeting-missed").says(no).hears("missed-later").silent().hears("goodbye"));

    assertThat(given()).containsExactly("later ?", "ended");
    assertThat(hotline.drafts()).isEmpty();
    assertThat(hotline.served()).isTrue();
  }

  @Test
  void theTimeThatSheNamesIsTaken() {
    hotline.follows(
        she()
            .hears("greeting-missed")
            .says("不方便，明天下午三点再打")
            .hears("missed-later-at")
            .says("没有了，再见")
            .hears("goodbye"));

    assertThat(given()).containsExactly("later 2026-01-06T15:00", "ended");
    assertThat(hotline.drafts()).isEmpty();
  }

  @Test
  void laterMeansLater() {
    hotline.call(she().hears("greeting-missed").says("等哈儿"));

    assertThat(given()).containsExactly("later 2026-01-05T16:30", "ended");
  }

  @Test
  void anAnswerIsTakenFromWhoHasNoTime() {
    hotline.call(she().hears("greeting-missed").says("没修好，我现在没空").hangsUp());

    assertThat(given()).containsExactly("NOT_SOLVED", "ended");
  }

  @Test
  void afterARefusalAComplaintIsTaken() {
    hotline.follows(
        she()
            .hears("greeting-missed")
            .says("没空")
            .hears("missed-later")
            .says("楼道里垃圾没人收")
            .hears("confirm")
            .says("对")
            .hears("ticket-opened"));

    assertThat(hotline.ticket().text()).isEqualTo("楼道里垃圾没人收");
  }

  @Test
  void whoWantsNoSurveysIsBelieved() {
    hotline.follows(
        she().hears("greeting-missed").says("以后别再打了").hears("missed-declined").hangsUp());

    assertThat(given()).containsExactly("declined", "ended");
    assertThat(hotline.drafts()).isEmpty();
  }

  @Test
  void helloAndSilenceAreAskedOnceMoreAndNobodyIsCaughtInAMenu() {
    hotline.call(she().hears("greeting-missed").says("喂，你好").hears("missed-again").says("方便"));
    assertThat(hotline.log.said()).contains("survey-solved");

    Hotline other = new Hotline().knowingTheCaller();
    other.missed.phonedBefore(Duration.ofMinutes(10));
    other.call(she());
    assertThat(other.log.said())
        .startsWith("greeting-missed", "missed-again", "ask-problem-again")
        .contains("person-waiting");
    assertThat(other.missed.survey().given()).containsExactly("ended");
  }

  @Test
  void whoHangsUpSaysNothing() {
    hotline.follows(she().hears("greeting-missed").hangsUp());

    assertThat(given()).containsExactly("ended");
    assertThat(hotline.drafts()).isEmpty();
  }

  @Test
  void whatWasAnsweredBeforeAHangUpIsKept() {
    hotline.follows(
        she()
            .hears("greeting-missed")
            .presses("9")
            .hears("survey-solved")
            .presses("3")
            .hears("survey-satisfaction")
            .hangsUpSaying("一般"));

    assertThat(given()).containsExactly("PARTLY", "score 3", "ended");
    assertThat(hotline.drafts()).isEmpty();
  }

  @Test
  void withoutARecogniserTheKeyDecidesAndWhatWasSaidIsListenedTo() {
    hotline
        .withoutRecogniser()
        .follows(
            she()
                .hears("greeting-missed")
                .says("方便")
                .hears("missed-again")
                .presses("9")
                .hears("survey-solved")
                .presses("1"));

    assertThat(given()).startsWith("comment recorded", "SOLVED");
    assertThat(hotline.drafts()).isEmpty();
  }

  @Test
  void thePersonAndTheMenuAreWhereTheyAlwaysAre() {
    hotline.phones.answers(FakeDirectory.DESK);
    hotline.follows(she().hears("greeting-missed").presses("0").hears("person-waiting").talks());
    assertThat(given()).containsExactly("ended");

    Hotline other = new Hotline().knowingTheCaller();
    other.missed.phonedBefore(Duration.ofMinutes(10));
    other.follows(she().hears("greeting-missed").presses("3").hears("ask-details"));
  }

  @Test
  void herOwnQuestionIsAnswered() {
    hotline.call(she().hears("greeting-missed").says("我上次报的怎么样了"));

    assertThat(hotline.log.said()).contains("ask-ticket-number");
    assertThat(given()).containsExactly("ended");
  }

  @Test
  void whoIsRungThroughIsToldWhyAndAskedNothing() {
    Hotline old = new Hotline().ringingHerThrough();
    old.missed.phonedBefore(Duration.ofHours(3));
    old.phones.answers(FakeDirectory.DESK);

    old.follows(she().hears("greeting-person").hears("person-waiting").talks());

    assertThat(old.log.turns().get(0).text()).endsWith("今天我们给您打过电话，想问您一月三号报的电梯的问题解决了没有。");
    assertThat(old.missed.survey().given()).containsExactly("ended");
  }

  @Test
  void whatGoesOnAtHerPlaceIsToldInstead() {
    hotline.incidents.powerIsOff(Optional.of(Instant.parse("2026-01-05T10:00:00Z")));

    hotline.follows(she().hears("greeting-incident").hangsUp());

    assertThat(given()).isEmpty();
  }

  @Test
  void whoWithholdsHerNumberIsToldNothing() {
    Hotline hidden = new Hotline().withholdingTheNumber();
    hidden.missed.phonedBefore(Duration.ofMinutes(10));

    hidden.follows(she().hears("greeting").hangsUp());

    assertThat(hidden.missed.survey().given()).isEmpty();
  }

  @Test
  void yesterdaysCallIsOneOfYesterday() {
    hotline.missed.phonedBefore(Duration.ofHours(20));

    hotline.follows(she().hears("greeting-missed").hangsUp());

    assertThat(hotline.log.turns().get(0).text()).contains("昨天我们给您打过电话");
  }

  @Test
  void whoWasPhonedForAPollIsToldSoAndAnswersIt() {
    hotline.missed.survey().asking(new AskedQuestion(1, Kind.DEGREES, "您对小区的卫生满意吗？"));

    hotline.follows(
        she()
            .hears("greeting-missed-poll")
            .says("方便，你说")
            .hears("poll-question")
            .says("挺满意的")
            .hears("poll-end"));

    assertThat(hotline.log.turns().get(0).text())
        .isEqualTo(
            "您好，安居物业热线，通话会录音。刚才我们给您打过电话，想听听您对小区服务的意见，一分钟左右。"
                + "现在方便回答，请说方便，或者按9；有别的事，请直接说；紧急情况请按1，找人请按0。");
    assertThat(given()).containsExactly("1: 4", "ended");
    assertThat(hotline.drafts()).isEmpty();
    assertThat(hotline.served()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"没修好，三号楼的电梯还在响", "楼道里垃圾好几天没人清理了"})
  void whatSheComplainsOfIsNoAnswerToAPoll(String complaint) {
    hotline.missed.survey().asking(new AskedQuestion(1, Kind.DEGREES, "您对小区的卫生满意吗？"));

    hotline.call(she().hears("greeting-missed-poll").says(complaint));

    assertThat(given()).containsExactly("ended");
    assertThat(hotline.log.said()).doesNotContain("poll-question");
    assertThat(hotline.drafts()).isNotEmpty();
  }
}
