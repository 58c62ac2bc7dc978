package cn.wuye.hotline.backend.recording;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.call.CallRecord;
import cn.wuye.hotline.backend.call.Calls;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.SampleTickets;
import cn.wuye.hotline.backend.ticket.TicketEvent;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.ticket.Timeline;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.conversation.Turn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Calls, recordings and transcripts as they come in, on every database. */
abstract class RecordingsCases {
  private static final Instant START = Instant.parse("2026-03-01T02:03:04.567Z");

  @Autowired Recordings recordings;
  @Autowired Transcripts transcripts;
  @Autowired RecordingStore store;
  @Autowired Calls calls;
  @Autowired Tickets tickets;
  @Autowired Timeline timeline;
  @TempDir Path folder;

  @Test
  void aCallIsKeptAsItWasHoweverOftenItIsKept() {
    CallRecord call =
        new CallRecord(
            new CallId(SampleTickets.newCall()),
            "abc@10.0.0.1",
            Optional.of(new PhoneNumber("13800000001")),
            "4001234567",
            "node-1",
            START,
            Optional.empty());
    Turn turn =
        new Turn(
            Turn.Who.CALLER,
            Turn.Kind.EMERGENCY_WORD,
            "有人被困🛗",
            "",
            Duration.ofMillis(1500),
            Duration.ofMillis(2750));

    calls.keep(call);
    calls.keep(call, List.of(turn, turn));
    calls.keep(call, List.of(turn));
    calls.keep(call);

    assertThat(calls.find(call.id())).contains(call);
    assertThat(calls.turns(call.id())).containsExactly(turn);
  }

  @Test
  void aRecordingReachesTheTimelineWhicheverComesFirst() throws IOException {
    CallId early = new CallId(SampleTickets.newCall());
    CallId late = new CallId(SampleTickets.newCall());

    recordings.keep(recording(early, "声音"));
    TicketNumber first = open(early);
    TicketNumber second = open(late);
    recordings.keep(recording(late, "声音"));
    recordings.keep(recording(late, "更长的声音"));

    for (TicketNumber number : List.of(first, second)) {
      assertThat(timeline.of(number))
          .extracting(TicketEvent::kind)
          .containsExactly("opened", "recording-added");
    }
    Recording kept = recordings.of(late).get(0);
    assertThat(recordings.of(late)).hasSize(1);
    assertThat(kept.recordedAt()).isEqualTo(START);
    assertThat(sound(kept)).isEqualTo("更长的声音");
    assertThat(kept.bytes()).isEqualTo(15);
    assertThat(kept.sha256()).hasSize(64);
  }

  @Test
  void aTranscriptIsReplacedByTheSameEngineAndTold() throws IOException {
    CallId call = new CallId(SampleTickets.newCall());
    TicketNumber number = open(call);
    Recording recording = recordings.keep(recording(call, "声音"));

    transcripts.keep(recording, "vosk", "cmn", "电梯坏了");
    transcripts.keep(recording, "vosk", "cmn", "电梯又坏了");
    transcripts.keep(recording, "vosk", "cmn", "电梯又坏了");

    assertThat(transcripts.of(call)).extracting(Transcript::text).containsExactly("电梯又坏了");
    assertThat(timeline.of(number))
        .filteredOn(event -> event.kind().equals("transcript-added"))
        .extracting(event -> event.details().get("text"))
        .containsExactly("电梯坏了", "电梯又坏了");
  }

  @Test
  void aTalkKeepsItsSidesAndItsWordsStandInNoHistory() throws IOException {
    CallId call = new CallId(SampleTickets.newCall());
    TicketNumber number = open(call);
    Recording recording = recordings.keep(recording(call, "声音"));
    List<Utterance> said =
        List.of(
            new Utterance(Utterance.Side.AGENT, 300, 1800, "您好", 0.9),
            new Utterance(Utterance.Side.CALLER, 2100, 4700, "电梯又坏了🛗", 0.75));

    transcripts.keepTalk(recording, "vosk", "yue", said);
    transcripts.keepTalk(recording, "vosk", "yue", said);

    Transcript kept = transcripts.of(call).get(0);
    assertThat(transcripts.of(call)).hasSize(1);
    assertThat(kept.utterances()).isEqualTo(said);
    assertThat(kept.text()).isEqualTo("坐席：您好\n来电人：电梯又坏了🛗");
    assertThat(kept.language()).isEqualTo("yue");
    assertThat(timeline.of(number))
        .filteredOn(event -> event.kind().equals("transcript-added"))
        .extracting(event -> event.details().get("text"))
        .containsExactly("");
  }

  private TicketNumber open(CallId call) {
    return tickets
        .open(SampleTickets.draft(call.value(), null), Actor.call(call))
        .ticket()
        .number();
  }

  private NewRecording recording(CallId call, String content) throws IOException {
    Path file = Files.writeString(folder.resolve(call + ".wav"), content);
    return new NewRecording(call, RecordingKind.MIXED, file, Duration.ofSeconds(3), START);
  }

  private String sound(Recording recording) throws IOException {
    try (InputStream content = store.find(recording.key()).orElseThrow().open(0)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
