package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.call.CallRecord;
import cn.wuye.hotline.backend.call.Calls;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.recording.NewRecording;
import cn.wuye.hotline.backend.recording.Recording;
import cn.wuye.hotline.backend.recording.RecordingKind;
import cn.wuye.hotline.backend.recording.Recordings;
import cn.wuye.hotline.backend.recording.Transcripts;
import cn.wuye.hotline.backend.recording.Utterance;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.NewTicket;
import cn.wuye.hotline.backend.ticket.Origin;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.TicketPlace;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.conversation.Turn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.springframework.boot.test.context.TestComponent;

/** Tickets as calls leave them. */
@TestComponent
class CallFixture {
  private final Tickets tickets;
  private final Calls calls;
  private final Recordings recordings;
  private final Transcripts transcripts;

  CallFixture(Tickets tickets, Calls calls, Recordings recordings, Transcripts transcripts) {
    this.transcripts = transcripts;
    this.tickets = tickets;
    this.calls = calls;
    this.recordings = recordings;
  }

  /** A ticket nobody has touched. */
  long freshTicket(String words, long estate) {
    return open(new CallId("test-" + UUID.randomUUID()), words, estate);
  }

  /** A ticket of a call with two seconds of sound and three turns. */
  long ticketWithRecording(String words, long estate) {
    return ticketWithRecording(words, estate, "三号楼的电梯又坏了");
  }

  /** The same of a caller who was heard to say something else. */
  long ticketWithRecording(String words, long estate, String heard) {
    CallId call = new CallId("test-" + UUID.randomUUID());
    Instant now = Instant.now();
    long ticket = open(call, words, estate);
    calls.keep(
        new CallRecord(
            call,
            "",
            Optional.of(new PhoneNumber("13800000001")),
            "4001234567",
            "node-1",
            now,
            Optional.of(now.plusSeconds(2))),
        List.of(
            turn(Turn.Who.HOTLINE, Turn.Kind.SAID, "您好，请直接说发生了什么事", 0),
            turn(Turn.Who.CALLER, Turn.Kind.WORDS, heard, 4),
            turn(Turn.Who.CALLER, Turn.Kind.HUNG_UP, "", 9)));
    recording(call, now);
    return ticket;
  }

  /** The same after a talk with an agent that has become text. */
  long ticketWithTalk(String words, long estate, List<Utterance> said) {
    CallId call = new CallId("test-" + UUID.randomUUID());
    long ticket = open(call, words, estate);
    talk(call, said);
    return ticket;
  }

  /** A talk of a call with an agent that has become text. */
  void talk(CallId call, List<Utterance> said) {
    transcripts.keepTalk(recording(call, Instant.now(), RecordingKind.TALK), "test", "cmn", said);
  }

  /** Two seconds of sound of a call. */
  void recording(CallId call, Instant now) {
    recording(call, now, RecordingKind.MIXED);
  }

  private Recording recording(CallId call, Instant now, RecordingKind kind) {
    try {
      Path wav = Files.createTempFile("hotline", ".wav");
      AudioFormat format = new AudioFormat(8000, 16, 1, true, false);
      try (AudioInputStream silence =
          new AudioInputStream(new ByteArrayInputStream(new byte[32_000]), format, 16_000)) {
        AudioSystem.write(silence, AudioFileFormat.Type.WAVE, wav.toFile());
      }
      Recording kept =
          recordings.keep(new NewRecording(call, kind, wav, Duration.ofSeconds(2), now));
      Files.delete(wav);
      return kept;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long open(CallId call, String words, long estate) {
    return tickets
        .open(
            new NewTicket(
                Optional.empty(),
                Origin.call(call),
                Channel.PHONE,
                Optional.of(call),
                new Contents(
                    new Subject(Kind.REPAIR, "facilities", "lift", Urgency.URGENT),
                    new TicketPlace(new EstateId(estate), "3号楼", "2单元", "", "三号楼"),
                    new Reporter(null, "", new PhoneNumber("13800000001")),
                    words + "三号楼的电梯又坏了",
                    false,
                    false),
                Instant.now()),
            Actor.call(call))
        .ticket()
        .number()
        .value();
  }

  private static Turn turn(Turn.Who who, Turn.Kind kind, String text, int second) {
    return new Turn(
        who, kind, text, "", Duration.ofSeconds(second), Duration.ofSeconds(second + 2L));
  }
}
