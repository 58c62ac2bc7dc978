package cn.wuye.hotline.backend.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.backend.deadline.calendar.ShippedCalendar;
import cn.wuye.hotline.backend.survey.FollowUp.Step;
import cn.wuye.hotline.ivr.port.Solved;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpTest {

  @ParameterizedTest
  @CsvSource({"5, 100", "4, 80", "3, 60", "2, 40", "1, 20"})
  void scoresAreThoseOfTheHouse(int key, int score) {
    assertThat(Satisfaction.ofKey(key).map(Satisfaction::score)).contains(score);
  }

  @Test
  void otherKeysAreNoAnswer() {
    assertThat(Satisfaction.ofKey(0)).isEmpty();
    assertThat(Satisfaction.ofKey(6)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // solved, key of satisfaction (0: none), dissatisfied before, round → steps, level
    "SOLVED,     5, 0, 1, ARCHIVE, 0",
    "SOLVED,     4, 0, 1, ARCHIVE, 0",
    "SOLVED,     3, 0, 1, PERSON_CALLS, 0",
    "SOLVED,     2, 0, 1, PERSON_CALLS REOPEN_HIGHER, 1",
    "SOLVED,     1, 0, 1, PERSON_CALLS REOPEN_HIGHER, 1",
    // hung up after the first answer: she has said that it is solved
    "SOLVED,     0, 0, 1, ARCHIVE, 0",
    "PARTLY,     5, 0, 1, REST_TASK, 0",
    "PARTLY,     4, 0, 1, REST_TASK, 0",
    "PARTLY,     3, 0, 1, PERSON_CALLS REST_TASK, 0",
    "PARTLY,     2, 0, 1, PERSON_CALLS REOPEN_HIGHER, 1",
    "PARTLY,     0, 0, 1, REST_TASK, 0",
    "NOT_SOLVED, 5, 0, 1, REOPEN_HIGHER, 1",
    "NOT_SOLVED, 3, 0, 1, PERSON_CALLS REOPEN_HIGHER, 1",
    "NOT_SOLVED, 1, 0, 1, PERSON_CALLS REOPEN_HIGHER, 1",
    "NOT_SOLVED, 0, 0, 1, REOPEN_HIGHER, 1",
    // an answer by SMS may be the score alone
    "-,          5, 0, 1, ARCHIVE, 0",
    "-,          3, 0, 1, PERSON_CALLS, 0",
    "-,          2, 0, 1, PERSON_CALLS REOPEN_HIGHER, 1",
    // twice dissatisfied: the project manager; so is whoever is one level higher than the second
    "NOT_SOLVED, 0, 1, 2, REOPEN_HIGHER PROJECT_MANAGER, 2",
    "SOLVED,     1, 1, 2, PERSON_CALLS REOPEN_HIGHER PROJECT_MANAGER, 2",
    "NOT_SOLVED, 2, 2, 3, PERSON_CALLS REOPEN_HIGHER PROJECT_MANAGER, 3",
    "NOT_SOLVED, 0, 0, 2, REOPEN_HIGHER PROJECT_MANAGER, 2",
    // content at last
    "SOLVED,     4, 1, 2, ARCHIVE, 0",
    "SOLVED,     3, 2, 3, PERSON_CALLS, 0",
  })
  void followsFromAnswersAndHistory(
      String solved, int key, int before, int round, String steps, int level) {
    SurveyResult result =
        new SurveyResult(
            solved.equals("-") ? Optional.empty() : Optional.of(Solved.valueOf(solved)),
            Satisfaction.ofKey(key),
            false,
            false);

    FollowUp followUp = FollowUp.of(result, new SurveyHistory(before, round, 0, Duration.ZERO));

    assertThat(followUp).isEqualTo(new FollowUp(steps(steps), level));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, TRY_AGAIN",
    "1, 80, TRY_AGAIN",
    "2, 71, TRY_AGAIN",
    "2, 72, ARCHIVE_UNREACHED",
    "4, 73, ARCHIVE_UNREACHED",
  })
  void whoAnsweredNothingIsUnreachedAfterTwoCallsAndThreeDays(
      int unreached, long hours, String steps) {
    SurveyHistory history = new SurveyHistory(0, 1, unreached, Duration.ofHours(hours));

    assertThat(FollowUp.of(SurveyResult.NOTHING, history)).isEqualTo(new FollowUp(steps(steps), 0));
  }

  @Test
  void whoAnsweredIsNeverUnreached() {
    SurveyHistory history = new SurveyHistory(0, 1, 5, Duration.ofDays(9));
    SurveyResult solved =
        new SurveyResult(Optional.of(Solved.SOLVED), Optional.empty(), false, false);

    assertThat(FollowUp.of(solved, history).steps()).containsExactly(Step.ARCHIVE);
  }

  @Test
  void whoWantsNoSurveysIsUnreachedAtOnce() {
    SurveyResult declined = new SurveyResult(Optional.empty(), Optional.empty(), false, true);

    assertThat(FollowUp.of(declined, SurveyHistory.NONE).steps())
        .containsExactly(Step.ARCHIVE_UNREACHED);
  }

  @Test
  void whoWantsAPersonIsPhonedByOne() {
    SurveyResult wanted = new SurveyResult(Optional.empty(), Optional.empty(), true, false);
    SurveyResult satisfied =
        new SurveyResult(
            Optional.of(Solved.SOLVED), Optional.of(Satisfaction.VERY_SATISFIED), true, false);

    assertThat(FollowUp.of(wanted, SurveyHistory.NONE).steps()).containsExactly(Step.PERSON_CALLS);
    assertThat(FollowUp.of(satisfied, SurveyHistory.NONE).steps())
        .containsExactly(Step.PERSON_CALLS);
  }

  @ParameterizedTest
  @CsvSource({
    // 08:30–12:00 and 13:30–18:00 in Shanghai
    "2026-11-26T01:00:00Z, 2026-11-26T06:30:00Z",
    // Friday 17:00: an hour then, three on Monday
    "2026-11-27T09:00:00Z, 2026-11-30T03:30:00Z",
    // the day before the National Day holiday
    "2026-09-30T09:00:00Z, 2026-10-08T03:30:00Z",
  })
  void aPersonPhonesWithinFourWorkingHours(Instant answered, Instant due) {
    assertThat(FollowUp.personDue(answered, ShippedCalendar.read())).isEqualTo(due);
  }

  @Test
  void aHistoryThatCannotBeIsRefused() {
    assertThatThrownBy(() -> new SurveyHistory(0, 0, 0, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Set<Step> steps(String names) {
    return Arrays.stream(names.split(" ", -1)).map(Step::valueOf).collect(Collectors.toSet());
  }
}
