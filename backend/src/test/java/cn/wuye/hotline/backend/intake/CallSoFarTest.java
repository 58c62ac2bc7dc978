package cn.wuye.hotline.backend.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.intake.journal.Journal;
import cn.wuye.hotline.backend.intake.journal.JournalLine;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.TicketDraft;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallSoFarTest {
  private static final CallId CALL = new CallId("node-1-1.1");
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

  @TempDir Path folder;

  private final DatabaseGate gate = new DatabaseGate(Clock.systemUTC(), Duration.ofSeconds(2), 1);
  private Journal journal;

  @BeforeEach
  void aCall() {
    journal = new Journal(folder);
    journal.append(CALL, new JournalLine.Started(NOW, "13800000001", "400", NOW, "", false));
  }

  @AfterEach
  void noDatabase() {
    gate.close();
  }

  private void turn(Turn.Who who, Turn.Kind kind, String text) {
    Turn turn = new Turn(who, kind, text, "", Duration.ZERO, Duration.ofSeconds(1));
    journal.append(CALL, new JournalLine.Spoke(NOW, turn));
  }

  private CallsSoFar calls() {
    return new CallsSoFar(
        journal,
        "node-1",
        call -> {
          throw new AssertionError("a call of this node has its journal");
        },
        gate);
  }

  private CallSoFar soFar() {
    return calls().of(CALL).orElseThrow();
  }

  @Test
  void beforeThereIsATicketHerOwnWordsAreShown() {
    turn(Turn.Who.HOTLINE, Turn.Kind.SAID, "您好");
    turn(Turn.Who.CALLER, Turn.Kind.WORDS, "电梯坏了");
    turn(Turn.Who.CALLER, Turn.Kind.KEYS, "0");
    turn(Turn.Who.CALLER, Turn.Kind.WORDS, "我要找人");

    assertThat(soFar())
        .isEqualTo(
            new CallSoFar(Optional.of(new PhoneNumber("13800000001")), "", "", false, "电梯坏了 我要找人"));
  }

  @Test
  void theDraftKnowsThePlaceAndHowUrgentItIs() {
    turn(Turn.Who.CALLER, Turn.Kind.WORDS, "着火了");
    TicketDraft draft =
        new TicketDraft(
            new Intent("repair", "security", "fire", "emergency", 1),
            new Place("7", "3号楼", "", "", ""),
            "三号楼着火了",
            TicketDraft.Completeness.COMPLETE,
            false);
    journal.append(CALL, new JournalLine.Drafted(NOW, "1000009", 1, false, draft));

    assertThat(soFar().estate()).isEqualTo("7");
    assertThat(soFar().emergency()).isTrue();
    assertThat(soFar().words()).isEqualTo("三号楼着火了");
  }

  @Test
  void anEmergencyIsKnownByItsWordAlone() {
    turn(Turn.Who.CALLER, Turn.Kind.EMERGENCY_WORD, "着火");

    assertThat(soFar().emergency()).isTrue();
  }

  @Test
  void ofACallThatTheMachineHasNotHeardNothingIsKnown() {
    assertThat(calls().of(new CallId("node-1-2.2"))).isEmpty();
  }
}
