package cn.wuye.hotline.backend.intake.journal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.TicketDraft;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final CallId CALL = new CallId("node-1-1763800000.12");
  private static final Instant AT = Instant.parse("2025-11-22T08:00:00.125Z");
  private static final JournalLine.Started STARTED =
      new JournalLine.Started(AT, "13800000001", "4001234567", AT, "abc@127.0.0.1", false);
  private static final Turn WORDS =
      new Turn(
          Turn.Who.CALLER,
          Turn.Kind.WORDS,
          "三号楼的电梯又坏了",
          "",
          Duration.ofMillis(4120),
          Duration.ofMillis(6480));
  private static final TicketDraft DRAFT =
      new TicketDraft(
          new Intent("repair", "facilities", "lift", "urgent", 0.8),
          new Place("1", "3号楼", "", "", "三号楼"),
          "三号楼的电梯又坏了\n\"真的\"",
          TicketDraft.Completeness.COMPLETE,
          false);

  @TempDir Path folder;
  private Journal journal;

  @BeforeEach
  void open() {
    journal = new Journal(folder);
  }

  @Test
  void tellsEverythingAgainAfterARestart() {
    writeAll();
    Journal next = new Journal(folder);

    assertThat(next.atWork()).containsExactly(CALL);
    JournalledCall call = next.read(CALL).orElseThrow();
    assertThat(call.started()).contains(STARTED);
    assertThat(call.turns()).containsExactly(WORDS);
    assertThat(call.draft().orElseThrow().draft()).isEqualTo(DRAFT);
    assertThat(call.draft().orElseThrow().number()).isEqualTo("2511220017");
    assertThat(call.ended()).isTrue();
    assertThat(call.settled()).isFalse();
    assertThat(call.draftWaits()).isTrue();
  }

  @Test
  void everyPrefixOfTheFileIsReadable() throws IOException {
    writeAll();
    byte[] whole = Files.readAllBytes(file());
    int lines = 0;
    for (int length = 0; length <= whole.length; length++) {
      Files.write(file(), java.util.Arrays.copyOf(whole, length));
      JournalledCall call = journal.read(CALL).orElseThrow();
      int now =
          call.started().map(s -> 1).orElse(0)
              + call.turns().size()
              + call.draft().map(d -> 1).orElse(0)
              + (call.ended() ? 1 : 0);
      assertThat(now).as("after %d bytes", length).isGreaterThanOrEqualTo(lines);
      lines = now;
    }
    assertThat(lines).isEqualTo(4);
  }

  @Test
  void goesOnAfterATornLine() throws IOException {
    journal.append(CALL, STARTED);
    journal.release(CALL);
    Files.write(
        file(),
        "{\"line\":\"turn\",\"at\":\"2025-11".getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.APPEND);

    Journal next = new Journal(folder);
    next.append(CALL, new JournalLine.Spoke(AT, WORDS));

    JournalledCall call = next.read(CALL).orElseThrow();
    assertThat(call.started()).contains(STARTED);
    assertThat(call.turns()).containsExactly(WORDS);
  }

  @Test
  void aDraftTheDatabaseHoldsWaitsNoLonger() {
    writeAll();
    journal.append(CALL, new JournalLine.Entered(AT, 1));
    assertThat(journal.read(CALL).orElseThrow().draftWaits()).isFalse();
    journal.append(CALL, new JournalLine.Drafted(AT, "2511220017", 2, true, DRAFT));
    assertThat(journal.read(CALL).orElseThrow().draftWaits()).isTrue();
  }

  @Test
  void doneIsLaidAsideAndCanBeTakenBack() {
    writeAll();
    journal.append(CALL, new JournalLine.Settled(AT));
    journal.moveToDone(CALL);
    journal.moveToDone(CALL);
    assertThat(journal.atWork()).isEmpty();
    assertThat(journal.isDone(CALL)).isTrue();

    journal.takeBack(CALL, AT, "a recording turned up");
    assertThat(journal.read(CALL).orElseThrow().settled()).isFalse();
    assertThat(journal.read(CALL).orElseThrow().turns()).containsExactly(WORDS);
  }

  @Test
  void removesWhatWasDoneLongAgo() {
    writeAll();
    journal.moveToDone(CALL);
    journal.purgeDone(Instant.now(), Duration.ofDays(1));
    assertThat(journal.isDone(CALL)).isTrue();
    journal.purgeDone(Instant.now().plus(Duration.ofDays(2)), Duration.ofDays(1));
    assertThat(journal.isDone(CALL)).isFalse();
  }

  @Test
  void strangersInTheFolderDoNoHarm() throws IOException {
    Files.writeString(folder.resolve("numbers.json"), "[]");
    Files.writeString(folder.resolve("not a call.jsonl"), "x");
    assertThat(journal.atWork()).isEmpty();
  }

  private void writeAll() {
    journal.append(CALL, STARTED);
    journal.append(CALL, new JournalLine.Spoke(AT, WORDS));
    journal.append(CALL, new JournalLine.Drafted(AT, "2511220017", 1, false, DRAFT));
    journal.append(CALL, new JournalLine.Ended(AT));
  }

  private Path file() {
    return folder.resolve(CALL + ".jsonl");
  }
}
