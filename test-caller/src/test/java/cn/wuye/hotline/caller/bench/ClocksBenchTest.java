package cn.wuye.hotline.caller.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClocksBenchTest {
  @Test
  void theSlowestRoundCounts() {
    BenchResult result =
        ClocksBench.result(
            List.of(
                "round seconds=4.000 cpu=3.000 clocks=2000000 tickets=300000 ceiling=10000000",
                "round seconds=1.000 cpu=1.000 clocks=1000000 tickets=150000 ceiling=20000000"));

    assertThat(result.figure()).isEqualTo(2);
    assertThat(result.holds()).isTrue();
    assertThat(result.cpuSecondsPerUnit()).isEqualTo(1.5);
    assertThat(result.ceiling()).isEqualTo(0.05);
    assertThat(result.runs()).hasSize(2);
  }

  @Test
  void tenSecondsAreTooLong() {
    assertThat(
            ClocksBench.result(
                    List.of(
                        "round seconds=10.000 cpu=9.000 clocks=1000000 tickets=150000 ceiling=9000000"))
                .holds())
        .isFalse();
  }

  @Test
  void withoutARoundNothingWasMeasured() {
    assertThatThrownBy(() -> ClocksBench.result(List.of("Error")))
        .hasMessageContaining("printed no round");
  }
}
