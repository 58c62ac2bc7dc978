package cn.wuye.hotline.backend.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class QueueEventTest {
  private static final Instant AT = Instant.parse("2026-03-02T01:00:00.123456Z");

  @Test
  void theSameToldAgainIsTheSame() {
    QueueEvent event = answered(AT);

    assertThat(answered(AT.plusNanos(1000))).isEqualTo(event);
    assertThat(answered(AT.plusMillis(1)).once()).isNotEqualTo(event.once());
    assertThat(event.at()).isEqualTo(Instant.parse("2026-03-02T01:00:00.123Z"));
  }

  @Test
  void theLongestNamesFit() {
    String call = "n".repeat(150);
    String name = "q".repeat(40);

    QueueEvent event =
        QueueEvent.told("n", EventKind.CALL_BACK_GIVEN_UP, AT, call, name, name, "x".repeat(81));

    assertThat(event.once().length()).isLessThanOrEqualTo(300);
    assertThat(event.detail()).hasSize(QueueEvent.DETAIL).endsWith("…");
  }

  @Test
  void whatDoesNotFitItsColumnIsRefused() {
    assertThatThrownBy(
            () -> QueueEvent.told("n", EventKind.JOINED, AT, "c", "q".repeat(41), "", ""))
        .hasMessageContaining("queue");
    assertThatThrownBy(() -> QueueEvent.told("n", EventKind.JOINED, AT, "c", "粤语", "", ""))
        .hasMessageContaining("ASCII");
  }

  @Test
  void anEventIsOfACallOrOfAnAgent() {
    assertThatThrownBy(() -> QueueEvent.told("n", EventKind.JOINED, AT, "", "q", "", ""))
        .hasMessageContaining("joined");
    assertThatThrownBy(() -> QueueEvent.told("n", EventKind.AGENT_READY, AT, "", "", "", ""))
        .hasMessageContaining("agent-ready");
  }

  @Test
  void codesFitTheirColumn() {
    assertThat(Arrays.stream(EventKind.values()).map(EventKind::code))
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[a-z-]{1,24}"));
  }

  private static QueueEvent answered(Instant at) {
    return QueueEvent.told(
        "node-1", EventKind.ANSWERED, at, "node-1-1772413200.7", "general", "1001", "");
  }
}
