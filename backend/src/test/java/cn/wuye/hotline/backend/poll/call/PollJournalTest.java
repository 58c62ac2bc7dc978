package cn.wuye.hotline.backend.poll.call;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.poll.PollSaid;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.backend.survey.store.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PollJournalTest {
  private static final PollSaid ANSWER =
      new PollSaid(
          12,
          Item.ANSWER,
          2,
          Told.of("poll-12-1", 4, "5", Instant.parse("2026-03-02T02:00:00.250Z")));

  @TempDir Path home;
  private PollJournal journal;

  @BeforeEach
  void open() {
    journal = new PollJournal(new HotlineProperties("node-1", home));
  }

  @Test
  void whatIsKeptIsReadAgain() throws IOException {
    journal.keep(ANSWER);

    assertThat(journal.waiting()).hasSize(1);
    assertThat(journal.read(journal.waiting().get(0))).isEqualTo(ANSWER);
  }

  /** A node that is upgraded has such files. */
  @Test
  void aFileStaysAsItHasAlwaysBeen() throws IOException {
    Path folder = Files.createDirectories(home.resolve("polls").resolve("answers"));
    Files.writeString(
        folder.resolve("poll-12-1-0004.json"),
        """
        {"asked": 12, "source": "poll-12-1", "number": 4, "item": "answer", "question": 2,
         "value": "5", "words": "", "decoded": true, "fromMs": 0, "toMs": 0, "at": 1772416800250}
        """);

    assertThat(journal.read(journal.waiting().get(0))).isEqualTo(ANSWER);
  }
}
