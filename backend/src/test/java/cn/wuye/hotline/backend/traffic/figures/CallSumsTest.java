package cn.wuye.hotline.backend.traffic.figures;

import static cn.wuye.hotline.backend.traffic.EventKind.ABANDONED;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_READY;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_WRAP_UP;
import static cn.wuye.hotline.backend.traffic.EventKind.ANSWERED;
import static cn.wuye.hotline.backend.traffic.EventKind.CALL_BACK_ASKED;
import static cn.wuye.hotline.backend.traffic.EventKind.COMPLETED;
import static cn.wuye.hotline.backend.traffic.EventKind.HELD;
import static cn.wuye.hotline.backend.traffic.EventKind.JOINED;
import static cn.wuye.hotline.backend.traffic.EventKind.LEFT_BY_KEY;
import static cn.wuye.hotline.backend.traffic.EventKind.RESUMED;
import static cn.wuye.hotline.backend.traffic.EventKind.TRANSFERRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.backend.traffic.Told;
import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CallSumsTest {
  private final Told told = new Told("2026-03-02T01:00:00Z");

  @Test
  void meansAreOfTheAnswered() {
    told.call(0, JOINED, "c1", "general")
        .call(10, ANSWERED, "c1", "general", "1001", "")
        .call(70, HELD, "c1", "general", "1001", "")
        .call(100, RESUMED, "c1", "general", "1001", "")
        .call(130, COMPLETED, "c1", "general", "1001", "")
        .agent(130, AGENT_WRAP_UP, "1001", "c1", "")
        .agent(160, AGENT_READY, "1001")
        .call(200, JOINED, "c2", "general")
        .call(230.5, ANSWERED, "c2", "general", "1001", "")
        .call(290.5, COMPLETED, "c2", "general", "1001", "")
        .call(300, JOINED, "c3", "general")
        .call(400, ABANDONED, "c3", "general");

    CallSums sums = sums(1000);

    assertThat(sums.averageSpeedOfAnswer()).hasValue(20.25); // (10 + 30.5) / 2
    assertThat(sums.averageHandlingTime()).hasValue(105); // (90 + 30 + 30 + 60) / 2
    assertThat(sums.longestWait()).isEqualTo(100_000);
    assertThat(sums.talk()).isEqualTo(150_000);
    assertThat(sums.hold()).isEqualTo(30_000);
    assertThat(sums.wrapUp()).isEqualTo(30_000);
  }

  @Test
  void shortAbandonsAndWhoStillWaitsAreInNoRate() {
    told.call(0, JOINED, "short", "general").call(5, ABANDONED, "short", "general");
    told.call(0, JOINED, "long", "general").call(5.001, ABANDONED, "long", "general");
    told.call(0, JOINED, "key", "general").call(40, LEFT_BY_KEY, "key", "general", "", "2");
    told.call(0, JOINED, "back", "general").call(60, CALL_BACK_ASKED, "back", "general");
    told.call(0, JOINED, "taken", "general").call(9, ANSWERED, "taken", "general", "1001", "");
    told.call(0, JOINED, "waits", "general");

    CallSums sums = sums(100);

    assertThat(sums.decided()).isEqualTo(4);
    assertThat(sums.abandonRate().getAsDouble()).isCloseTo(25, Offset.offset(1e-9));
    assertThat(sums.waiting()).isEqualTo(1);
    assertThat(sums.longestWait()).isEqualTo(100_000);
  }

  @Test
  void aTransferredCallIsOneCallOfferedToTwoQueues() {
    told.call(0, JOINED, "c1", "general")
        .call(10, ANSWERED, "c1", "general", "1001", "")
        .call(40, TRANSFERRED, "c1", "general", "1001", "yue")
        .call(40, JOINED, "c1", "yue")
        .call(55, ANSWERED, "c1", "yue", "1002", "")
        .call(95, COMPLETED, "c1", "yue", "1002", "");

    CallSums sums = sums(1000);

    assertThat(sums.calls()).isEqualTo(1);
    assertThat(sums.offered()).isEqualTo(2);
    assertThat(sums.transferred()).isEqualTo(1);
  }

  @Test
  void ofNobodyThereIsNoMean() {
    assertThat(CallSums.NONE.averageSpeedOfAnswer()).isEmpty();
    assertThat(CallSums.NONE.averageHandlingTime()).isEmpty();
    assertThat(CallSums.NONE.abandonRate()).isEmpty();
  }

  @Test
  void aShortAbandonIsNoLongerThanTheServiceLevel() {
    assertThatThrownBy(() -> new FigureRules(Duration.ofSeconds(20), Duration.ofSeconds(21)))
        .hasMessageContaining("21 s");
  }

  private CallSums sums(double second) {
    return FigureTable.ofQueues(told.stays(second), FigureRules.SHIPPED).total().orElseThrow();
  }
}
