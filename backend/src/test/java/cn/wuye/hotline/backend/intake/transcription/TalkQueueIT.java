package cn.wuye.hotline.backend.intake.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.call.CallRecord;
import cn.wuye.hotline.backend.call.Calls;
import cn.wuye.hotline.backend.database.OnMariaDb;
import cn.wuye.hotline.backend.recording.NewRecording;
import cn.wuye.hotline.backend.recording.Recording;
import cn.wuye.hotline.backend.recording.RecordingKind;
import cn.wuye.hotline.backend.recording.Recordings;
import cn.wuye.hotline.backend.recording.Transcripts;
import cn.wuye.hotline.backend.ticket.SampleTickets;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which talk is heard next; each test has days of its own, in which nobody else calls. */
@OnMariaDb
class TalkQueueIT {
  private static final String NODE = "node-talks";
  private static final PhoneNumber CALLER = new PhoneNumber("13800000001");

  @Autowired Calls calls;
  @Autowired Recordings recordings;
  @Autowired Transcripts transcripts;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;

  @Test
  void theNewestOfThisNodeThatHasNoTextYet() throws IOException {
    Instant now = Instant.parse("2031-03-05T08:00:00Z");
    Recording older = talk(call(NODE, now.minus(Duration.ofDays(2)), true));
    Recording newer = talk(call(NODE, now.minus(Duration.ofHours(2)), true));
    talk(call(NODE, now.minus(Duration.ofDays(4)), true));
    talk(call(NODE, now.minus(Duration.ofMinutes(9)), false));
    call(NODE, now.minus(Duration.ofMinutes(30)), true);

    assertThat(next(List.of(), now))
        .contains(new TalkQueue.Talk(newer.call(), Optional.of(CALLER)));
    assertThat(next(List.of(newer.call().value()), now).orElseThrow().call())
        .isEqualTo(older.call());
    transcripts.keepTalk(newer, "Vosk（代听）", "cmn", List.of());
    assertThat(next(List.of(), now).orElseThrow().call()).isEqualTo(newer.call());
    transcripts.keepTalk(newer, "Vosk", "cmn", List.of());
    assertThat(next(List.of(), now).orElseThrow().call()).isEqualTo(older.call());
  }

  @Test
  void anotherNodesIsLeftToItForAnHour() throws IOException {
    Instant now = Instant.parse("2031-04-05T08:00:00Z");
    Recording theirs = talk(call("node-other", now.minus(Duration.ofMinutes(40)), true));

    assertThat(next(List.of(), now)).isEmpty();
    assertThat(next(List.of(), now.plus(Duration.ofHours(1))).orElseThrow().call())
        .isEqualTo(theirs.call());
  }

  private Optional<TalkQueue.Talk> next(List<String> putAside, Instant now) {
    return new TalkQueue(jdbc, NODE).next(putAside, now);
  }

  private CallId call(String node, Instant at, boolean ended) {
    CallId call = new CallId(SampleTickets.newCall());
    Optional<Instant> end = ended ? Optional.of(at.plusSeconds(60)) : Optional.empty();
    calls.keep(new CallRecord(call, "", Optional.of(CALLER), "4001234567", node, at, end));
    return call;
  }

  private Recording talk(CallId call) throws IOException {
    Path file = Files.writeString(folder.resolve(call + ".wav"), "声音");
    return recordings.keep(
        new NewRecording(call, RecordingKind.TALK, file, Duration.ofSeconds(3), Instant.EPOCH));
  }
}
