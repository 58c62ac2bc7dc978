package cn.wuye.hotline.backend.intake.journal;

import cn.wuye.hotline.backend.files.KeptJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON lines, in UTF-8, each ended by a line feed. */
final class JournalFormat {
  private static final Logger LOG = LoggerFactory.getLogger(JournalFormat.class);
  private static final JsonMapper JSON =
      KeptJson.builder()
          .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private JournalFormat() {}

  static byte[] encode(JournalLine line) {
    return (JSON.writerFor(JournalLine.class).writeValueAsString(line) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Every whole line. A torn one (the application died while writing, the disk was full) is left
   * out: its writer was never told that it is kept.
   *
   * @param name of the file, for the log
   */
  static List<JournalLine> decode(String name, byte[] content) {
    List<JournalLine> lines = new ArrayList<>();
    int number = 0;
    for (String line : new String(content, StandardCharsets.UTF_8).split("\n", -1)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        lines.add(JSON.readValue(line, JournalLine.class));
      } catch (JacksonException torn) {
        LOG.warn(
            "Journal {}: line {} is torn ({} characters), going on without it",
            name,
            number,
            line.length());
      }
    }
    return lines;
  }
}
