package cn.wuye.hotline.backend.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.database.SettableClock;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.TicketDraft;
import cn.wuye.hotline.ivr.port.TicketDraft.Completeness;
import cn.wuye.hotline.ivr.port.TicketDraft.Link;
import cn.wuye.hotline.ivr.port.TicketDraft.LinkKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls about earlier tickets, and callers who may be remembered, through journal and spool. */
class KnownCallsTest {
  private static final CallId CALL = new CallId("node-1-1763800000.12");
  private static final Link ADDS = new Link(LinkKind.ADDS_TO, "1000007");

  private final FakeBook book = new FakeBook();
  private final SettableClock clock = new SettableClock(Instant.now());
  private final Node node;
  private final SpoolFiles files;

  KnownCallsTest(@TempDir Path home) {
    node = new Node(home, book, clock, (call, step) -> {});
    files = new SpoolFiles(home, CALL, clock.instant());
  }

  @BeforeEach
  void call() {
    clock.pass(Duration.ofSeconds(5));
    files.sheet("13800000001");
    node.log.started(Node.call(CALL));
  }

  @Test
  void whoWasOnlyToldWhereHerTicketStandsOpensNone() {
    heard(Turn.Kind.WORDS, "查进度");
    node.desk.served(CALL);
    heard(Turn.Kind.KEYS, "#");
    held();

    assertThat(book.tickets).isEmpty();
    assertThat(book.calls).containsKey(CALL);
  }

  @Test
  void whatIsSaidAfterThatIsNotLostWhenTheApplicationDies() {
    heard(Turn.Kind.WORDS, "查进度");
    node.desk.served(CALL);
    heard(Turn.Kind.WORDS, "电梯昨天又坏了");
    died();

    assertThat(ticket().draft().text()).contains("电梯昨天又坏了");
    assertThat(ticket().draft().adds()).isFalse();
  }

  @Test
  void anAdditionTakesNoNumberOfItsOwnAndKeepsWhatCameLate() {
    heard(Turn.Kind.WORDS, "电梯昨天又坏了");
    String told = node.desk.put(CALL, draft("电梯昨天又坏了", ADDS)).number();
    heard(Turn.Kind.WORDS, "快点来");
    died();

    assertThat(told).isEqualTo("1000007");
    assertThat(ticket().number()).isEqualTo("1000007");
    assertThat(ticket().draft().link()).isEqualTo(ADDS);
    assertThat(ticket().draft().text()).contains("电梯昨天又坏了", "快点来");
  }

  @Test
  void anAdditionWaitsForTheDatabaseLikeATicket() {
    book.away = true;
    node.desk.put(CALL, draft("电梯昨天又坏了", ADDS));
    held();
    assertThat(book.tickets).isEmpty();

    book.away = false;
    clock.pass(Duration.ofMinutes(5));
    node.intake.round();

    assertThat(ticket().draft().link()).isEqualTo(ADDS);
  }

  @Test
  void anEmergencyAfterAnAdditionHasATicketOfItsOwn() {
    node.desk.put(CALL, draft("电梯昨天又坏了", ADDS));
    String told =
        node.desk
            .put(
                CALL,
                new TicketDraft(
                    new Intent("repair", "facilities", "lift", "emergency", 1),
                    Node.HOME,
                    "电梯里有人",
                    Completeness.COMPLETE,
                    false))
            .number();
    held();

    assertThat(told).isNotEqualTo("1000007");
    assertThat(ticket().draft().adds()).isFalse();
  }

  @Test
  void anEmergencyWordHeardOnlyByTheJournalAfterAnAdditionIsOneToo() {
    node.desk.put(CALL, draft("电梯昨天又坏了", ADDS));
    heard(Turn.Kind.EMERGENCY_WORD, "有人困在里面");
    died();

    assertThat(ticket().number()).isNotEqualTo("1000007");
    assertThat(ticket().draft().intent().emergency()).isTrue();
    assertThat(ticket().draft().adds()).isFalse();
  }

  @Test
  void whoHasATicketAlreadyAddsToNoOther() {
    String own = node.desk.put(CALL, draft("电梯又坏了", Link.NONE)).number();

    assertThat(node.desk.put(CALL, draft("电梯又坏了", ADDS)).number()).isEqualTo(own);
  }

  @Test
  void aYesIsRememberedOnceTheCallIsOver() {
    node.desk.put(CALL, draft("电梯又坏了", Link.NONE));
    node.desk.remember(CALL, true, Node.HOME);
    held();

    MemoryEntry memory = Objects.requireNonNull(book.memories.get(CALL));
    assertThat(memory.agreed()).isTrue();
    assertThat(memory.place()).isEqualTo(Node.HOME);
    assertThat(memory.caller().digits()).isEqualTo("13800000001");
  }

  @Test
  void aNoKeepsNoPlace() {
    node.desk.remember(CALL, false, Node.HOME);
    held();

    assertThat(Objects.requireNonNull(book.memories.get(CALL)).place()).isEqualTo(Place.UNKNOWN);
  }

  private void heard(Turn.Kind kind, String text) {
    node.log.turn(CALL, Node.heard(kind, text));
  }

  private void held() {
    node.log.ended(CALL);
    died();
  }

  private void died() {
    node.live.end(CALL);
    files.ended();
    clock.pass(Duration.ofSeconds(5));
    node.intake.round();
  }

  private TicketEntry ticket() {
    return Objects.requireNonNull(book.tickets.get(CALL));
  }

  private static TicketDraft draft(String text, Link link) {
    return new TicketDraft(Node.LIFT, Node.HOME, text, Completeness.COMPLETE, false, link);
  }
}
