package cn.wuye.hotline.caller.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {
  private static final List<Integer> HUNDRED = IntStream.rangeClosed(1, 100).boxed().toList();

  @Test
  void nearestRank() {
    assertThat(Percentiles.at(HUNDRED, 0.5)).isEqualTo(50);
    assertThat(Percentiles.at(HUNDRED, 0.99)).isEqualTo(99);
    assertThat(Percentiles.at(HUNDRED, 1)).isEqualTo(100);
    assertThat(Percentiles.at(List.of(3, 1, 2), 0.99)).isEqualTo(3);
    assertThat(Percentiles.at(List.of(), 0.5)).isNaN();
  }

  @Test
  void median() {
    assertThat(Percentiles.median(List.of(3.0, 1.0, 2.0))).isEqualTo(2);
    assertThat(Percentiles.median(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(2.5);
    assertThat(Percentiles.median(List.of())).isNaN();
  }

  @Test
  void summaryOfNothingHasNoFigures() {
    assertThat(Percentiles.of(List.of())).isEqualTo(Map.of("count", 0));
    assertThat(Percentiles.of(HUNDRED)).containsEntry("p95", 95.0);
  }
}
