package cn.wuye.hotline.backend.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PollTallyTest {
  @Test
  void fewAnswersHaveNeitherShareNorMean() {
    PollTally four = tally(QuestionKind.DEGREES, Map.of(5, 4L));

    assertThat(four.answers()).isEqualTo(4);
    assertThat(four.share(5).percent()).isEmpty();
    assertThat(four.mean()).isEmpty();
  }

  @Test
  void degreesAreScoresAndPointsTenths() {
    assertThat(tally(QuestionKind.DEGREES, Map.of(5, 3L, 1, 2L)).mean()).hasValue(68);
    assertThat(tally(QuestionKind.POINTS, Map.of(10, 3L, 0, 2L)).mean()).hasValue(60);
    assertThat(tally(QuestionKind.YES_NO, Map.of(1, 3L, 2, 2L)).mean()).isEmpty();
    assertThat(tally(QuestionKind.YES_NO, Map.of(1, 3L, 2, 2L)).share(1).percent()).hasValue(60);
  }

  @Test
  void kindsKnowTheirNumbers() {
    assertThat(QuestionKind.DEGREES.numbers()).containsExactly(5, 4, 3, 2, 1);
    assertThat(QuestionKind.YES_NO.numbers()).containsExactly(1, 2, 3);
    assertThat(QuestionKind.POINTS.numbers()).startsWith(10, 9).endsWith(0).hasSize(11);
    assertThat(QuestionKind.WORDS.numbers()).isEmpty();
    assertThat(QuestionKind.POINTS.takes(0)).isTrue();
    assertThat(QuestionKind.DEGREES.takes(0)).isFalse();
    assertThat(QuestionKind.WORDS.takes(0)).isFalse();
  }

  private static PollTally tally(QuestionKind kind, Map<Integer, Long> counts) {
    return new PollTally(new PollQuestion(1, kind, "满意吗？"), counts, 0);
  }
}
