package cn.wuye.hotline.backend.survey.progress;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.survey.Period;
import cn.wuye.hotline.backend.survey.progress.SurveyResults.Line;
import cn.wuye.hotline.backend.survey.progress.SurveyResults.Part;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurveyResultsTest {
  private static final Period PERIOD =
      new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 1));

  private static Tally answers(long answers, long scores, long good, long unreached) {
    return new Tally(answers, answers, scores, good, answers, good, answers - good, unreached, 0);
  }

  @Test
  void partsAreAddedUpByEachOfTheirKeysWithTheMostAnswersFirst() {
    SurveyResults results =
        SurveyResults.of(
            PERIOD,
            List.of(
                new Part("1", "facilities", "engineering", answers(3, 240, 2, 1)),
                new Part("2", "facilities", "engineering", answers(4, 400, 4, 0)),
                new Part("2", "fees", "", answers(1, 20, 0, 2))));

    assertThat(results.all()).isEqualTo(answers(8, 660, 6, 3));
    assertThat(results.byEstate()).extracting(Line::key).containsExactly("2", "1");
    assertThat(results.byCategory())
        .containsExactly(
            new Line("facilities", answers(7, 640, 6, 1)), new Line("fees", answers(1, 20, 0, 2)));
    assertThat(results.byDepartment()).extracting(Line::key).containsExactly("engineering", "");
  }

  @Test
  void ofFewerThanFiveAnswersThereIsNeitherMeanNorPercentage() {
    Tally four = answers(4, 400, 4, 100);
    Tally five = answers(5, 410, 4, 0);

    assertThat(four.meanScore()).isEmpty();
    assertThat(four.satisfiedShare().percent()).isEmpty();
    assertThat(four.dissatisfiedShare().percent()).isEmpty();
    assertThat(five.meanScore()).hasValue(82);
    assertThat(five.satisfiedShare().percent()).hasValue(80);
    assertThat(five.solvedShare().percent()).hasValue(80);
    assertThat(five.dissatisfiedShare().percent()).hasValue(20);
  }
}
