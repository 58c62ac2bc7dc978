package cn.wuye.hotline.backend.survey.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
  private static final Figure WANG = new Figure("wang", 10, 6, 3, 1, 5, 380, 4, 6, 3, 1, 5, 3, 1);

  @Test
  void unreachedCountsAgainstTheAnswerRateAndInNothingElse() {
    assertThat(WANG.answerRate()).hasValue(60);
    assertThat(WANG.mean()).hasValue(76);
    assertThat(WANG.satisfiedShare()).hasValue(80);
    assertThat(WANG.solvedRate()).hasValue(50);
    assertThat(WANG.nps()).hasValue(40);
  }

  @Test
  void fewAnswersHaveNoPercentageAndNoMean() {
    Figure few = new Figure("li", 4, 4, 0, 0, 4, 320, 4, 4, 4, 0, 4, 4, 0);
    assertThat(few.answerRate()).isEmpty();
    assertThat(few.satisfiedShare()).isEmpty();
    assertThat(few.solvedRate()).isEmpty();
    assertThat(few.nps()).isEmpty();
    assertThat(few.mean()).isEmpty();
    assertThat(Figure.sum(List.of()).mean()).isEmpty();
  }

  @Test
  void theSumIsOfNobody() {
    Figure sum = Figure.sum(List.of(WANG, WANG));
    assertThat(sum.who()).isEmpty();
    assertThat(sum.settled()).isEqualTo(20);
    assertThat(sum.mean()).isEqualTo(WANG.mean());
  }
}
