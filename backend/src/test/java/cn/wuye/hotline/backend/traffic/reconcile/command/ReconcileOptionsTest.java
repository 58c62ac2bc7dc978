package cn.wuye.hotline.backend.traffic.reconcile.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconcileOptionsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T17:00:00Z"), ZoneOffset.UTC);

  @Test
  void aDayIsThatOfTheCompanyAndTodayWhenItIsLeftOut() {
    assertThat(options().from()).isEqualTo(Instant.parse("2026-03-02T16:00:00Z"));
    assertThat(options("2026-02-28").from()).isEqualTo(Instant.parse("2026-02-27T16:00:00Z"));
    assertThat(options("2026-02-28").to()).isEqualTo(Instant.parse("2026-02-28T16:00:00Z"));
  }

  @Test
  void momentsWinOverTheDay() {
    ReconcileOptions options =
        options("--from", "2026-03-02T01:00:00Z", "--to", "2026-03-02T02:00:00Z");

    assertThat(options.from()).isEqualTo(Instant.parse("2026-03-02T01:00:00Z"));
    assertThat(options.to()).isEqualTo(Instant.parse("2026-03-02T02:00:00Z"));
  }

  @Test
  void whatIsNotUnderstoodIsSaid() {
    assertThatThrownBy(() -> options("yesterday")).hasMessageContaining("2026-03-01");
    assertThatThrownBy(() -> options("--what")).hasMessageContaining("--what");
    assertThatThrownBy(() -> ReconcileOptions.of(new String[0], ZONE, CLOCK))
        .hasMessageContaining("--node");
  }

  private static ReconcileOptions options(String... more) {
    List<String> all =
        new ArrayList<>(List.of("--node", "node-1", "--queue-log", "q", "--cdr", "c"));
    all.addAll(List.of(more));
    return ReconcileOptions.of(all.toArray(String[]::new), ZONE, CLOCK);
  }
}
