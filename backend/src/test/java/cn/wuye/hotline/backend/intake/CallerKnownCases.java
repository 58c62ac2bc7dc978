package cn.wuye.hotline.backend.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.resident.CallerMemory;
import cn.wuye.hotline.backend.resident.NumberHash;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Additions;
import cn.wuye.hotline.backend.ticket.SampleTickets;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketChanges;
import cn.wuye.hotline.backend.ticket.TicketEvent;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.ticket.Timeline;
import cn.wuye.hotline.backend.ticket.Verb;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.TicketDraft;
import cn.wuye.hotline.ivr.port.TicketDraft.Completeness;
import cn.wuye.hotline.ivr.port.TicketDraft.Link;
import cn.wuye.hotline.ivr.port.TicketDraft.LinkKind;
import cn.wuye.hotline.ivr.port.TicketProgress;
import cn.wuye.hotline.ivr.port.TicketProgress.Finding;
import cn.wuye.hotline.ivr.port.TicketStatus;
import cn.wuye.hotline.ivr.port.TicketStatus.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose calls they are and what they are told, on every database. */
abstract class CallerKnownCases {
  private static final Intent LIFT = new Intent("repair", "facilities", "lift", "urgent", 1);

  @Autowired CallBook book;
  @Autowired TicketProgress progress;
  @Autowired Tickets tickets;
  @Autowired TicketChanges changes;
  @Autowired Additions additions;
  @Autowired Timeline timeline;
  @Autowired Estates estates;
  @Autowired Residents residents;
  @Autowired CallerMemory memory;
  @Autowired NumberHash hash;
  @Autowired JdbcClient jdbc;

  private final PhoneNumber phone = number();
  private @Nullable Estate made;

  @BeforeEach
  void estate() {
    made = SampleEstates.another(estates);
  }

  @Test
  void aTicketBelongsToThePersonWhereOnlyOneCanBeCalling() {
    Resident only = resident("王秀英", "yue", phone);
    Ticket ticket = opened(phone);

    assertThat(ticket.contents().reporter().residentId()).isEqualTo(only.id());
    assertThat(ticket.contents().reporter().name()).isEqualTo("王秀英");
    assertThat(events(ticket.number()).get(0).details()).containsEntry("dialect", "yue");
  }

  @Test
  void aHouseholdsTicketBelongsToThePlaceAlone() {
    resident("王秀英", "yue", phone);
    resident("李强", "cmn", phone);
    Ticket ticket = opened(phone);

    assertThat(ticket.contents().reporter().residentId()).isNull();
    assertThat(ticket.contents().place().room()).isEqualTo("502");
    assertThat(events(ticket.number()).get(0).details()).containsEntry("dialect", "");
  }

  @Test
  void aSecondCallIsAddedOnceHoweverOftenItIsEntered() {
    TicketNumber first = opened(phone).number();
    CallId again = newCall();

    assertThat(enter(again, phone, "还没有人来", adds(first))).isEqualTo(first.toString());
    assertThat(enter(again, phone, "还没有人来", adds(first))).isEqualTo(first.toString());

    assertThat(additions.callsOf(first)).containsExactly(again);
    assertThat(tickets.ofCall(again).orElseThrow().number()).isEqualTo(first);
    assertThat(events(first)).extracting(TicketEvent::kind).containsExactly("opened", "call-added");
    assertThat(events(first).get(1).details()).containsEntry("text", "还没有人来");
  }

  @Test
  void whatWasSolvedMeanwhileIsALinkedTicketAndNothingIsLost() {
    TicketNumber first = opened(phone).number();
    apply(first, Verb.ACCEPT, Verb.SOLVE);
    CallId again = newCall();

    String told = enter(again, phone, "又坏了", adds(first));
    enter(again, phone, "又坏了", adds(first));

    assertThat(told).isNotEqualTo(first.toString());
    assertThat(additions.callsOf(first)).isEmpty();
    assertThat(events(TicketNumber.parse(told))).extracting(TicketEvent::kind).contains("repeats");
    assertThat(events(first)).extracting(TicketEvent::kind).containsOnlyOnce("came-again");
    assertThat(repeatOf(told)).isEqualTo(first.value());
  }

  @Test
  void aRepeatIsLinked() {
    TicketNumber first = opened(phone).number();
    apply(first, Verb.ACCEPT, Verb.SOLVE);

    String again = enter(newCall(), phone, "又坏了", new Link(LinkKind.REPEATS, first.toString()));

    assertThat(repeatOf(again)).isEqualTo(first.value());
  }

  @Test
  void whatSheSaysIsAnotherMatterIsNotedAndNotLinked() {
    TicketNumber first = opened(phone).number();
    Link other = new Link(LinkKind.OTHER_THAN, first.toString());
    CallId call = newCall();

    String second = enter(call, phone, "另一部电梯也坏了", other);
    enter(call, phone, "另一部电梯也坏了", other);
    enter(newCall(), phone, "还有一部", new Link(LinkKind.OTHER_THAN, "1000000000009"));

    assertThat(
            jdbc.sql(
                    "SELECT decided_by FROM ticket_distinct"
                        + " WHERE lower_number IN (:both) AND higher_number IN (:both)")
                .param("both", List.of(first.value(), Long.parseLong(second)))
                .query(String.class)
                .list())
        .containsExactly("call:" + call.value());
    assertThat(
            jdbc.sql("SELECT repeat_of FROM ticket WHERE number = ?")
                .param(Long.parseLong(second))
                .query()
                .singleRow()
                .get("repeat_of"))
        .isNull();
  }

  @Test
  void whoAgreedIsAResidentFromThenOnAndOnlyOnce() {
    CallId call = newCall();
    MemoryEntry yes = new MemoryEntry(call, phone, true, home(), "yue", Instant.now());

    book.enter(yes);
    book.enter(yes);

    List<Resident> known = residents.reachedAt(phone, EstateScope.ALL);
    assertThat(known).hasSize(1);
    assertThat(known.get(0).consentSource()).isEqualTo("call:" + call);
    assertThat(known.get(0).consentAt()).isNotNull();
    assertThat(known.get(0).dwellings().get(0).room()).isEqualTo("502");
    assertThat(known.get(0).dialect()).isEqualTo("yue");
  }

  @Test
  void theDialectSheAskedForIsThatOfHerNextCall() {
    book.enter(new MemoryEntry(newCall(), phone, true, home(), "", Instant.now()));
    TicketDraft spoken =
        new TicketDraft(LIFT, home(), "电梯坏了", Completeness.COMPLETE, false, Link.NONE, "cmn-SC");
    enter(newCall(), phone, spoken);

    assertThat(residents.reachedAt(phone, EstateScope.ALL))
        .extracting(Resident::dialect)
        .containsExactly("cmn-SC");
  }

  @Test
  void whatWasHeardIsRememberedOnlyWhileNothingIsKnown() {
    book.enter(new MemoryEntry(newCall(), phone, true, home(), "", Instant.now()));
    Ticket first = entered(heard("yue"));
    assertThat(events(first.number()).get(0).details()).containsEntry("dialect", "yue");
    assertThat(residents.reachedAt(phone, EstateScope.ALL))
        .extracting(Resident::dialect)
        .containsExactly("yue");

    entered(heard("hak"));
    assertThat(residents.reachedAt(phone, EstateScope.ALL))
        .extracting(Resident::dialect)
        .containsExactly("yue");
  }

  private Ticket entered(TicketDraft draft) {
    CallId call = newCall();
    enter(call, phone, draft);
    return tickets.ofCall(call).orElseThrow();
  }

  private TicketDraft heard(String dialect) {
    return new TicketDraft(
        LIFT, home(), "电梯坏了", Completeness.COMPLETE, false, Link.NONE, "", dialect);
  }

  @Test
  void whoRefusedIsKeptAsAHashAlone() {
    MemoryEntry no = new MemoryEntry(newCall(), phone, false, Place.UNKNOWN, "", Instant.now());

    book.enter(no);
    book.enter(no);

    assertThat(memory.refusals()).contains(hash.of(phone));
    assertThat(hash.of(phone)).doesNotContain(phone.digits()).hasSize(64);
    assertThat(residents.reachedAt(phone, EstateScope.ALL)).isEmpty();
  }

  @Test
  void theOwnNumberIsToldEverythingWhateverTheCarrierWritesBeforeIt() {
    Ticket ticket = opened(phone);

    List<TicketStatus> told = progress.recent(new PhoneNumber("+86" + phone.digits()));

    assertThat(told).hasSize(1);
    assertThat(told.get(0).number()).isEqualTo(ticket.number().toString());
    assertThat(told.get(0).stage()).isEqualTo(Stage.REGISTERED);
    assertThat(told.get(0).nextWithin()).hasValueSatisfying(left -> assertThat(left).isPositive());
    assertThat(told.get(0).own()).isTrue();

    apply(ticket.number(), Verb.ACCEPT);
    assertThat(progress.recent(phone).get(0).stage()).isEqualTo(Stage.ACCEPTED);
    assertThat(progress.recent(phone).get(0).nextWithin()).isEmpty();
  }

  @Test
  void whoAsksByAMergedNumberHearsWhereTheSurvivingTicketStands() {
    TicketNumber surviving = opened(number()).number();
    Ticket merged = opened(phone);
    changes.markDuplicate(
        new TicketChanges.Wish(
            merged.number(), merged.version(), Actor.user("li"), EstateScope.ALL),
        surviving,
        "");
    apply(surviving, Verb.ACCEPT);

    Finding found = progress.find(merged.number().toString(), Optional.of(phone));

    TicketStatus told = ((Finding.Found) found).ticket();
    assertThat(told.number()).isEqualTo(merged.number().toString());
    assertThat(told.stage()).isEqualTo(Stage.ACCEPTED);
    assertThat(told.own()).isTrue();
  }

  @Test
  void whatAResidentToldFromOneNumberIsToldToHerOther() {
    PhoneNumber other = number();
    resident("王秀英", "cmn", phone, other);
    Ticket ticket = opened(phone);

    assertThat(progress.recent(other))
        .extracting(TicketStatus::number)
        .containsExactly(ticket.number().toString());
  }

  @Test
  void theNewestThreeAreToldAndWhatWasArchivedLongAgoIsNot() {
    TicketNumber old = opened(phone).number();
    jdbc.sql("UPDATE ticket SET state = 'archived', state_since = '2020-01-01' WHERE number = ?")
        .param(old.value())
        .update();
    for (int i = 0; i < 4; i++) {
      opened(phone);
    }

    assertThat(progress.recent(phone)).hasSize(3);
    assertThat(progress.recent(phone))
        .extracting(TicketStatus::number)
        .doesNotContain(old.toString());
  }

  @Test
  void aStrangerLearnsTheStageAndNothingElse() {
    Ticket ticket = opened(phone);

    Finding found = progress.find(ticket.number().toString(), Optional.of(number()));

    assertThat(found).isInstanceOf(Finding.Found.class);
    TicketStatus told = ((Finding.Found) found).ticket();
    assertThat(told.own()).isFalse();
    assertThat(told.responsible()).isEmpty();
    assertThat(told.nextWithin()).isEmpty();
  }

  @Test
  void guessingIsLimitedAndTheOwnTicketIsNoGuess() {
    Ticket ticket = opened(phone);
    Ticket foreign = opened(number());
    PhoneNumber guesser = number();
    for (int i = 0; i < 6; i++) {
      assertThat(progress.find(foreign.number().toString(), Optional.of(guesser)))
          .isInstanceOf(Finding.Found.class);
    }

    assertThat(progress.find(foreign.number().toString(), Optional.of(guesser)))
        .isInstanceOf(Finding.TooMany.class);
    for (int i = 0; i < 8; i++) {
      assertThat(progress.find(ticket.number().toString(), Optional.of(phone)))
          .isInstanceOf(Finding.Found.class);
    }
    assertThat(progress.find("1000008", Optional.of(guesser)))
        .as("a wrong check digit")
        .isInstanceOf(Finding.NotFound.class);
  }

  @Test
  void theSameThingIsFoundByNumberAndByDwellingAndNothingElseIs() {
    TicketNumber first = opened(phone).number();
    Intent rubbish = new Intent("complaint", "environment", "rubbish", "general", 1);
    Place nextDoor = new Place(id().toString(), "3号楼", "2单元", "501", "");

    assertThat(progress.earlier(Optional.of(phone), Place.UNKNOWN, LIFT))
        .hasValueSatisfying(t -> assertThat(t.number()).isEqualTo(first.toString()));
    assertThat(progress.earlier(Optional.of(number()), home(), LIFT))
        .hasValueSatisfying(t -> assertThat(t.own()).isFalse());
    assertThat(progress.earlier(Optional.of(phone), home(), rubbish)).isEmpty();
    assertThat(progress.earlier(Optional.of(number()), nextDoor, LIFT)).isEmpty();
    assertThat(progress.earlier(Optional.empty(), Place.UNKNOWN, LIFT)).isEmpty();

    jdbc.sql("UPDATE ticket SET opened_at = ? WHERE number = ?")
        .params(
            cn.wuye.hotline.backend.persistence.Utc.column(
                Instant.now().minus(Duration.ofDays(31))),
            first.value())
        .update();
    assertThat(progress.earlier(Optional.of(phone), home(), LIFT)).isEmpty();
  }

  private Ticket opened(PhoneNumber caller) {
    CallId call = newCall();
    enter(call, caller, "电梯又坏了", Link.NONE);
    return tickets.ofCall(call).orElseThrow();
  }

  private String enter(CallId call, PhoneNumber caller, String text, Link link) {
    return enter(
        call, caller, new TicketDraft(LIFT, home(), text, Completeness.COMPLETE, false, link));
  }

  private String enter(CallId call, PhoneNumber caller, TicketDraft draft) {
    String number =
        draft.adds()
            ? draft.link().ticket()
            : TicketNumber.ofSequence(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 50))
                .toString();
    return book.enter(new TicketEntry(call, number, Optional.of(caller), Instant.now(), draft));
  }

  private void apply(TicketNumber number, Verb... verbs) {
    for (Verb verb : verbs) {
      long version = tickets.find(number, EstateScope.ALL).orElseThrow().version();
      changes.apply(
          new TicketChanges.Wish(number, version, Actor.user("li"), EstateScope.ALL), verb, "");
    }
  }

  private long repeatOf(String number) {
    return jdbc.sql("SELECT repeat_of FROM ticket WHERE number = ?")
        .param(Long.parseLong(number))
        .query(Long.class)
        .single();
  }

  private List<TicketEvent> events(TicketNumber ticket) {
    return timeline.of(ticket);
  }

  private Resident resident(String name, String dialect, PhoneNumber... numbers) {
    return residents.save(
        Resident.named(
            name,
            dialect,
            List.of(numbers),
            List.of(new Resident.Dwelling(id(), "3号楼", "2单元", "502"))));
  }

  private Place home() {
    return new Place(id().toString(), "3号楼", "2单元", "502", "");
  }

  private EstateId id() {
    return java.util.Objects.requireNonNull(made).requireId();
  }

  private static Link adds(TicketNumber ticket) {
    return new Link(LinkKind.ADDS_TO, ticket.toString());
  }

  private static CallId newCall() {
    return new CallId(SampleTickets.newCall());
  }

  private static PhoneNumber number() {
    return new PhoneNumber("137" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999));
  }
}
