package cn.wuye.hotline.backend.survey.answer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.backend.survey.store.Said;
import cn.wuye.hotline.backend.survey.store.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerJournalTest {
  private static final String CALL = "survey-7-1";
  private static final Instant AT = Instant.parse("2026-03-02T02:00:00.250Z");
  private static final Said COMMENT =
      new Said(
          7,
          AnswerChannel.PHONE,
          Item.COMMENT,
          new Told(CALL, 3, "", "师傅很热情", true, 41_000, 44_500, AT));

  @TempDir Path home;
  private AnswerJournal journal;

  @BeforeEach
  void open() {
    journal = new AnswerJournal(new HotlineProperties("node-1", home));
  }

  @Test
  void whatIsKeptIsReadAgain() throws IOException {
    journal.keep(COMMENT);

    assertThat(journal.waiting()).hasSize(1);
    assertThat(journal.read(journal.waiting().get(0))).isEqualTo(COMMENT);
  }

  /** A node that is upgraded has such files. */
  @Test
  void aFileStaysAsItHasAlwaysBeen() throws IOException {
    Path folder = Files.createDirectories(home.resolve("surveys").resolve("answers"));
    Files.writeString(
        folder.resolve(CALL + "-0003.json"),
        """
        {"survey": 7, "source": "survey-7-1", "number": 3, "channel": "phone", "item": "comment",
         "value": "", "words": "师傅很热情", "decoded": true, "fromMs": 41000, "toMs": 44500,
         "at": 1772416800250}
        """);

    assertThat(journal.read(journal.waiting().get(0))).isEqualTo(COMMENT);
  }

  @Test
  void aCallGoesOnCountingFromWhatWaitsOrIsEntered() throws IOException {
    journal.keep(COMMENT);
    Said entered = new Said(7, AnswerChannel.PHONE, Item.SOLVED, Told.of(CALL, 5, "solved", AT));
    Said elsewhere =
        new Said(7, AnswerChannel.PHONE, Item.SOLVED, Told.of("survey-7-2", 9, "solved", AT));

    assertThat(journal.last(CALL, () -> List.of(elsewhere))).isEqualTo(3);
    assertThat(journal.last(CALL, () -> List.of(elsewhere, entered))).isEqualTo(5);
    assertThat(journal.last("survey-8-1", () -> List.of(elsewhere, entered))).isZero();
  }
}
