package cn.wuye.hotline.backend.traffic.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.backend.traffic.EventKind;
import cn.wuye.hotline.backend.traffic.QueueEvent;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueueLogLineTest {
  /** As Asterisk 22 writes them; the name holds quotes, a comma and what was a bar. */
  private static final String FILE =
      """
      1772413100|NONE|NONE|NONE|QUEUESTART|
      1772413190|REALTIME|q-general|1001|ADDMEMBER|PAUSED
      1772413195|NONE|q-general|1001|UNPAUSE|
      1772413200|node-1-1772413200.7|q-general|NONE|ENTERQUEUE||13900000000|1|"张", 三_先生
      1772413215|node-1-1772413200.7|q-general|1001|RINGNOANSWER|15000
      1772413220|node-1-1772413200.7|q-general|1002|CONNECT|20|node-1-1772413216.9|4
      1772413280|node-1-1772413200.7|q-general|1002|COMPLETECALLER|20|60|1
      1772413300|node-1-1772413300.11|q-yue|NONE|ENTERQUEUE|||1|
      1772413360|node-1-1772413300.11|q-yue|NONE|EXITWITHTIMEOUT|1|1|60
      1772413370|node-1-1772413300.11|q-yue|NONE|ENTERQUEUE|||1|
      1772413375|node-1-1772413300.11|q-yue|NONE|ABANDON|1|1|5
      1772413400|node-1-1772413400.13|q-yue|NONE|ENTERQUEUE|||1|
      1772413403|node-1-1772413400.13|q-yue|1003|CONNECT|3|node-1-1772413401.14|2
      1772413443|node-1-1772413400.13|q-yue|1003|BLINDTRANSFER|q-general|hotline-outbound|3|40|1
      1772413500|node-1-1772413500.17|q-yue|1003|ATTENDEDTRANSFER|BRIDGE|2f6a|3|40|1
      """;

  @Test
  void everyFieldIsRead() throws IOException {
    List<QueueLogLine> lines = QueueLogLine.read(new StringReader(FILE));

    assertThat(lines).hasSize(15);
    assertThat(lines.get(0))
        .isEqualTo(
            new QueueLogLine(
                Instant.ofEpochSecond(1772413100),
                "NONE",
                "NONE",
                "NONE",
                "QUEUESTART",
                List.of("")));
    assertThat(lines.get(3).data()).containsExactly("", "13900000000", "1", "\"张\", 三_先生");
    assertThat(lines.get(5))
        .isEqualTo(
            new QueueLogLine(
                Instant.ofEpochSecond(1772413220),
                "node-1-1772413200.7",
                "q-general",
                "1002",
                "CONNECT",
                List.of("20", "node-1-1772413216.9", "4")));
  }

  @Test
  void whatCallersDidIsToldInOurWords() throws IOException {
    List<QueueEvent> events = QueueLog.events("node-1", QueueLogLine.read(new StringReader(FILE)));

    assertThat(events)
        .extracting(QueueEvent::kind)
        .containsExactly(
            EventKind.JOINED,
            EventKind.NOT_ANSWERED,
            EventKind.ANSWERED,
            EventKind.COMPLETED,
            EventKind.JOINED,
            EventKind.STEPPED_OUT,
            EventKind.JOINED,
            EventKind.ABANDONED,
            EventKind.JOINED,
            EventKind.ANSWERED,
            EventKind.TRANSFERRED,
            EventKind.TRANSFERRED);
    assertThat(events.get(2).queue()).isEqualTo("general");
    assertThat(events.get(2).agent()).isEqualTo("1002");
    assertThat(events.get(0).agent()).isEmpty();
    assertThat(events).extracting(QueueEvent::node).containsOnly("node-1");
  }

  @Test
  void whatStandsForACallBackIsNoCaller() throws IOException {
    String file =
        """
        1772413200|callback-5-1;2|q-general|NONE|ENTERQUEUE|||1|
        1772413203|callback-5-1;2|q-general|1003|CONNECT|3|node-1-1772413201.14|2
        """;

    assertThat(QueueLog.events("node-1", QueueLogLine.read(new StringReader(file)))).isEmpty();
  }

  @Test
  void aLineThatIsStillBeingWrittenIsLeftOut() throws IOException {
    String cut = "1772413100|NONE|NONE|NONE|QUEUESTART|\r\n\n1772413200|node-1-17724";

    assertThat(QueueLogLine.read(new StringReader(cut)))
        .extracting(QueueLogLine::event)
        .containsExactly("QUEUESTART");
  }

  @Test
  void whatIsNoLineIsNamedByItsNumberAndNotShown() {
    String first = "1772413100|NONE|NONE|NONE|QUEUESTART|\n";

    assertThatThrownBy(() -> QueueLogLine.read(new StringReader(first + "13900000000\n")))
        .isInstanceOf(UnreadableLineException.class)
        .hasMessageContaining("line 2")
        .hasMessageNotContaining("139");
    assertThatThrownBy(() -> QueueLogLine.read(new StringReader("x|a|b|c|d|\n")))
        .hasMessageContaining("line 1")
        .hasMessageContaining("seconds");
  }
}
