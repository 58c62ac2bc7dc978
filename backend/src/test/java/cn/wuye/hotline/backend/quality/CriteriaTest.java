package cn.wuye.hotline.backend.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CriteriaTest {
  private static final Criteria CRITERIA =
      new Criteria(
          7,
          List.of(
              new Criterion(1, "礼仪", "Manners", 30, 5, true),
              new Criterion(2, "记录", "Notes", 10, 10, true),
              new Criterion(3, "旧项", "Old", 50, 5, false)));

  @Test
  void aScoreIsTheMeanOfSharesByWeight() {
    assertThat(CRITERIA.score(Map.of(1, 5, 2, 10))).isEqualTo(1000);
    assertThat(CRITERIA.score(Map.of(1, 0, 2, 0))).isZero();
    // (30 × 4/5 + 10 × 3/10) / 40
    assertThat(CRITERIA.score(Map.of(1, 4, 2, 3))).isEqualTo(675);
    assertThat(CRITERIA.score(Map.of(1, 5, 2, 0))).isEqualTo(750);
  }

  @Test
  void whatIsScoredHasPointsThatItCanHaveAndNothingElseHas() {
    assertThat(CRITERIA.fits(Map.of(1, 5, 2, 10))).isTrue();
    assertThat(CRITERIA.fits(Map.of(1, 5))).isFalse();
    assertThat(CRITERIA.fits(Map.of(1, 6, 2, 10))).isFalse();
    assertThat(CRITERIA.fits(Map.of(1, -1, 2, 10))).isFalse();
    assertThat(CRITERIA.fits(Map.of(1, 5, 2, 10, 3, 5))).isFalse();
    assertThat(CRITERIA.fits(Map.of(1, 5, 3, 5))).isFalse();
  }

  @Test
  void aCriterionHasNamesAWeightAndPoints() {
    assertThat(new Criterion(1, "礼仪", "Manners", 1, 100, true).valid()).isTrue();
    assertThat(new Criterion(1, " ", "Manners", 1, 5, true).valid()).isFalse();
    assertThat(new Criterion(1, "礼仪", "x".repeat(61), 1, 5, true).valid()).isFalse();
    assertThat(new Criterion(1, "礼仪", "Manners", 0, 5, true).valid()).isFalse();
    assertThat(new Criterion(1, "礼仪", "Manners", 1, 101, true).valid()).isFalse();
  }
}
