package cn.wuye.hotline.backend.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.database.SettableClock;
import cn.wuye.hotline.backend.intake.spool.SpoolSound;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.port.TicketDraft;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;

class SettlementTest {
  private static final CallId CALL = new CallId("node-1-1763800000.12");
  private final FakeBook book = new FakeBook();
  private final SettableClock clock = new SettableClock(Instant.now());
  private final Node node;
  private final SpoolFiles files;

  SettlementTest(@TempDir Path home) {
    node = new Node(home, book, clock, (call, step) -> {});
    files = new SpoolFiles(home, CALL, clock.instant());
  }

  @BeforeEach
  void later() {
    clock.pass(Duration.ofSeconds(5));
  }

  @Test
  void aCallHeldToItsEndIsKeptWithEverything() {
    files.sheet("13800000001").speech(".wav").speech("-caller.wav");
    dialogHears("三号楼的电梯又坏了");
    String told = node.desk.put(CALL, Node.draft("三号楼的电梯又坏了", complete())).number();
    node.log.ended(CALL);
    assertThat(node.intake.round()).isZero();
    files.ended();
    clock.pass(Duration.ofSeconds(2));

    assertThat(node.intake.round()).isEqualTo(1);

    assertThat(ticket().number()).isEqualTo(told);
    assertThat(ticket().draft().text()).isEqualTo("三号楼的电梯又坏了");
    assertThat(ticket().caller()).contains(new PhoneNumber("13800000001"));
    assertThat(Objects.requireNonNull(book.calls.get(CALL)).turns()).hasSize(1);
    assertThat(Objects.requireNonNull(book.sounds.get(CALL)))
        .containsOnlyKeys(SpoolSound.MIXED, SpoolSound.CALLER);
    assertThat(node.spool.calls()).isEmpty();
    assertThat(node.journal.isDone(CALL)).isTrue();
    assertThat(node.settled).containsExactly(CALL);
    assertThat(node.intake.round()).isZero();
  }

  @Test
  void whatWasSaidWithoutADraftIsAnUnfinishedTicket() {
    files.sheet("13800000001").speech("-caller.wav").ended();
    dialogHears("我们楼电梯");
    node.log.ended(CALL);
    node.intake.round();
    assertThat(ticket().draft().text()).isEqualTo("我们楼电梯");
    assertThat(ticket().draft().completeness()).isEqualTo(TicketDraft.Completeness.UNFINISHED);
    assertThat(ticket().draft().intent()).isEqualTo(Node.LIFT);
    assertThat(ticket().draft().place()).isEqualTo(Node.HOME);
  }

  @Test
  void anEmergencyWordMakesItAnEmergency() {
    files.sheet("13800000001").ended();
    node.log.started(Node.call(CALL));
    node.log.turn(CALL, Node.heard(Turn.Kind.EMERGENCY_WORD, "着火"));
    node.log.ended(CALL);
    node.intake.round();
    assertThat(ticket().draft().intent().emergency()).isTrue();
  }

  @Test
  void silenceIsACallButNoTicket() {
    files.sheet("13800000001").silence(".wav").silence("-caller.wav").ended();
    node.log.started(Node.call(CALL));
    node.log.turn(CALL, Node.heard(Turn.Kind.SILENCE, ""));
    node.log.ended(CALL);
    node.intake.round();
    assertThat(book.tickets).isEmpty();
    assertThat(book.calls).containsKey(CALL);
    assertThat(book.sounds).containsKey(CALL);
  }

  @Test
  void theTalkWithAnAgentIsKeptInStereoAndIsNoTicketByItself() {
    files.sheet("13800000001").silence(".wav").silence("-caller.wav");
    files.write("-talk.raw", new byte[32_000]).ended();
    node.log.started(Node.call(CALL));
    node.log.turn(CALL, Node.heard(Turn.Kind.SILENCE, ""));
    node.log.ended(CALL);

    node.intake.round();

    SoundEntry talk =
        Objects.requireNonNull(Objects.requireNonNull(book.sounds.get(CALL)).get(SpoolSound.TALK));
    assertThat(talk.wav().channels()).isEqualTo(2);
    assertThat(talk.wav().length()).isEqualTo(Duration.ofSeconds(1));
    // Its file was written when the call began in this test; the talk is the second before.
    assertThat(talk.recordedAt()).isBeforeOrEqualTo(clock.instant().minus(Duration.ofSeconds(5)));
    assertThat(book.tickets).isEmpty();
    assertThat(node.spool.calls()).isEmpty();
  }

  @Test
  void aCallThatTheApplicationNeverSawIsMadeFromTheSpool() {
    files.sheet("13900000002", "entered", "recorded");
    files.speech(".wav").speech("-caller.wav").speech("-message.wav").ended();
    node.intake.round();
    assertThat(ticket().caller()).contains(new PhoneNumber("13900000002"));
    assertThat(ticket().draft().text()).isEqualTo(LateText.MESSAGE);
    assertThat(ticket().draft().needsTranscript()).isTrue();
    assertThat(ticket().draft().completeness()).isEqualTo(TicketDraft.Completeness.COMPLETE);
    assertThat(ticket().openedAt().getEpochSecond())
        .isEqualTo(clock.instant().minusSeconds(5).getEpochSecond());
    assertThat(Objects.requireNonNull(book.sounds.get(CALL))).hasSize(3);
  }

  @Test
  void anImmediateHangUpInTheFallbackIsNoTicket() {
    files.sheet("anonymous", "entered").silence(".wav").silence("-caller.wav").ended();
    node.intake.round();
    assertThat(book.tickets).isEmpty();
    assertThat(Objects.requireNonNull(book.calls.get(CALL)).caller()).isEmpty();
  }

  @Test
  void whoeverIsCutOffByTheHotlineIsPhonedBack() {
    files.sheet("13800000001", "entered").silence(".wav").silence("-caller.wav").ended();
    node.intake.round();
    assertThat(ticket().draft().text()).isEqualTo(LateText.INTERRUPTED);
    assertThat(ticket().draft().needsTranscript()).isFalse();
    assertThat(ticket().draft().completeness()).isEqualTo(TicketDraft.Completeness.UNFINISHED);
  }

  @Test
  void theApplicationDiesWithHerKeyUnheardAndSheHangsUp() {
    files.sheet("13800000001").silence(".wav").silence("-caller.wav").ended();
    node.log.started(Node.call(CALL));
    node.restarted((call, step) -> {}).intake.round();
    assertThat(ticket().draft().text()).isEqualTo(LateText.INTERRUPTED);
  }

  @Test
  void whoHangsUpWhileItRingsIsNotPhonedBack() {
    files.sheet("13800000001").ended();
    node.intake.round();
    assertThat(book.tickets).isEmpty();
    assertThat(book.calls).containsKey(CALL);
  }

  @Test
  void theApplicationDiesAndTheFallbackRecordsTheRest() {
    files.sheet("13800000001", "entered", "recorded").speech("-message.wav").speech("-caller.wav");
    dialogHears("三号楼的电梯");
    String told = node.desk.put(CALL, Node.draft("三号楼的电梯", unfinished())).number();
    node.log.turn(CALL, Node.heard(Turn.Kind.WORDS, "里面有人"));
    Node next = node.restarted((call, step) -> {});
    assertThat(next.intake.round()).isZero();
    files.ended();
    clock.pass(Duration.ofSeconds(2));
    next.intake.round();
    assertThat(ticket().number()).isEqualTo(told);
    assertThat(ticket().draft().text()).isEqualTo("三号楼的电梯；里面有人" + LateText.MESSAGE);
    assertThat(ticket().draft().needsTranscript()).isTrue();
  }

  @Test
  void withoutTheEndMarkFilesMustRestAndTheChannelMustBeGone() {
    files.sheet("13800000001").unclosed("-caller.wav");
    clock.pass(Duration.ofSeconds(40));
    node.channelExists = Optional.of(true);
    assertThat(node.intake.round()).isZero();
    clock.pass(Duration.ofSeconds(40));
    assertThat(node.intake.round()).isZero();
    node.channelExists = Optional.empty();
    assertThat(node.intake.round()).isZero();
    node.channelExists = Optional.of(false);
    assertThat(node.intake.round()).isEqualTo(1);
    assertThat(ticket().draft().text()).isEqualTo(LateText.LISTEN);
    SoundEntry sound =
        Objects.requireNonNull(
            Objects.requireNonNull(book.sounds.get(CALL)).get(SpoolSound.CALLER));
    assertThat(sound.wav().length()).isEqualTo(Duration.ofSeconds(3));
    assertThat(sound.wav().headerRight()).isTrue();
  }

  @Test
  void aBrokenRecordingIsKeptAsideAndTheTicketIsMade() {
    files.sheet("13800000001").write("-caller.wav", "no sound".getBytes(StandardCharsets.UTF_8));
    files.ended();
    node.intake.round();
    assertThat(ticket().draft().text()).isEqualTo(LateText.NO_SOUND);
    assertThat(node.rejectedSounds.list())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.call()).isEqualTo(CALL.value());
              assertThat(item.reason()).contains("not a WAV file");
            });
    assertThat(Files.exists(node.home.resolve("spool/rejected/" + CALL + "-caller.wav"))).isTrue();
  }

  @Test
  void aMendedRecordingPutBackJoinsItsCall() throws java.io.IOException {
    aBrokenRecordingIsKeptAsideAndTheTicketIsMade();
    String name = CALL + "-caller.wav";
    Files.write(node.home.resolve("spool/rejected/" + name), SpoolFiles.SPEECH.wav());
    assertThat(node.rejectedSounds.putBack(name)).isTrue();
    clock.pass(Duration.ofMinutes(2));
    assertThat(node.intake.round()).isEqualTo(1);
    assertThat(Objects.requireNonNull(book.sounds.get(CALL))).containsKey(SpoolSound.CALLER);
    assertThat(book.tickets).hasSize(1);
    assertThat(node.rejectedSounds.list()).isEmpty();
  }

  @Test
  void theDatabaseIsAwayDuringTheCallAndBackLater() {
    files.sheet("13800000001").speech("-caller.wav").ended();
    book.away = true;
    dialogHears("电梯坏了");
    String told = node.desk.put(CALL, Node.draft("电梯坏了", complete())).number();
    node.log.ended(CALL);
    assertThat(node.intake.round()).isZero();
    assertThat(node.spool.calls()).containsExactly(CALL);
    book.away = false;
    clock.pass(Duration.ofSeconds(3));
    assertThat(node.intake.round()).isEqualTo(1);
    assertThat(ticket().number()).isEqualTo(told);
  }

  @Test
  void anEmergencyIsEnteredWhileItsCallGoesOn() {
    files.sheet("13800000001");
    book.away = true;
    dialogHears("有人被困");
    node.desk.put(CALL, Node.draft("有人被困", unfinished()));
    book.away = false;
    clock.pass(Duration.ofSeconds(3));
    assertThat(node.intake.round()).isZero();
    assertThat(ticket().draft().text()).isEqualTo("有人被困");
    int attempts = book.attempts;
    node.intake.round();
    assertThat(book.attempts).isEqualTo(attempts);
  }

  @Test
  void whatIsRefusedForGoodWaitsForAPersonAndCanBeTriedAgain() {
    files.sheet("13800000001").speech("-caller.wav").ended();
    book.refusal = new DataIntegrityViolationException("text too long");
    for (int i = 0; i < Intake.ATTEMPTS; i++) {
      node.intake.round();
      clock.pass(Duration.ofMinutes(3));
    }
    assertThat(node.journal.rejected())
        .singleElement()
        .satisfies(item -> assertThat(item.reason()).contains("text too long"));
    int attempts = book.attempts;
    node.intake.round();
    assertThat(book.attempts).isEqualTo(attempts);

    book.refusal = null;
    assertThat(node.journal.retry(CALL)).isTrue();
    assertThat(node.intake.round()).isEqualTo(1);
    assertThat(book.tickets).containsKey(CALL);
  }

  private void dialogHears(String words) {
    node.log.started(Node.call(CALL));
    node.log.turn(CALL, Node.heard(Turn.Kind.WORDS, words));
  }

  private TicketEntry ticket() {
    assertThat(book.tickets).containsOnlyKeys(CALL);
    return Objects.requireNonNull(book.tickets.get(CALL));
  }

  private static TicketDraft.Completeness complete() {
    return TicketDraft.Completeness.COMPLETE;
  }

  private static TicketDraft.Completeness unfinished() {
    return TicketDraft.Completeness.UNFINISHED;
  }
}
