package cn.wuye.hotline.backend.survey.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.wuye.hotline.backend.call.CallRecord;
import cn.wuye.hotline.backend.call.Calls;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.recording.NewRecording;
import cn.wuye.hotline.backend.recording.RecordingKey;
import cn.wuye.hotline.backend.recording.RecordingKind;
import cn.wuye.hotline.backend.recording.RecordingStore;
import cn.wuye.hotline.backend.recording.Recordings;
import cn.wuye.hotline.backend.resident.CallerMemory;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.backend.survey.AskedTickets;
import cn.wuye.hotline.backend.survey.CallKind;
import cn.wuye.hotline.backend.survey.PlacedCall;
import cn.wuye.hotline.backend.survey.SurveyPlan;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.NewTicket;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.SampleTickets;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.ticket.Verb;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.backend.user.StaffRequests;
import cn.wuye.hotline.ivr.audio.Pcm;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.conversation.Turn.Kind;
import cn.wuye.hotline.ivr.conversation.Turn.Who;
import cn.wuye.hotline.ivr.port.OwnVoice;
import cn.wuye.hotline.ivr.port.SurveyCalls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Whose recording is played to whom in a survey, on every database. */
@SuppressWarnings("NullAway.Init")
abstract class OwnVoiceCases {
  private static final Instant START = Instant.parse("2026-03-01T02:03:04.567Z");
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
  private static final String SAID = "三号楼的电梯又坏了";

  /** Her first words are a tone of this pitch, what follows is another. */
  private static final int FIRST = 500;

  private static final int NEXT = 1200;

  @Autowired ApplicationContext application;
  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired Estates estates;
  @Autowired Residents residents;
  @Autowired CallerMemory callers;
  @Autowired Tickets tickets;
  @Autowired Calls calls;
  @Autowired Recordings recordings;
  @Autowired RecordingStore store;
  @Autowired SurveyPlan plan;

  @Autowired
  @Qualifier("phonedSurveys")
  SurveyCalls surveys;

  @Autowired VoiceRules rules;
  @Autowired Clock clock;
  @TempDir Path folder;

  private EstateId estate;
  private PhoneNumber number;
  private SignedInUser admin;
  private AskedTickets asked;

  // How she reported it, where all is as it must be.
  private CallId call;
  private Channel channel = Channel.PHONE;
  private Optional<PhoneNumber> caller = Optional.empty();
  private @Nullable Long resident;
  private String text = SAID + "，三天没人修";
  private boolean needsTranscript;
  private RecordingKind kind = RecordingKind.CALLER;
  private List<Turn> turns =
      List.of(
          new Turn(Who.HOTLINE, Kind.SAID, "您好", "greeting", Duration.ZERO, seconds(3)),
          new Turn(Who.CALLER, Kind.WORDS, SAID, "", seconds(4), seconds(7)),
          new Turn(Who.CALLER, Kind.WORDS, "三天没人修", "", seconds(10), seconds(12)));

  @BeforeEach
  void anEstateThatPlaysThem() {
    estate = SampleEstates.another(estates).requireId();
    number = another();
    caller = Optional.of(number);
    call = new CallId(SampleTickets.newCall());
    admin = Staff.signedIn(Role.ADMIN, estate.value());
    asked = new AskedTickets(application);
    rules.save(estate, true, admin);
  }

  @Test
  void sheHearsHerFirstWordsAndNothingElseOfHerCall() throws IOException {
    OwnVoice voice = heard().orElseThrow();

    assertThat(voice.number()).isEqualTo(number);
    assertThat(voice.words()).isEqualTo(SAID);
    assertThat(Pcm.length(voice.pcm())).isEqualTo(Duration.ofMillis(3600));
    assertThat(pitch(voice.pcm(), 400, 3200)).isBetween(FIRST - 10, FIRST + 10);
    assertThat(Pcm.dbfs(part(voice.pcm(), 0, 200))).as("before it").isLessThan(-60);
    assertThat(Pcm.dbfs(part(voice.pcm(), 3400, 3600))).as("after it").isLessThan(-60);
  }

  @Test
  void ofManyWordsNoMoreIsReadThanMayBePlayed() throws IOException {
    turns = List.of(new Turn(Who.CALLER, Kind.WORDS, SAID, "", seconds(4), seconds(14)));

    assertThat(Pcm.length(heard().orElseThrow().pcm())).isEqualTo(seconds(8));
  }

  @Test
  void theNumberMayBeShownInAnotherSpellingAndBelongToAKnownResident() throws IOException {
    caller = Optional.of(new PhoneNumber("+86" + number.digits()));
    resident = resident();

    assertThat(heard()).isPresent();
  }

  @Test
  void asShippedNothingIsPlayedAndAnotherEstatesRuleIsItsOwn() throws IOException {
    estate = SampleEstates.another(estates).requireId();
    assertThat(rules.plays(estate)).isFalse();
    assertThat(heard()).isEmpty();

    anotherReports();
    rules.save(estate, true, Staff.signedIn(Role.ADMIN, estate.value()));
    assertThat(heard()).isPresent();
    anotherReports();
    rules.save(estate, false, Staff.signedIn(Role.ADMIN, estate.value()));
    assertThat(heard()).isEmpty();
  }

  @Test
  void whoReportedItOtherwiseThanByTelephoneHearsNothing() throws IOException {
    channel = Channel.AGENT;

    assertThat(heard()).isEmpty();
  }

  @Test
  void whoCalledFromAnotherNumberThanIsPhonedHearsNothing() throws IOException {
    caller = Optional.of(another());
    assertThat(heard()).isEmpty();

    anotherReports();
    caller = Optional.empty();
    assertThat(heard()).as("withheld").isEmpty();
  }

  @Test
  void whereSomebodyElseMayAnswerNothingIsPlayed() throws IOException {
    resident = resident();
    resident();
    assertThat(heard()).as("two share the number").isEmpty();

    anotherReports();
    resident = null;
    resident();
    resident();
    assertThat(heard()).as("it is not known who of two called").isEmpty();
  }

  @Test
  void whoDoesNotWantToBeRememberedHearsNothing() throws IOException {
    callers.refused(number, clock.instant());

    assertThat(heard()).isEmpty();
  }

  @Test
  void whatSheToldInACallOfOursIsNotPlayed() throws IOException {
    call = new CallId(PlacedCall.id(ThreadLocalRandom.current().nextLong(1_000_000, 1L << 50), 1));
    assertThat(heard()).as("about a ticket").isEmpty();

    anotherReports();
    long drawn = ThreadLocalRandom.current().nextLong(1_000_000, 1L << 50);
    call = new CallId(PlacedCall.id(CallKind.POLL, drawn, 1));
    assertThat(heard()).as("of a poll").isEmpty();
  }

  @Test
  void aVoicemailIsNotPlayedNorIsARecordingWithOtherVoicesInIt() throws IOException {
    kind = RecordingKind.MESSAGE;
    assertThat(heard()).isEmpty();

    anotherReports();
    kind = RecordingKind.MIXED;
    assertThat(heard()).isEmpty();
  }

  @Test
  void wordsOfAnotherPersonOrWithHerDataInThemAreNotPlayed() throws IOException {
    turns =
        List.of(
            new Turn(Who.HOTLINE, Kind.CONNECTED, "王师傅", "", seconds(3), seconds(4)),
            new Turn(Who.CALLER, Kind.WORDS, SAID, "", seconds(4), seconds(7)));
    assertThat(heard()).as("a person was joined").isEmpty();

    anotherReports();
    text = "电梯坏了，电话13800000001";
    turns = List.of(new Turn(Who.CALLER, Kind.WORDS, text, "", seconds(4), seconds(7)));
    assertThat(heard()).as("a number is in it").isEmpty();

    anotherReports();
    text = "（按要求隐去），三天没人修";
    turns = List.of(new Turn(Who.CALLER, Kind.WORDS, SAID, "", seconds(4), seconds(7)));
    assertThat(heard()).as("it was struck out of the ticket").isEmpty();

    anotherReports();
    text = SAID;
    needsTranscript = true;
    assertThat(heard()).as("not all of it was understood").isEmpty();
  }

  @Test
  void withoutItsFileOrItsRowSheIsAskedWithoutIt() throws IOException {
    TicketNumber removed = solved();
    store.delete(key());
    assertThat(played(removed)).isEmpty();

    anotherReports();
    TicketNumber broken = solved();
    store.put(key(), new ByteArrayInputStream("no sound".getBytes(StandardCharsets.UTF_8)));
    assertThat(played(broken)).isEmpty();

    anotherReports();
    TicketNumber forgotten = solved();
    jdbc.sql("DELETE FROM recording WHERE call_id = ?").param(call.value()).update();
    assertThat(played(forgotten)).isEmpty();

    anotherReports();
    TicketNumber cut = solved();
    try (var whole = store.find(key()).orElseThrow().open(0)) {
      store.put(key(), new ByteArrayInputStream(whole.readNBytes(20_000)));
    }
    assertThat(played(cut).orElseThrow().pcm()).as("the disk was full").isEmpty();
  }

  @Test
  void theConsoleSetsItAndTheAuditSaysWho() throws Exception {
    String path = "/console/estates/" + estate + "/own-voice";
    assertThat(send(post(path), admin).getStatus()).isEqualTo(302);
    assertThat(rules.plays(estate)).isFalse();
    assertThat(send(post(path).param("plays", "true"), admin).getStatus()).isEqualTo(302);
    assertThat(rules.plays(estate)).isTrue();
    // Once when the test began.
    assertThat(
            jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE subject = ? AND action = ?")
                .params("survey-voice:" + estate, "setting.changed")
                .query(Long.class)
                .single())
        .isEqualTo(3);

    SignedInUser agent = Staff.signedIn(Role.AGENT, estate.value());
    SignedInUser stranger =
        Staff.signedIn(Role.ADMIN, SampleEstates.another(estates).requireId().value());
    assertThat(send(post(path), agent).getStatus()).isEqualTo(403);
    assertThat(send(post(path), stranger).getStatus()).isEqualTo(404);
    assertThatThrownBy(() -> rules.save(estate, false, agent))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> rules.save(estate, false, stranger))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(rules.plays(estate)).isTrue();
    String page = "/console/estates/" + estate;
    assertThat(send(get(page), admin).getContentAsString())
        .contains("action=\"" + path + "\"", "name=\"plays\"");
    assertThat(send(get(page), agent).getContentAsString())
        .contains("播放住户自己的录音")
        .doesNotContain("name=\"plays\"");
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static PhoneNumber another() {
    return new PhoneNumber("139" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999));
  }

  /** Another resident reports something at another number. */
  private void anotherReports() {
    number = another();
    caller = Optional.of(number);
    call = new CallId(SampleTickets.newCall());
  }

  private long resident() {
    return Objects.requireNonNull(
        residents
            .save(
                Resident.named(
                    "王秀英",
                    "cmn",
                    List.of(number),
                    List.of(new Resident.Dwelling(estate, "3号楼", "", "502"))))
            .id());
  }

  /** What she may hear when she is phoned. */
  private Optional<OwnVoice> heard() throws IOException {
    return played(solved());
  }

  private Optional<OwnVoice> played(TicketNumber ticket) {
    long survey = asked.survey(ticket).id();
    jdbc.sql("UPDATE survey SET due_at = :at, rank_at = :at WHERE id = :id")
        .param("at", Utc.column(LONG_AGO))
        .param("id", survey)
        .update();
    assertThat(plan.take(survey, "node-1", clock.instant().plusSeconds(300))).isTrue();
    return surveys.find(PlacedCall.id(survey, 1)).orElseThrow().ownVoice();
  }

  /** Her call, its recording and its ticket, which is solved. */
  private TicketNumber solved() throws IOException {
    calls.keep(
        new CallRecord(
            call, "", caller, "4001234567", "node-1", START, Optional.of(START.plusSeconds(20))),
        turns);
    Path file = Files.write(folder.resolve(call + ".wav"), wav(sound()));
    recordings.keep(new NewRecording(call, kind, file, seconds(20), START));
    NewTicket usual = SampleTickets.draft(call.value(), estate);
    Contents contents = usual.contents();
    NewTicket draft =
        new NewTicket(
            usual.number(),
            usual.origin(),
            channel,
            usual.call(),
            new Contents(
                contents.subject(),
                contents.place(),
                new Reporter(resident, "王女士", number),
                text,
                false,
                needsTranscript),
            clock.instant());
    TicketNumber ticket = tickets.open(draft, Actor.system("test")).ticket().number();
    asked.move(ticket, Verb.ACCEPT, "worker");
    asked.move(ticket, Verb.SOLVE, "worker");
    return ticket;
  }

  private RecordingKey key() {
    return recordings.of(call).get(0).key();
  }

  /** Twenty seconds in which she speaks twice. */
  private static byte[] sound() {
    byte[] pcm = new byte[20 * Pcm.BYTES_PER_SECOND];
    for (int i = 0; i < pcm.length / 2; i++) {
      double second = (double) i / Pcm.RATE;
      int hertz = second >= 4 && second < 7 ? FIRST : second >= 10 && second < 12 ? NEXT : 0;
      short value = (short) (8000 * Math.sin(2 * Math.PI * hertz * second));
      pcm[2 * i] = (byte) value;
      pcm[2 * i + 1] = (byte) (value >> 8);
    }
    return pcm;
  }

  private static byte[] wav(byte[] pcm) {
    return ByteBuffer.allocate(44 + pcm.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt(36 + pcm.length)
        .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
        .putInt(16)
        .putShort((short) 1)
        .putShort((short) 1)
        .putInt(Pcm.RATE)
        .putInt(Pcm.BYTES_PER_SECOND)
        .putShort((short) 2)
        .putShort((short) 16)
        .put("data".getBytes(StandardCharsets.US_ASCII))
        .putInt(pcm.length)
        .put(pcm)
        .array();
  }

  private static byte[] part(byte[] pcm, int fromMillis, int toMillis) {
    return Arrays.copyOfRange(pcm, fromMillis * 16, toMillis * 16);
  }

  private static int pitch(byte[] pcm, int fromMillis, int toMillis) {
    byte[] part = part(pcm, fromMillis, toMillis);
    int crossings = 0;
    for (int i = 1; i < part.length / 2; i++) {
      crossings += (Pcm.sample(part, i - 1) < 0) != (Pcm.sample(part, i) < 0) ? 1 : 0;
    }
    return crossings * 1000 / (2 * (toMillis - fromMillis));
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request, SignedInUser who)
      throws Exception {
    return StaffRequests.send(mvc, request, who);
  }
}
