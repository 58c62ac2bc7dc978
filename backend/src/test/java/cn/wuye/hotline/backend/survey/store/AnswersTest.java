package cn.wuye.hotline.backend.survey.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.ivr.port.Solved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {
  private static final Instant BEGIN = Instant.parse("2026-03-02T01:00:00Z");
  private static final String CALL = "survey-7-1";

  private final List<Said> all = new ArrayList<>();

  @Test
  void nothingSaidIsNoAnswer() {
    assertThat(answers().decisive()).isFalse();
    assertThat(answers().outcome(CALL)).isEmpty();
    assertThat(answers().last()).isEmpty();
  }

  @Test
  void ofTwoAnswersTheLastCounts() {
    say(Item.SOLVED, "solved");
    say(Item.SATISFACTION, "5");
    say(Item.SOLVED, "not-solved");

    assertThat(answers().result().solved()).contains(Solved.NOT_SOLVED);
    assertThat(answers().result().satisfaction()).contains(Satisfaction.VERY_SATISFIED);
    assertThat(answers().outcome(CALL)).contains(CallOutcome.ANSWERED);
  }

  @Test
  void whatIsTakenBackCountsNoMoreAndWhatCameBeforeStays() {
    say(Item.SOLVED, "partly");
    say(Item.SATISFACTION, "1");
    say(Item.TAKEN_BACK, "");

    assertThat(answers().result().satisfaction()).isEmpty();
    assertThat(answers().result().solved()).contains(Solved.PARTLY);

    say(Item.SATISFACTION, "4");

    assertThat(answers().result().satisfaction()).contains(Satisfaction.SATISFIED);
  }

  @Test
  void whoTalkedWithAPersonAndAnsweredNeedsNoOtherCall() {
    say(Item.PERSON_WANTED, "");
    assertThat(answers().result().forPerson()).isTrue();
    say(Item.TALKED, "服务台");
    assertThat(answers().result().forPerson()).isTrue();
    say(Item.SOLVED, "solved");
    assertThat(answers().result().forPerson()).isFalse();
  }

  @Test
  void whatWasSaidDecidesHowACallEndedAndOtherCallsDoNot() {
    Instant later = BEGIN.plusSeconds(3600);
    say(Item.POSTPONED, later.toString());
    assertThat(answers().outcome(CALL)).contains(CallOutcome.POSTPONED);
    assertThat(answers().askedFor(CALL)).contains(later);
    assertThat(answers().outcome("survey-7-2")).isEmpty();
    say(Item.DECLINED, "");
    assertThat(answers().outcome(CALL)).contains(CallOutcome.DECLINED);
    all.clear();
    say(Item.STRANGER, "");
    assertThat(answers().outcome(CALL)).contains(CallOutcome.STRANGER);
    all.clear();
    say(Item.NOBODY, "");
    assertThat(answers().outcome(CALL)).contains(CallOutcome.MACHINE);
  }

  @Test
  void commentsAreJoinedAndThoseOnlyRecordedAreMarked() {
    comment("水管还在漏", true);
    comment("", false);

    assertThat(answers().words()).isEqualTo("水管还在漏");
    assertThat(answers().needsTranscript()).isTrue();
  }

  private Answers answers() {
    return Answers.of(all);
  }

  private void say(Item item, String value) {
    all.add(new Said(7, AnswerChannel.PHONE, item, Told.of(CALL, all.size() + 1, value, BEGIN)));
  }

  private void comment(String words, boolean decoded) {
    all.add(
        new Said(
            7,
            AnswerChannel.PHONE,
            Item.COMMENT,
            new Told(CALL, all.size() + 1, "", words, decoded, 60_000, 70_000, BEGIN)));
  }
}
