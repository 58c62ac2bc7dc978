package cn.wuye.hotline.backend.api;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.api.Http.Reply;
import cn.wuye.hotline.backend.call.CallRecord;
import cn.wuye.hotline.backend.call.Calls;
import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.recording.NewRecording;
import cn.wuye.hotline.backend.recording.Recording;
import cn.wuye.hotline.backend.recording.RecordingKind;
import cn.wuye.hotline.backend.recording.Recordings;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.SampleTickets;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.conversation.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;

/** Calls, recordings, estates and residents over REST, on every database. */
@SuppressWarnings("NullAway.Init")
abstract class CallApiCases {
  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired PasswordEncoder encoder;
  @Autowired Estates estates;
  @Autowired Residents residents;
  @Autowired Calls calls;
  @Autowired Recordings recordings;
  @Autowired Tickets tickets;
  @TempDir Path folder;

  private final CallId call = new CallId(SampleTickets.newCall());
  private final String sipCallId = UUID.randomUUID() + "@10.0.0.1";
  private Estate estate;
  private Ticket ticket;
  private Http agent;
  private Http manager;
  private Http stranger;

  @BeforeEach
  void aCallWithItsTicket() {
    estate = SampleEstates.another(estates);
    agent = new Http(mvc, TestUsers.agentOf(jdbc, encoder, estate.requireId()));
    manager = new Http(mvc, TestUsers.manager(jdbc, encoder));
    stranger =
        new Http(mvc, TestUsers.agentOf(jdbc, encoder, SampleEstates.another(estates).requireId()));
    Instant start = Instant.parse("2026-03-01T02:03:04.567Z");
    calls.keep(
        new CallRecord(
            call,
            sipCallId,
            Optional.of(new PhoneNumber("13800000001")),
            "4001234567",
            "node-1",
            start,
            Optional.of(start.plusSeconds(50))),
        List.of(
            new Turn(
                Turn.Who.CALLER,
                Turn.Kind.WORDS,
                "电梯坏了",
                "",
                Duration.ofMillis(1500),
                Duration.ofMillis(2500))));
    ticket =
        tickets
            .open(SampleTickets.draft(call.value(), estate.requireId()), Actor.call(call))
            .ticket();
  }

  @Test
  void theTestCallerFindsTheTicketOfItsCall() {
    Reply found = agent.get("/api/v1/calls?sipCallId=" + sipCallId);

    assertThat(found.<List<String>>at("$.calls[*].ticket"))
        .containsExactly(ticket.number().toString());
    assertThat(found.<String>at("$.calls[0].caller")).isEqualTo("13800000001");
    assertThat(manager.get("/api/v1/calls?callId=" + call).<String>at("$.calls[0].caller"))
        .isEqualTo("138****0001");
    Reply one = agent.get("/api/v1/calls/" + call);
    assertThat(one.<String>at("$.turns[0].text")).isEqualTo("电梯坏了");
    assertThat(one.<Integer>at("$.turns[0].startMs")).isEqualTo(1500);
    assertThat(stranger.get("/api/v1/calls?sipCallId=" + sipCallId).<List<Object>>at("$.calls"))
        .isEmpty();
    assertThat(stranger.get("/api/v1/calls/" + call).status()).isEqualTo(404);
  }

  @Test
  void theSoundIsServedInRanges() throws IOException {
    Path file = Files.writeString(folder.resolve("a.wav"), "0123456789");
    Recording recording =
        recordings.keep(
            new NewRecording(
                call, RecordingKind.MIXED, file, Duration.ofSeconds(3), Instant.EPOCH));
    String audio = "/api/v1/recordings/" + recording.id() + "/audio";

    Reply whole = agent.get(audio);
    Reply part = agent.with("Range", "bytes=3-5").get(audio);
    Reply beyond = agent.with("Range", "bytes=100-").get(audio);

    assertThat(whole.body()).isEqualTo("0123456789");
    assertThat(whole.header("Content-Type")).isEqualTo("audio/wav");
    assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.body()).isEqualTo("345");
    assertThat(part.header("Content-Range")).isEqualTo("bytes 3-5/10");
    assertThat(beyond.status()).isEqualTo(416);
    assertThat(stranger.get(audio).status()).isEqualTo(404);
    assertThat(
            agent.get("/api/v1/recordings?callId=" + call).<List<String>>at("$.recordings[*].kind"))
        .containsExactly("mixed");
    assertThat(
            stranger.get("/api/v1/recordings?callId=" + call).<List<Object>>at("$.recordings[*]"))
        .isEmpty();
  }

  @Test
  void aRecordingWhoseFileIsLostIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("a.wav"), "0");
    Recording recording =
        recordings.keep(
            new NewRecording(
                call, RecordingKind.MESSAGE, file, Duration.ofSeconds(1), Instant.EPOCH));
    jdbc.sql("UPDATE recording SET storage_key = 'gone' WHERE id = :id")
        .param("id", recording.id())
        .update();

    Reply reply = agent.get("/api/v1/recordings/" + recording.id() + "/audio");

    assertThat(reply.status()).isEqualTo(410);
    assertThat(reply.<String>at("$.type")).endsWith("recording-gone");
  }

  @Test
  void residentsAndEstatesAreThereForTheirOwnPeople() {
    PhoneNumber number = new PhoneNumber("137" + Math.abs(call.hashCode() % 100_000_000));
    Resident resident =
        residents.save(
            Resident.named(
                    "王秀英",
                    "yue",
                    List.of(number),
                    List.of(new Resident.Dwelling(estate.requireId(), "3号楼", "", "502")))
                .born(1950));
    estates.save(estate.withPersonFromAge(65).withDialect("yue"));
    String byPhone = "/api/v1/residents?phone=" + number.digits();
    String one = "/api/v1/residents/" + resident.id();
    String estatePath = "/api/v1/estates/" + estate.requireId();

    assertThat(agent.get(byPhone).<List<String>>at("$.residents[*].name")).containsExactly("王秀英");
    assertThat(agent.get(one).<String>at("$.phones[0]")).isEqualTo(number.digits());
    assertThat(manager.get(one).<String>at("$.phones[0]")).isEqualTo(number.masked());
    assertThat(agent.get(one).<Integer>at("$.birthYear")).isEqualTo(1950);
    assertThat(agent.get(estatePath).<Integer>at("$.personFromAge")).isEqualTo(65);
    assertThat(agent.get(estatePath).<String>at("$.dialect")).isEqualTo("yue");
    assertThat(stranger.get(byPhone).<List<Object>>at("$.residents")).isEmpty();
    assertThat(stranger.get(one).status()).isEqualTo(404);
    assertThat(agent.get(estatePath).<List<String>>at("$.buildings")).containsExactly("1号楼", "3号楼");
    assertThat(stranger.get(estatePath).status()).isEqualTo(404);
    assertThat(agent.get("/api/v1/estates").<List<Object>>at("$.estates")).hasSize(1);
    assertThat(agent.get("/api/v1/categories").<List<String>>at("$.categories[*].code"))
        .contains("facilities", "other");
  }
}
