package cn.wuye.hotline.backend.console.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryQueryTest {
  private static final Instant MAY = Instant.parse("2026-05-06T02:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-06T02:00:00Z");
  private static final String LIFT = "规则“电梯”第 2 版 设施设备 · 电梯故障 facilities lift 解决：72 小时 → 48 小时";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "电梯 五月",
        "电梯五月",
        "lift in May",
        "who changed lift 5月",
        "2026-05 电梯",
        "2026年5月 电梯",
        "may 2026 lift",
        "解决 05月"
      })
  void aMonthAndWordsAreUnderstood(String text) {
    HistoryQuery query = HistoryQuery.parse(text);

    assertThat(query.finds(MAY, LIFT)).isTrue();
    assertThat(query.finds(JUNE, LIFT)).isFalse();
    assertThat(query.finds(MAY, "规则“保洁”")).isFalse();
  }

  @Test
  void monthsWithTwoSignsAndWordsThatLookLikeMonths() {
    assertThat(HistoryQuery.parse("十二月").month()).isEqualTo(12);
    assertThat(HistoryQuery.parse("十月份").month()).isEqualTo(10);
    assertThat(HistoryQuery.parse("12月").month()).isEqualTo(12);
    assertThat(HistoryQuery.parse("deposit-decoration"))
        .isEqualTo(new HistoryQuery(List.of("deposit-decoration"), null, null));
    assertThat(HistoryQuery.parse("三号楼 48"))
        .isEqualTo(new HistoryQuery(List.of("三号楼", "48"), null, null));
    assertThat(HistoryQuery.parse("").finds(JUNE, "")).isTrue();
  }
}
