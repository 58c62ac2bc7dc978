package cn.wuye.hotline.backend.traffic.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class CdrLineTest {
  /** As cdr_csv of Asterisk 22 writes them with loguniqueid and loguserfield. */
  private static final String TALKED =
      "\"\",\"13900000000\",\"s\",\"hotline-inbound\",\"\"\"张, 三\"\" <13900000000>\","
          + "\"PJSIP/carrier-0000002a\",\"PJSIP/1002-0000002b\",\"Queue\",\"q-general,nt,,,60\","
          + "\"2026-03-02 01:00:00\",\"2026-03-02 01:00:01\",\"2026-03-02 01:01:20\",80,79,"
          + "\"ANSWERED\",\"DOCUMENTATION\",\"node-1-1772413200.7\",\"\"\n";

  private static final String NOT_ANSWERED =
      "\"\",\"\",\"s\",\"hotline-inbound\",\"\",\"PJSIP/carrier-0000002c\",\"\",\"AGI\","
          + "\"agi://127.0.0.1:4573/hotline\",\"2026-03-02 01:05:00\",,\"2026-03-02 01:05:04\",4,0,"
          + "\"NO ANSWER\",\"DOCUMENTATION\",\"node-1-1772413500.12\"\n";

  @Test
  void linesAreReadWithWhateverIsInTheirQuotes() throws IOException {
    List<CdrLine> lines = read(TALKED + NOT_ANSWERED, ZoneOffset.UTC);

    assertThat(lines)
        .containsExactly(
            new CdrLine(
                "hotline-inbound",
                "PJSIP/carrier-0000002a",
                "PJSIP/1002-0000002b",
                "Queue",
                Instant.parse("2026-03-02T01:00:00Z"),
                Instant.parse("2026-03-02T01:00:01Z"),
                Instant.parse("2026-03-02T01:01:20Z"),
                79,
                "ANSWERED",
                "node-1-1772413200.7"),
            new CdrLine(
                "hotline-inbound",
                "PJSIP/carrier-0000002c",
                "",
                "AGI",
                Instant.parse("2026-03-02T01:05:00Z"),
                null,
                Instant.parse("2026-03-02T01:05:04Z"),
                0,
                "NO ANSWER",
                "node-1-1772413500.12"));
  }

  @Test
  void timesAreThoseOfTheZoneInWhichAsteriskWrites() throws IOException {
    CdrLine line = read(TALKED, ZoneId.of("Asia/Shanghai")).get(0);

    assertThat(line.started()).isEqualTo(Instant.parse("2026-03-01T17:00:00Z"));
  }

  @Test
  void whoWasTalkedWithIsKnownByTheChannel() throws IOException {
    List<CdrLine> lines = read(TALKED + NOT_ANSWERED, ZoneOffset.UTC);

    assertThat(lines.get(0).with("1002")).isTrue();
    assertThat(lines.get(0).with("100")).isFalse();
    assertThat(lines.get(1).with("1002")).isFalse();
  }

  @Test
  void aFileWithoutUniqueIdsSaysWhatToSwitchOn() {
    String without = TALKED.substring(0, TALKED.indexOf(",\"node-1")) + "\n";

    assertThatThrownBy(() -> read(without, ZoneOffset.UTC))
        .isInstanceOf(UnreadableLineException.class)
        .hasMessageContaining("loguniqueid")
        .hasMessageNotContaining("139");
  }

  @Test
  void anUnreadableTimeIsNamedByItsLine() {
    String wrong = TALKED.replace("2026-03-02 01:00:00", "yesterday");

    assertThatThrownBy(() -> read(NOT_ANSWERED + wrong, ZoneOffset.UTC))
        .isInstanceOf(UnreadableLineException.class)
        .hasMessageContaining("line 2")
        .hasMessageNotContaining("yesterday");
  }

  private static List<CdrLine> read(String file, ZoneId zone) throws IOException {
    return CdrLine.read(new StringReader(file), zone);
  }
}
