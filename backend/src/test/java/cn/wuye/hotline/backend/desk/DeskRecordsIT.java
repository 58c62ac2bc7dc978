package cn.wuye.hotline.backend.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.HotlineProperties;
import cn.wuye.hotline.backend.call.CallRecord;
import cn.wuye.hotline.backend.call.Calls;
import cn.wuye.hotline.backend.database.OnMariaDb;
import cn.wuye.hotline.backend.desk.DeskTickets.Saved;
import cn.wuye.hotline.backend.desk.DeskTickets.Written;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.intake.journal.Journal;
import cn.wuye.hotline.backend.intake.journal.JournalLine;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.NewTicket;
import cn.wuye.hotline.backend.ticket.Origin;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketPlace;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.TicketDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.security.core.userdetails.UserDetailsService;

/** What an agent sees of a call, and what becomes of what she types. */
@OnMariaDb
@SuppressWarnings("NullAway.Init")
class DeskRecordsIT {
  private static final DraftFields TYPED =
      new DraftFields(
          "电梯坏了", "complaint", "facilities/lift", "urgent", "", "3号楼", "", "501", "王女士");

  @Autowired ApplicationContext application;
  @Autowired UserDetailsService users;
  @Autowired DeskCalls calls;
  @Autowired CallBriefs briefs;
  @Autowired Drafts drafts;
  @Autowired DeskTickets deskTickets;
  @Autowired Tickets tickets;
  @Autowired Residents residents;
  @Autowired Estates estates;
  @Autowired Journal journal;
  @Autowired Calls keptCalls;
  @Autowired HotlineProperties hotline;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private final String tag = UUID.randomUUID().toString().substring(0, 8);
  private final CallId call = new CallId("node-1-" + tag + ".1");
  private final PhoneNumber number =
      new PhoneNumber("139" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999));
  private EstateId home;
  private SignedInUser everywhere;
  private SignedInUser elsewhere;

  @BeforeEach
  void aCallerWhoHasTalkedWithTheMachine() {
    home = SampleEstates.another(estates).requireId();
    long other = SampleEstates.another(estates).requireId().value();
    everywhere = Staff.signedIn(application, "all-" + tag, Role.AGENT);
    Staff.add(application, "one-" + tag, Role.AGENT, other);
    elsewhere = (SignedInUser) users.loadUserByUsername("one-" + tag);
    residents.save(
        Resident.named(
            "住户" + tag,
            "yue",
            List.of(number),
            List.of(new Resident.Dwelling(home, "3号楼", "2单元", "501"))));
    Instant now = clock.instant();
    journal.append(
        call, new JournalLine.Started(now, number.digits(), "4001234567", now, "sip", false));
    journal.append(
        call,
        new JournalLine.Spoke(
            now,
            new Turn(
                Turn.Who.CALLER,
                Turn.Kind.WORDS,
                "三号楼的电梯又坏了",
                "",
                Duration.ofSeconds(4),
                Duration.ofSeconds(7))));
  }

  // ---------------------------------------------------------------- screen-pop
  @Test
  void beforeTheFirstRingTheCallIsNobodys() {
    assertThat(briefs.current(everywhere)).isEmpty();
    assertThat(briefs.find(call, everywhere)).isEmpty();
    assertThat(briefs.number(call, everywhere)).isEmpty();
  }

  @Test
  void atTheFirstRingEverythingIsThere() {
    Ticket earlier = earlier(home);
    rings(everywhere);

    CallBrief brief = briefs.current(everywhere).orElseThrow();

    assertThat(brief.told().caller()).contains(number);
    assertThat(brief.told().turns()).extracting(Turn::text).containsExactly("三号楼的电梯又坏了");
    assertThat(brief.residents()).extracting(Resident::name).containsExactly("住户" + tag);
    assertThat(brief.dialect()).isEqualTo("yue");
    assertThat(brief.open()).extracting(row -> row.number()).containsExactly(earlier.number());
    assertThat(read("resident.read", "resident:" + brief.residents().get(0).id())).isEqualTo(1);
  }

  @Test
  void aCallThatIsKeptTellsWhatItToldAndOneOfAsteriskAloneItsCaller() throws IOException {
    CallId kept = new CallId("node-1-" + tag + ".2");
    Instant now = clock.instant();
    keptCalls.keep(
        new CallRecord(
            kept, "", Optional.of(number), "4001234567", "node-1", now, Optional.of(now)),
        List.of(
            new Turn(
                Turn.Who.CALLER,
                Turn.Kind.WORDS,
                "门禁坏了",
                "",
                Duration.ofSeconds(1),
                Duration.ofSeconds(2))));
    CallId alone = new CallId("node-1-" + tag + ".3");
    Path sheet = hotline.home().resolve("spool/" + alone + ".call");
    Files.writeString(
        sheet,
        "call-id=%s\ncaller=%s\ndialled=4001234567\nstarted=%d\nsip-call-id=\n"
            .formatted(alone, number.digits(), now.getEpochSecond()));
    calls.rung(kept, everywhere.id(), "1001", now);
    calls.rung(alone, everywhere.id(), "1001", now);

    assertThat(briefs.find(kept, everywhere).orElseThrow().told().turns())
        .extracting(Turn::text)
        .containsExactly("门禁坏了");
    assertThat(briefs.find(alone, everywhere).orElseThrow().told().caller()).contains(number);
    Files.delete(sheet);
  }

  @Test
  void aCallBackTellsWhomItIsForAndWhatSheToldWhenSheWaited() {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            "INSERT INTO call_back (phone, queue_code, call_id, cause, waiting_since, state,"
                + " due_at, created_by, created_at) VALUES (?, 'general', ?, 'asked', '2026-01-01',"
                + " 'ringing-agent', '2026-01-01', 'test', '2026-01-01')")
        .params(number.digits(), call.value())
        .update(key, "id");
    CallId placed = new CallId("callback-" + Objects.requireNonNull(key.getKey()) + "-1");
    calls.rung(placed, everywhere.id(), "1001", clock.instant());

    Told told = briefs.find(placed, everywhere).orElseThrow().told();

    assertThat(told.caller()).contains(number);
    assertThat(told.turns()).extracting(Turn::text).containsExactly("三号楼的电梯又坏了");
    jdbc.sql("DELETE FROM call_back WHERE phone = ?").param(number.digits()).update();
  }

  @Test
  void whoIsRungForAnotherEstateSeesTheCallerAndNothingElseOfIt() {
    Ticket earlier = earlier(home);
    Ticket foreign = earlier(SampleEstates.another(estates).requireId());
    rings(elsewhere);

    CallBrief brief = briefs.current(elsewhere).orElseThrow();

    assertThat(brief.residents()).hasSize(1);
    assertThat(brief.open())
        .extracting(row -> row.number())
        .containsExactly(earlier.number())
        .doesNotContain(foreign.number());
    assertThat(tickets.find(earlier.number(), elsewhere.scope())).isEmpty();
    assertThat(briefs.find(call, everywhere)).isEmpty();
  }

  @Test
  void whatRangInVainOrIsLongOverIsNotHersAnyMore() {
    rings(everywhere);
    calls.ended(call, everywhere.id(), Stage.MISSED, clock.instant());
    assertThat(briefs.find(call, everywhere)).isEmpty();

    rings(elsewhere);
    calls.answered(call, elsewhere.id(), clock.instant());
    calls.ended(call, elsewhere.id(), Stage.OVER, clock.instant().minusSeconds(60));
    assertThat(briefs.find(call, elsewhere)).isPresent();
    jdbc.sql("UPDATE desk_call SET ended_at = '2026-01-01' WHERE call_id = ?")
        .param(call.value())
        .update();
    assertThat(briefs.find(call, elsewhere)).isEmpty();
    assertThat(briefs.number(call, elsewhere)).isEmpty();
  }

  @Test
  void showingTheNumberIsWrittenDown() {
    rings(everywhere);

    assertThat(briefs.number(call, everywhere)).contains(number);

    assertThat(read("desk.number-shown", "call:" + call.value())).isEqualTo(1);
    assertThat(
            jdbc.sql("SELECT details FROM audit_entry WHERE action = ? AND subject = ?")
                .params("desk.number-shown", "call:" + call.value())
                .query(String.class)
                .single())
        .doesNotContain(number.digits());
  }

  // ---------------------------------------------------------------- drafts
  @Test
  void whatIsTypedIsKeptAndTheSecondWindowIsTold() {
    assertThat(drafts.save(call, everywhere.id(), 0, TYPED)).isEqualTo(OptionalLong.of(1));
    assertThat(drafts.save(call, everywhere.id(), 0, TYPED)).isEmpty();
    assertThat(drafts.save(call, everywhere.id(), 1, TYPED)).isEqualTo(OptionalLong.of(2));
    assertThat(drafts.save(call, everywhere.id(), 1, TYPED)).isEmpty();

    assertThat(drafts.find(call, everywhere.id())).map(Draft::fields).contains(TYPED);
    assertThat(drafts.find(call, elsewhere.id())).isEmpty();
  }

  @Test
  void whatIsTooLongIsCutAndNotRefused() {
    DraftFields endless =
        new DraftFields(
            "字".repeat(20_000),
            "k".repeat(99),
            "c".repeat(99),
            "u",
            "e".repeat(99),
            "b".repeat(999),
            "",
            "",
            "");

    assertThat(drafts.save(call, everywhere.id(), 0, endless)).isEqualTo(OptionalLong.of(1));

    assertThat(drafts.find(call, everywhere.id()).orElseThrow().fields().text()).hasSize(8000);
  }

  @Test
  void aDraftKeepsTheCallHersForADay() {
    rings(everywhere);
    calls.answered(call, everywhere.id(), clock.instant());
    calls.ended(call, everywhere.id(), Stage.OVER, clock.instant().minus(Duration.ofHours(3)));
    assertThat(briefs.find(call, everywhere)).isEmpty();

    drafts.save(call, everywhere.id(), 0, TYPED);

    assertThat(briefs.find(call, everywhere)).isPresent();
    assertThat(drafts.of(everywhere.id())).hasSize(1);
  }

  @Test
  void whatIsOldEnoughGoesAndNothingElse() {
    rings(everywhere);
    drafts.save(call, everywhere.id(), 0, TYPED);
    new OldDesks(jdbc, clock).remove();
    assertThat(drafts.find(call, everywhere.id())).isPresent();

    jdbc.sql("UPDATE desk_draft SET saved_at = '2020-01-01' WHERE call_id = ?")
        .param(call.value())
        .update();
    jdbc.sql("UPDATE desk_call SET rung_at = '2020-01-01' WHERE call_id = ?")
        .param(call.value())
        .update();
    new OldDesks(jdbc, clock).remove();

    assertThat(drafts.find(call, everywhere.id())).isEmpty();
    assertThat(calls.find(call, everywhere.id())).isEmpty();
  }

  // ---------------------------------------------------------------- the ticket
  @Test
  void whatSheWritesIsTheCallsTicketHoweverOftenSheHandsItIn() {
    rings(everywhere);
    drafts.save(call, everywhere.id(), 0, TYPED);
    CallBrief brief = briefs.current(everywhere).orElseThrow();

    Saved first = deskTickets.save(brief, written("电梯坏了"), everywhere);
    Saved second = deskTickets.save(brief, written("电梯坏了，有老人"), everywhere);

    assertThat(first).isInstanceOf(Saved.Kept.class).isEqualTo(second);
    Ticket ticket = tickets.find(Origin.call(call)).orElseThrow();
    assertThat(ticket.contents().text()).isEqualTo("电梯坏了，有老人");
    assertThat(ticket.contents().place().estateId()).isEqualTo(home);
    assertThat(ticket.contents().reporter().phone()).isEqualTo(number);
    assertThat(ticket.contents().reporter().residentId()).isNotNull();
    assertThat(drafts.find(call, everywhere.id())).isEmpty();
  }

  @Test
  void theMachinesTicketSaysWhatSheSaysAndKeepsSayingIt() {
    machineOpens();
    rings(elsewhere);
    CallBrief brief = briefs.current(elsewhere).orElseThrow();
    assertThat(brief.own()).isPresent();

    assertThat(deskTickets.save(brief, written("不是电梯，是门禁"), elsewhere))
        .isInstanceOf(Saved.Kept.class);
    machineOpens();

    assertThat(tickets.find(Origin.call(call)).orElseThrow().contents().text())
        .isEqualTo("不是电梯，是门禁");
  }

  @Test
  void whatTheMachineUnderstandsAfterwardsDoesNotOverwriteHerTicket() {
    rings(everywhere);
    deskTickets.save(briefs.current(everywhere).orElseThrow(), written("不是电梯，是门禁"), everywhere);

    machineOpens();

    Contents contents = tickets.find(Origin.call(call)).orElseThrow().contents();
    assertThat(contents.text()).isEqualTo("不是电梯，是门禁");
    assertThat(contents.unfinished()).isFalse();
  }

  @Test
  void aWrongCategoryIsRefusedAndTheDraftStays() {
    rings(everywhere);
    drafts.save(call, everywhere.id(), 0, TYPED);
    Written wrong =
        new Written(
            new Subject(Kind.COMPLAINT, "nonsense", "", Urgency.GENERAL),
            TicketPlace.UNKNOWN,
            "",
            "x");

    assertThat(deskTickets.save(briefs.current(everywhere).orElseThrow(), wrong, everywhere))
        .isInstanceOf(Saved.Refused.class);

    assertThat(drafts.find(call, everywhere.id())).isPresent();
    assertThat(tickets.find(Origin.call(call))).isEmpty();
  }

  @Test
  void sheWritesForTheCallersEstateAndForNoOtherForeignOne() {
    rings(elsewhere);
    CallBrief brief = briefs.current(elsewhere).orElseThrow();
    EstateId third = SampleEstates.another(estates).requireId();
    Written foreign =
        new Written(written("x").subject(), new TicketPlace(third, "", "", "", ""), "", "不是她的小区");

    assertThat(deskTickets.save(brief, foreign, elsewhere)).isInstanceOf(Saved.Refused.class);
    assertThat(deskTickets.save(brief, written("x"), elsewhere)).isInstanceOf(Saved.Kept.class);
  }

  private void rings(SignedInUser agent) {
    calls.rung(call, agent.id(), "1001", clock.instant());
  }

  private Written written(String text) {
    return new Written(
        new Subject(Kind.REPAIR, "facilities", "lift", Urgency.URGENT),
        new TicketPlace(home, "3号楼", "2单元", "501", ""),
        "王女士",
        text);
  }

  /** As the intake does it, during the call or after it. */
  private void machineOpens() {
    TicketDraft draft =
        new TicketDraft(
            new Intent("repair", "facilities", "lift", "urgent", 0.9),
            new Place(home.toString(), "3号楼", "", "", ""),
            "三号楼的电梯又坏了",
            TicketDraft.Completeness.UNFINISHED,
            false);
    tickets.openOrAmend(
        new NewTicket(
            Optional.empty(),
            Origin.call(call),
            Channel.PHONE,
            Optional.of(call),
            new Contents(
                Subject.of(draft.intent()),
                new TicketPlace(home, "3号楼", "", "", ""),
                new Reporter(null, "", number),
                draft.text(),
                true,
                false),
            clock.instant()),
        Actor.call(call));
  }

  private Ticket earlier(EstateId estate) {
    return tickets
        .openFirst(
            new NewTicket(
                Optional.empty(),
                Origin.of("test", UUID.randomUUID().toString()),
                Channel.AGENT,
                Optional.empty(),
                new Contents(
                    new Subject(Kind.REPAIR, "facilities", "lift", Urgency.GENERAL),
                    new TicketPlace(estate, "3号楼", "", "", ""),
                    new Reporter(null, "", number),
                    "以前的事",
                    false,
                    false),
                clock.instant().minus(Duration.ofDays(1))),
            Actor.user("somebody"))
        .ticket();
  }

  private long read(String action, String subject) {
    return jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = ? AND subject = ?")
        .params(action, subject)
        .query(Long.class)
        .single();
  }
}
