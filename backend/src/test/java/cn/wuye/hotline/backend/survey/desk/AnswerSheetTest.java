package cn.wuye.hotline.backend.survey.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.survey.store.Answers;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.ivr.port.Solved;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerSheetTest {
  private static final Map<Item, Integer> ALL = Map.of(Item.SPEED, 2, Item.RECOMMENDATION, 9);

  @Test
  void sidesAreAskedOfTheDissatisfiedAndTheRecommendationOfEveryThirdWhoIsNot() {
    assertThat(sheet(Solved.SOLVED, Satisfaction.FAIR).notAsked(true))
        .containsExactly(Item.RECOMMENDATION);
    assertThat(sheet(Solved.SOLVED, Satisfaction.SATISFIED).notAsked(true))
        .containsExactly(Item.SPEED);
    assertThat(sheet(Solved.SOLVED, Satisfaction.SATISFIED).notAsked(false))
        .containsExactlyInAnyOrder(Item.SPEED, Item.RECOMMENDATION);
    assertThat(sheet(Solved.NOT_SOLVED, Satisfaction.SATISFIED).asked(true).more()).isEmpty();
    assertThat(sheet(Solved.SOLVED, null).asked(true).more()).isEmpty();
  }

  @Test
  void withoutAnythingThatDecidesItIsEmpty() {
    assertThat(sheet(null, null).empty()).isTrue();
    assertThat(new AnswerSheet(null, null, Map.of(), "", true, false).empty()).isFalse();
    assertThat(Answers.solved("not-solved")).contains(Solved.NOT_SOLVED);
    assertThat(Answers.solved("")).isEmpty();
  }

  private static AnswerSheet sheet(@Nullable Solved solved, @Nullable Satisfaction satisfaction) {
    return new AnswerSheet(solved, satisfaction, ALL, "水还在漏", false, false);
  }
}
