package cn.wuye.hotline.backend.traffic.figures;

import static cn.wuye.hotline.backend.traffic.EventKind.ABANDONED;
import static cn.wuye.hotline.backend.traffic.EventKind.ANSWERED;
import static cn.wuye.hotline.backend.traffic.EventKind.CALL_BACK_ASKED;
import static cn.wuye.hotline.backend.traffic.EventKind.JOINED;
import static cn.wuye.hotline.backend.traffic.EventKind.LEFT_BY_KEY;
import static cn.wuye.hotline.backend.traffic.EventKind.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.traffic.EventKind;
import cn.wuye.hotline.backend.traffic.Told;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceLevelTest {
  private static final Offset<Double> EXACT = Offset.offset(0.05);

  private final Told told = new Told("2026-03-02T01:00:00Z");
  private int calls;

  /**
   * The example of Cisco's User Guide (ICM CTI Server Software, "Service Level Formulas"): 70
   * answered in time, 10 abandoned in time, 20 that exceeded it.
   */
  @ParameterizedTest
  @CsvSource({
    "ABANDONS_AGAINST, 70.0",
    "ABANDONS_IGNORED, 77.8",
    "ABANDONS_FOR, 80.0",
    "OF_ANSWERED, 77.8"
  })
  void thePublishedExample(ServiceLevel formula, double percent) {
    callers(70, 15, ANSWERED);
    callers(10, 15, ABANDONED);
    callers(20, 25, ANSWERED);

    assertThat(formula.of(sums()).getAsDouble()).isCloseTo(percent, EXACT);
  }

  /** 6 in time, 2 late; abandoned: 1 short, 2 in time, 3 late; 1 waited in vain. */
  @ParameterizedTest
  @CsvSource({
    "ABANDONS_AGAINST, 42.9", // 6 / (8 + 6 - 1 + 1)
    "OF_ANSWERED, 75.0", // 6 / 8
    "ABANDONS_IGNORED, 54.5", // 6 / (8 + 6 - 3)
    "ABANDONS_FOR, 64.3" // (6 + 3) / (8 + 6)
  })
  void everyFormulaHasItsOwnAnswer(ServiceLevel formula, double percent) {
    callers(6, 20, ANSWERED);
    callers(2, 20.001, ANSWERED);
    callers(1, 5, ABANDONED);
    callers(2, 20, ABANDONED);
    callers(3, 20.001, ABANDONED);
    callers(1, 900, TIMED_OUT);
    callers(4, 10, LEFT_BY_KEY);
    callers(5, 60, CALL_BACK_ASKED);

    assertThat(formula.of(sums()).getAsDouble()).isCloseTo(percent, EXACT);
  }

  @Test
  void ofNobodyThereIsNone() {
    for (ServiceLevel formula : ServiceLevel.values()) {
      assertThat(formula.of(CallSums.NONE)).isEmpty();
    }
  }

  /** Who is called back, or chose a key, neither helps nor harms. */
  @Test
  void callBacksAndKeysDoNothing() {
    callers(3, 10, ANSWERED);
    callers(1, 30, ANSWERED);
    double before = ServiceLevel.ABANDONS_AGAINST.of(sums()).getAsDouble();
    callers(10, 90, CALL_BACK_ASKED);
    callers(10, 90, LEFT_BY_KEY);

    assertThat(before).isEqualTo(75);
    assertThat(ServiceLevel.ABANDONS_AGAINST.of(sums())).hasValue(before);
  }

  private void callers(int number, double second, EventKind end) {
    for (int i = 0; i < number; i++) {
      String call = "c" + calls++;
      told.call(0, JOINED, call, "general")
          .call(second, end, call, "general", end == ANSWERED ? "1001" : "", "");
    }
  }

  private CallSums sums() {
    return FigureTable.ofQueues(told.stays(2000), FigureRules.SHIPPED).total().orElseThrow();
  }
}
