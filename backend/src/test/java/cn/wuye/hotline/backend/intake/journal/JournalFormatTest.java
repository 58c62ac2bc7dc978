package cn.wuye.hotline.backend.intake.journal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.intake.journal.JournalLine.Drafted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What waited in the journal when the application was upgraded is not lost. */
class JournalFormatTest {
  @Test
  void everyLineOfAnEarlierVersionIsRead() throws IOException {
    byte[] journal = resource("/journal/of-an-earlier-version.jsonl");

    List<JournalLine> lines = JournalFormat.decode("earlier", journal);

    assertThat(lines).hasSize((int) new String(journal, StandardCharsets.UTF_8).lines().count());
    assertThat(lines)
        .filteredOn(Drafted.class::isInstance)
        .singleElement()
        .satisfies(line -> assertThat(((Drafted) line).draft().text()).isEqualTo("按键2：修东西"));
  }

  @Test
  void whatALineDoesNotSayIsFalse() {
    byte[] line =
        ("{\"line\":\"started\",\"at\":\"2026-11-25T00:00:00Z\",\"caller\":\"\",\"dialled\":\"1\","
                + "\"answeredAt\":\"2026-11-25T00:00:00Z\",\"sipCallId\":\"x\"}\n")
            .getBytes(StandardCharsets.UTF_8);

    assertThat(JournalFormat.decode("earlier", line))
        .singleElement()
        .satisfies(read -> assertThat(((JournalLine.Started) read).fromSpool()).isFalse());
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = JournalFormatTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
