package cn.wuye.hotline.backend.deadline.chase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.database.SettableClock;
import cn.wuye.hotline.backend.database.Statements;
import cn.wuye.hotline.backend.deadline.ClockState;
import cn.wuye.hotline.backend.deadline.Clocks;
import cn.wuye.hotline.backend.deadline.TicketClock;
import cn.wuye.hotline.backend.deadline.pause.PauseResult;
import cn.wuye.hotline.backend.deadline.pause.TicketPauses;
import cn.wuye.hotline.backend.deadline.rule.PauseReason;
import cn.wuye.hotline.backend.deadline.settings.LadderDesk;
import cn.wuye.hotline.backend.deadline.settings.LadderDraft;
import cn.wuye.hotline.backend.deadline.store.TicketClocks;
import cn.wuye.hotline.backend.deadline.store.TicketClocks.Stretch;
import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.message.Notice;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.ChangeResult;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.Due;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.NewTicket;
import cn.wuye.hotline.backend.ticket.SampleTickets;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketChanges;
import cn.wuye.hotline.backend.ticket.TicketChanges.Wish;
import cn.wuye.hotline.backend.ticket.TicketEvent;
import cn.wuye.hotline.backend.ticket.TicketFilter;
import cn.wuye.hotline.backend.ticket.TicketList;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.ticket.Timeline;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.ticket.Verb;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.Staff;
import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The cases of the ticket collection that need a database, time travelled. */
@SuppressWarnings("NullAway.Init")
abstract class ChaseCases {
  private static final Actor AGENT = Actor.user("agent");

  @Autowired ApplicationContext application;
  @Autowired SettableClock clock;
  @Autowired KeptOutbox outbox;
  @Autowired Chase chase;
  @Autowired FirstClocks firstClocks;
  @Autowired DeadlineJobs jobs;
  @Autowired TicketClocks clocks;
  @Autowired TicketPauses pauses;
  @Autowired Tickets tickets;
  @Autowired TicketChanges changes;
  @Autowired TicketList list;
  @Autowired Timeline timeline;
  @Autowired Estates estates;
  @Autowired EscalationRows rows;
  @Autowired LadderDesk ladder;
  @Autowired JdbcClient jdbc;

  private EstateId estate;
  private String manager;

  /** Each on a Monday morning of its own, in an estate of its own, with everything else quiet. */
  @BeforeEach
  void anotherMonday() {
    outbox.refuse("");
    long fortnights = Duration.between(TimeTravel.MONDAY_NINE, clock.instant()).toDays() / 14 + 1;
    Instant monday = TimeTravel.MONDAY_NINE.plus(Duration.ofDays(14 * fortnights));
    clock.pass(Duration.between(clock.instant(), monday));
    String name = "催办" + UUID.randomUUID().toString().substring(0, 8);
    estate = estates.save(Estate.named(name, List.of(), 0, List.of())).requireId();
    manager = "pm-" + estate;
    Staff.add(application, manager, Role.DISPATCHER, estate.value());
    chase.round(() -> false);
  }

  @Test
  void clocksStandInTheTransactionOfTheChange() {
    Ticket ticket = open(Urgency.URGENT);

    assertThat(stored(ticket, "accept")).containsEntry("state", "running");
    assertThat(dueOf(ticket, "accept")).isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));

    pass(10);
    move(ticket, Verb.ACCEPT);

    assertThat(stored(ticket, "accept"))
        .containsEntry("state", "met")
        .containsEntry("left_ms", Duration.ofMinutes(20).toMillis());
    assertThat(dueOf(ticket, "dispatch")).isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
  }

  @Test
  void recomputationIsIdempotentAndUnrelatedEditsChangeNothing() {
    Ticket ticket = open(Urgency.GENERAL);
    List<Map<String, Object>> before = rows(ticket);

    pass(5);
    clocks.renew(ticket.number());
    clocks.renew(ticket.number());
    amend(ticket, contents -> with(contents, contents.subject(), "另一句话"));

    assertThat(rows(ticket)).isEqualTo(before);
  }

  @Test
  void changeOfUrgencyRecomputesWhatIsNotMetFromTheOriginalStart() {
    Ticket ticket = open(Urgency.GENERAL);
    Instant opened = clock.instant();
    pass(10);
    move(ticket, Verb.ACCEPT);
    Map<String, Object> accepted = stored(ticket, "accept");

    pass(10);
    amend(ticket, contents -> urgency(contents, Urgency.URGENT));

    assertThat(stored(ticket, "accept")).isEqualTo(accepted);
    assertThat(dueOf(ticket, "solve")).isEqualTo(opened.plus(Duration.ofHours(24)));
    assertThat(stored(ticket, "solve")).containsEntry("rule_id", "urgent");
  }

  @Test
  void metOrMissedIsNeverRewritten() {
    Ticket ticket = open(Urgency.URGENT);
    pass(40);
    move(ticket, Verb.ACCEPT);
    Map<String, Object> missed = stored(ticket, "accept");
    assertThat(missed)
        .containsEntry("state", "missed")
        .containsEntry("left_ms", -Duration.ofMinutes(10).toMillis());

    pass(5);
    amend(ticket, contents -> urgency(contents, Urgency.COMPLEX));

    assertThat(stored(ticket, "accept")).isEqualTo(missed);
  }

  @Test
  void aPauseMovesTheDeadlineAndARefusedReasonSaysWhichAreAllowed() {
    Ticket ticket = open(Urgency.GENERAL);
    move(ticket, Verb.ACCEPT);
    Instant due = dueOf(ticket, "solve");

    pass(10);
    assertThat(pause(ticket, PauseReason.WAITING_FOR_PART)).isInstanceOf(PauseResult.Done.class);
    assertThat(stored(ticket, "solve"))
        .containsEntry("state", "paused")
        .containsEntry("due_at", null);
    assertThat(pause(ticket, PauseReason.WAITING_FOR_PART))
        .isInstanceOf(PauseResult.AlreadyPaused.class);
    pass(60);
    assertThat(pauses.resume(ticket.number(), "", AGENT, EstateScope.ALL))
        .isInstanceOf(PauseResult.Done.class);

    assertThat(dueOf(ticket, "solve")).isEqualTo(due.plus(Duration.ofHours(1)));
    assertThat(kinds(ticket)).containsSubsequence("paused", "resumed");
    assertThat(pauses.resume(ticket.number(), "", AGENT, EstateScope.ALL))
        .isInstanceOf(PauseResult.NotPaused.class);

    Ticket emergency = open(Urgency.EMERGENCY);
    assertThat(pause(emergency, PauseReason.WAITING_FOR_PART))
        .isEqualTo(
            new PauseResult.Refused(emergency.number(), PauseReason.WAITING_FOR_PART, Set.of()));
    assertThat(
            pauses.pause(
                ticket.number(), PauseReason.WAITING_FOR_PART, "", AGENT, EstateScope.of(Set.of())))
        .isInstanceOf(PauseResult.Unknown.class);
  }

  @Test
  void aPauseThatIsUsedUpEndsByItselfAndGivesNoMore() {
    Ticket ticket = open(Urgency.GENERAL);
    move(ticket, Verb.ACCEPT);
    pause(ticket, PauseReason.WAITING_FOR_RESIDENT);

    clock.pass(Duration.ofDays(3));
    chase.round(() -> false);

    assertThat(stored(ticket, "solve")).containsEntry("state", "running");
    assertThat(pause(ticket, PauseReason.WAITING_FOR_RESIDENT))
        .isEqualTo(
            new PauseResult.Refused(
                ticket.number(),
                PauseReason.WAITING_FOR_RESIDENT,
                Set.of(PauseReason.WAITING_FOR_PART, PauseReason.WAITING_FOR_THIRD_PARTY)));
  }

  @Test
  void eachStepFiresOnceHoweverManyLookAtOnce() {
    Ticket ticket = open(Urgency.URGENT);

    pass(16);
    Together.run(4, i -> rounds());
    rounds();
    assertThat(outbox.eventsTo(manager)).containsExactly("deadline-warning");

    pass(9);
    Together.run(4, i -> rounds());
    assertThat(outbox.eventsTo(manager)).containsExactly("deadline-warning", "deadline-warning");
    assertThat(outbox.to(manager).get(1).values())
        .containsEntry("percent", "80")
        .containsEntry("clock", "accept");
    assertThat(outbox.to(manager).get(1).ticket()).isEqualTo(ticket.number());

    pass(6);
    Together.run(4, i -> rounds());
    // Owner and lead are not known by name: the project manager has it, once.
    assertThat(outbox.eventsTo(manager))
        .containsExactly("deadline-warning", "deadline-warning", "deadline-missed");
    assertThat(kinds(ticket)).filteredOn("warned"::equals).hasSize(2);
    assertThat(kinds(ticket)).filteredOn("escalated"::equals).hasSize(1);
  }

  @Test
  void aChangedLadderHoldsForWhatBeginsLaterAndARunningTicketKeepsItsOwn() {
    LadderDraft shipped = LadderDraft.of(ladder.current().ladder());
    Ticket running = open(Urgency.URGENT);
    pass(1);
    LadderDraft earlier = new LadderDraft(List.of(30), shipped.rungs(), shipped.unsolvedAfter());
    save(earlier);
    try {
      Ticket later = open(Urgency.URGENT);
      pass(12);
      rounds();
      assertThat(kinds(later)).containsOnlyOnce("warned");
      assertThat(kinds(running)).doesNotContain("warned");

      move(running, Verb.ACCEPT);
      move(running, Verb.SOLVE);
      pass(1);
      move(running, Verb.REOPEN);
      pass(6);
      rounds();
      assertThat(kinds(running)).as("a round that began under the new one").contains("warned");
    } finally {
      save(shipped);
    }
  }

  private void save(LadderDraft wanted) {
    assertThat(ladder.save(ladder.current().version(), wanted, "", Staff.signedIn(Role.ADMIN)))
        .isEmpty();
  }

  @Test
  void twoSchedulersAtOnceTellOnce() {
    Ticket ticket = open(Urgency.URGENT);
    pass(16);
    Scheduler one = jobs.started("node-a", Duration.ofSeconds(1));
    Scheduler other = jobs.started("node-b", Duration.ofSeconds(1));
    try {
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .pollInterval(Duration.ofMillis(300))
          .until(
              () -> {
                clock.pass(Duration.ofSeconds(2));
                return !outbox.to(manager).isEmpty();
              });
      for (int i = 0; i < 5; i++) {
        clock.pass(Duration.ofSeconds(2));
        rounds();
      }
    } finally {
      one.stop();
      other.stop();
    }

    assertThat(outbox.eventsTo(manager)).containsExactly("deadline-warning");
    assertThat(kinds(ticket)).filteredOn("warned"::equals).hasSize(1);
  }

  @Test
  void aMovedDueTimeMayWarnAgain() {
    Ticket ticket = open(Urgency.URGENT);
    move(ticket, Verb.ACCEPT);
    move(ticket, Verb.DISPATCH);
    move(ticket, Verb.START);
    pass(12 * 60 + 1);
    rounds();
    assertThat(outbox.eventsTo(manager)).containsExactly("deadline-warning");

    pause(ticket, PauseReason.WAITING_FOR_PART);
    rounds();
    pass(60);
    rounds();
    assertThat(outbox.eventsTo(manager)).containsExactly("deadline-warning");
    pauses.resume(ticket.number(), "", AGENT, EstateScope.ALL);
    rounds();
    rounds();

    assertThat(outbox.eventsTo(manager)).containsExactly("deadline-warning", "deadline-warning");
  }

  @Test
  void theLadderGoesUpwards() {
    String headquarters = "hq-" + estate;
    Staff.add(application, headquarters, Role.MANAGER, estate.value());
    open(Urgency.EMERGENCY);

    pass(6);
    rounds();
    assertThat(outbox.eventsTo(manager)).contains("deadline-missed");
    assertThat(outbox.to(manager)).allMatch(Notice::emergency);
    assertThat(outbox.to(headquarters)).isEmpty();

    pass(10);
    rounds();
    pass(10);
    rounds();
    pass(10);
    rounds();
    assertThat(outbox.eventsTo(headquarters)).isNotEmpty().containsOnly("deadline-missed");
  }

  @Test
  void unsolvedForThreeDaysGoesToTheProjectManager() {
    Ticket ticket = open(Urgency.COMPLEX);
    move(ticket, Verb.ACCEPT);
    move(ticket, Verb.DISPATCH);
    move(ticket, Verb.START);
    clock.pass(Duration.ofHours(72).minusMillis(1));
    rounds();
    assertThat(outbox.to(manager)).isEmpty();

    clock.pass(Duration.ofMillis(1));
    rounds();

    assertThat(outbox.eventsTo(manager)).containsExactly("deadline-missed");
    assertThat(kinds(ticket)).filteredOn("escalated"::equals).hasSize(1);
  }

  @Test
  void stopsWhenMetMergedOrArchived() {
    Ticket met = open(Urgency.URGENT);
    Ticket merged = open(Urgency.URGENT);
    Ticket withdrawn = open(Urgency.URGENT);
    Ticket survivor = open(Urgency.URGENT);
    move(met, Verb.ACCEPT);
    move(met, Verb.SOLVE);
    move(met, Verb.CALL_BACK);
    move(met, Verb.ARCHIVE);
    changes.markDuplicate(wish(merged), survivor.number(), "");
    move(withdrawn, Verb.WITHDRAW);

    clock.pass(Duration.ofDays(10));
    rounds();

    assertThat(kinds(met)).doesNotContain("warned", "escalated");
    assertThat(kinds(merged)).doesNotContain("warned", "escalated");
    assertThat(kinds(withdrawn)).doesNotContain("warned", "escalated");
    assertThat(kinds(survivor)).contains("escalated");
  }

  @Test
  void afterThreeHoursWithoutARoundThereIsOneDigestAndEmergenciesComeSingly() {
    open(Urgency.URGENT);
    open(Urgency.URGENT);
    open(Urgency.GENERAL);
    Ticket emergency = open(Urgency.EMERGENCY);

    clock.pass(Duration.ofHours(3));
    Together.run(2, i -> rounds());
    rounds();

    List<Notice> told = outbox.to(manager);
    assertThat(told)
        .filteredOn(notice -> notice.event().equals("escalation-digest"))
        .singleElement()
        .satisfies(digest -> assertThat(digest.values()).containsEntry("count", "3"));
    assertThat(told)
        .filteredOn(notice -> !notice.event().equals("escalation-digest"))
        .isNotEmpty()
        .allMatch(notice -> emergency.number().equals(notice.ticket()));
  }

  @Test
  void whatWasEnteredLateIsToldAtOnce() {
    NewTicket draft =
        SampleTickets.at(draft(Urgency.EMERGENCY), clock.instant().minus(Duration.ofMinutes(7)));
    tickets.open(draft, AGENT);

    rounds();

    assertThat(outbox.eventsTo(manager)).contains("deadline-missed");
  }

  @Test
  void olderTicketsGetTheirClocksAndNobodyIsToldWhatIsLongPast() {
    Ticket ticket = open(Urgency.URGENT);
    forgetClocks(ticket);
    pass(45);

    Together.run(
        2,
        i -> {
          firstClocks.give(() -> false);
          return true;
        });
    rounds();

    assertThat(stored(ticket, "accept")).containsEntry("state", "missed");
    assertThat(outbox.to(manager)).isEmpty();
    assertThat(kinds(ticket)).doesNotContain("warned", "escalated");

    // What becomes late from now on is told as ever: half an hour more, and the lead would have it.
    pass(16);
    rounds();
    assertThat(outbox.eventsTo(manager)).containsExactly("deadline-missed");
  }

  @Test
  void whatIsDoneToAnOlderTicketBeforeItsFirstClocksEscalatesNothingOld() {
    Ticket ticket = open(Urgency.URGENT);
    forgetClocks(ticket);
    pass(45);

    amend(ticket, contents -> with(contents, changed(contents.subject()), contents.text()));
    rounds();

    assertThat(stored(ticket, "accept")).containsEntry("state", "missed");
    assertThat(outbox.to(manager)).isEmpty();
    pass(16);
    rounds();
    assertThat(outbox.eventsTo(manager)).containsExactly("deadline-missed");
  }

  @Test
  void theFirstWarningAfterTheFirstClocksIsTold() {
    Ticket running = open(Urgency.URGENT);
    forgetClocks(running);
    pass(10);
    firstClocks.give(() -> false);

    pass(6);
    rounds();

    assertThat(outbox.eventsTo(manager)).containsExactly("deadline-warning");
  }

  @Test
  void onlyWhatWasLateAtTheFirstClocksIsSilentHoweverLateTheNextRoundComes() {
    Ticket running = open(Urgency.URGENT);
    forgetClocks(running);
    pass(20);
    firstClocks.give(() -> false);

    pass(6);
    rounds();

    assertThat(outbox.to(manager))
        .singleElement()
        .satisfies(notice -> assertThat(notice.values()).containsEntry("percent", "80"));
  }

  @Test
  void firstClocksAreGivenToTheNewestFirst() {
    Ticket older = open(Urgency.GENERAL);
    Ticket closed = open(Urgency.GENERAL);
    Ticket newer = open(Urgency.GENERAL);
    move(closed, Verb.WITHDRAW);
    forgetClocks(older);
    forgetClocks(closed);
    forgetClocks(newer);

    Stretch all = clocks.withoutClocks(Long.MAX_VALUE, 3, State.OPEN).orElseThrow();
    Stretch newest = clocks.withoutClocks(Long.MAX_VALUE, 1, State.OPEN).orElseThrow();
    Stretch next = clocks.withoutClocks(newest.from(), 2, Set.of(State.WITHDRAWN)).orElseThrow();

    assertThat(all.without()).containsExactly(newer.number(), older.number());
    assertThat(newest.without()).containsExactly(newer.number());
    assertThat(next.without()).containsExactly(closed.number());
    firstClocks.give(() -> false);
    assertThat(clocks.withoutClocks(Long.MAX_VALUE, 3, EnumSet.allOf(State.class)))
        .hasValueSatisfying(stretch -> assertThat(stretch.without()).isEmpty());
  }

  @Test
  void oneDigestThatCannotBeMadeLeavesTheOthersAlone() {
    EstateId elsewhere =
        estates.save(Estate.named("催办" + UUID.randomUUID(), List.of(), 0, List.of())).requireId();
    String other = "pm-" + elsewhere;
    Staff.add(application, other, Role.DISPATCHER, elsewhere.value());
    for (EstateId each : List.of(estate, elsewhere)) {
      NewTicket draft =
          SampleTickets.at(SampleTickets.draft(SampleTickets.newCall(), each), clock.instant());
      tickets.open(SampleTickets.with(draft, urgency(draft.contents(), Urgency.URGENT)), AGENT);
    }
    clock.pass(Duration.ofHours(3));

    outbox.refuse(manager);
    assertThatThrownBy(this::rounds).isInstanceOf(IllegalStateException.class);
    outbox.refuse("");
    assertThat(outbox.to(other)).hasSize(1);
    assertThat(outbox.to(manager)).isEmpty();

    rounds();
    assertThat(outbox.to(manager)).hasSize(1);
    assertThat(outbox.to(other)).hasSize(1);
  }

  @Test
  void aLookThatGoesWrongIsRepeatedAfterHalfAMinuteAndThenLessOften() {
    Ticket ticket = open(Urgency.URGENT);
    pass(10);
    rounds();
    pass(6);
    outbox.refuse(manager);
    rounds();
    assertThat(lookAt(ticket)).isEqualTo(clock.instant().plusSeconds(30));
    clock.pass(Duration.ofSeconds(30));
    rounds();
    assertThat(lookAt(ticket)).isEqualTo(clock.instant().plusSeconds(60));

    outbox.refuse("");
    clock.pass(Duration.ofSeconds(60));
    rounds();

    assertThat(outbox.eventsTo(manager)).containsExactly("deadline-warning");
    assertThat(lookAt(ticket)).isAfter(clock.instant());
  }

  @Test
  void aRuleThatCannotBeReadIsSeenInTheHealthUntilItIsMended() {
    DeadlinesHealth health =
        new DeadlinesHealth(
            rows,
            new DeadlineProperties(true, Duration.ofSeconds(1), Duration.ofSeconds(1)),
            clock);
    assertThat(state(health)).isEqualTo("ok");
    pass(6);
    assertThat(state(health)).isEqualTo("late");
    rounds();
    assertThat(state(health)).isEqualTo("ok");

    open(Urgency.URGENT);
    unreadableRule(true);
    pass(16);
    Scheduler node = jobs.started("node-c", Duration.ofSeconds(1));
    try {
      await(() -> state(health).equals("failed"));
      unreadableRule(false);
      await(() -> state(health).equals("ok"));
    } finally {
      node.stop();
      unreadableRule(false);
    }

    assertThat(outbox.eventsTo(manager)).contains("deadline-warning");
  }

  private void await(BooleanSupplier condition) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> {
              clock.pass(Duration.ofSeconds(2));
              return condition.getAsBoolean();
            });
  }

  private static Object state(DeadlinesHealth health) {
    return health.health().getDetails().getOrDefault("state", "");
  }

  private void unreadableRule(boolean there) {
    jdbc.sql("DELETE FROM deadline_rule WHERE id = 'broken'").update();
    if (there) {
      jdbc.sql(
              "INSERT INTO deadline_rule (id, version, valid_from, content, author, created_at)"
                  + " VALUES ('broken', 1, '2026-01-01', '{', 'user:test', '2026-01-01')")
          .update();
    }
    jdbc.sql("UPDATE deadline_revision SET revision = revision + 1").update();
  }

  private Instant lookAt(Ticket ticket) {
    return jdbc.sql("SELECT look_at FROM ticket_watch WHERE ticket = ?")
        .param(ticket.number().value())
        .query((row, n) -> Utc.instant(row, "look_at"))
        .single();
  }

  private void forgetClocks(Ticket ticket) {
    jdbc.sql("DELETE FROM ticket_clock WHERE ticket = ?").param(ticket.number().value()).update();
    jdbc.sql("DELETE FROM ticket_watch WHERE ticket = ?").param(ticket.number().value()).update();
  }

  private static Subject changed(Subject subject) {
    return new Subject(
        subject.kind() == Kind.REPAIR ? Kind.COMPLAINT : Kind.REPAIR,
        subject.category(),
        subject.subcategory(),
        subject.urgency());
  }

  @Test
  void theListFindsWhatIsLateAndWhatIsDueWithinAnHour() {
    Ticket soon = open(Urgency.URGENT);
    Ticket late = open(Urgency.EMERGENCY);
    open(Urgency.COMPLEX);
    pass(20);

    assertThat(found(Due.OVERDUE)).containsExactly(late.number());
    assertThat(found(Due.WITHIN_HOUR)).contains(soon.number()).doesNotContain(late.number());
    assertThat(list.find(soon.number(), EstateScope.ALL).map(TicketRow::nextDue))
        .contains(dueOf(soon, "accept"));
  }

  @Test
  void theListFindsWhatWentAboveTheOwner() {
    Ticket ticket = open(Urgency.URGENT);
    pass(31);
    rounds();
    assertThat(found(Due.OVERDUE)).containsExactly(ticket.number());
    assertThat(found(Due.ESCALATED)).as("its owner alone was told").isEmpty();

    pass(30);
    rounds();
    assertThat(found(Due.ESCALATED)).containsExactly(ticket.number());

    move(ticket, Verb.ACCEPT);
    move(ticket, Verb.SOLVE);
    assertThat(found(Due.ESCALATED)).containsExactly(ticket.number());
    assertThat(found(TicketFilter.ALL.due(Due.ESCALATED).in(State.OPEN))).isEmpty();
    jdbc.sql("UPDATE escalation_step SET silent = TRUE WHERE ticket = ?")
        .param(ticket.number().value())
        .update();
    assertThat(found(Due.ESCALATED)).as("nobody was told").isEmpty();
  }

  @Test
  void aHelperWhoIsLateIsChasedLikeTheTicketItself() {
    Ticket ticket = open(Urgency.URGENT);
    move(ticket, Verb.ACCEPT);
    move(ticket, Verb.DISPATCH);
    move(ticket, Verb.START);
    pass(60);
    helper(ticket, "open", "");
    assertThat(dueOf(ticket, "help")).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
    assertThat(found(Due.HELP_OVERDUE)).isEmpty();
    rounds();
    pass(12 * 60 + 1);
    Together.run(4, i -> rounds());
    assertThat(steps(ticket, "warned", "help")).isEqualTo(1);
    assertThat(outbox.to(manager)).isNotEmpty();

    pass(12 * 60);
    Together.run(4, i -> rounds());
    rounds();

    assertThat(found(Due.HELP_OVERDUE)).containsExactly(ticket.number());
    assertThat(found(Due.OVERDUE)).containsExactly(ticket.number());
    assertThat(steps(ticket, "escalated", "help")).isEqualTo(1);
    helper(ticket, "done", "已告知业主");
    assertThat(found(Due.HELP_OVERDUE)).isEmpty();
    assertThat(stored(ticket, "help")).containsEntry("state", "missed");
    pass(24 * 60);
    rounds();
    assertThat(steps(ticket, "escalated", "help")).isEqualTo(1);
  }

  @Test
  void madeSafeMeetsItsClockWhileTheSolutionIsStillWaitedFor() {
    Ticket ticket = open(Urgency.EMERGENCY);
    pass(90);

    tickets.note(ticket.number(), AGENT, new Happening.MadeSafe("agent"));

    assertThat(stored(ticket, "made-safe"))
        .containsEntry("state", "met")
        .containsEntry("left_ms", Duration.ofMinutes(30).toMillis());
    assertThat(stored(ticket, "solve")).containsEntry("state", "running");
  }

  private void helper(Ticket ticket, String state, String words) {
    tickets.note(
        ticket.number(),
        AGENT,
        new Happening.TaskMoved("department", "customer-service", state, words));
  }

  /** How often a step of a clock was taken. */
  private long steps(Ticket ticket, String kind, String target) {
    return timeline.of(ticket.number()).stream()
        .filter(event -> event.kind().equals(kind))
        .filter(event -> target.equals(event.details().get("target")))
        .count();
  }

  private List<TicketNumber> found(Due due) {
    return found(TicketFilter.ALL.due(due));
  }

  private List<TicketNumber> found(TicketFilter filter) {
    return list.page(filter, EstateScope.of(Set.of(estate)), Optional.empty(), 50).rows().stream()
        .map(TicketRow::number)
        .toList();
  }

  @Test
  void whatATicketCostsThatIsDueDoesNotGrowWithItsSteps() {
    open(Urgency.EMERGENCY);
    pass(20);
    perLook(Statements.of(this::rounds));
    for (int i = 0; i < 5; i++) {
      open(Urgency.EMERGENCY);
    }
    pass(60);

    assertThat(perLook(Statements.of(this::rounds))).isGreaterThanOrEqualTo(5);

    assertThat(outbox.to(manager)).hasSizeGreaterThan(5);
  }

  /** How many tickets were looked at, with few statements each. */
  private static long perLook(List<String> sent) {
    long looks =
        sent.stream().filter(sql -> sql.startsWith("SELECT number FROM ticket WHERE")).count();
    assertThat(looks).isPositive();
    // Beside the looks: the round itself, who fills which role, digests.
    assertThat((long) sent.size()).as(String.join("\n", sent)).isLessThan(16 * looks + 25);
    return looks;
  }

  private boolean rounds() {
    chase.round(() -> false);
    return true;
  }

  private void pass(int minutes) {
    clock.pass(Duration.ofMinutes(minutes));
  }

  private NewTicket draft(Urgency urgency) {
    NewTicket draft =
        SampleTickets.at(SampleTickets.draft(SampleTickets.newCall(), estate), clock.instant());
    return SampleTickets.with(draft, urgency(draft.contents(), urgency));
  }

  private Ticket open(Urgency urgency) {
    return tickets.open(draft(urgency), AGENT).ticket();
  }

  private PauseResult pause(Ticket ticket, PauseReason reason) {
    return pauses.pause(ticket.number(), reason, "", AGENT, EstateScope.ALL);
  }

  private void move(Ticket ticket, Verb verb) {
    assertThat(changes.apply(wish(ticket), verb, "")).isInstanceOf(ChangeResult.Done.class);
  }

  private void amend(Ticket ticket, UnaryOperator<Contents> change) {
    assertThat(changes.amend(wish(ticket), change)).isInstanceOf(ChangeResult.Done.class);
  }

  private Wish wish(Ticket ticket) {
    long version =
        tickets.find(ticket.number(), EstateScope.ALL).map(Ticket::version).orElseThrow();
    return new Wish(ticket.number(), version, AGENT, EstateScope.ALL);
  }

  private static Contents urgency(Contents contents, Urgency urgency) {
    Subject subject = contents.subject();
    return with(
        contents,
        new Subject(subject.kind(), subject.category(), subject.subcategory(), urgency),
        contents.text());
  }

  private static Contents with(Contents contents, Subject subject, String text) {
    return new Contents(
        subject,
        contents.place(),
        contents.reporter(),
        text,
        contents.unfinished(),
        contents.needsTranscript());
  }

  private Instant dueOf(Ticket ticket, String target) {
    Clocks now = clocks.of(ticket.number(), EstateScope.ALL).orElseThrow().clocks();
    TicketClock found = now.find(target, 1).orElseThrow();
    assertThat(found.state()).isNotEqualTo(ClockState.PAUSED);
    return Optional.ofNullable(found.due()).orElseThrow();
  }

  private List<Map<String, Object>> rows(Ticket ticket) {
    return jdbc.sql("SELECT * FROM ticket_clock WHERE ticket = ? ORDER BY target, occurrence")
        .param(ticket.number().value())
        .query()
        .listOfRows();
  }

  private Map<String, Object> stored(Ticket ticket, String target) {
    return rows(ticket).stream()
        .filter(row -> target.equals(row.get("target")))
        .findFirst()
        .orElseThrow();
  }

  private List<String> kinds(Ticket ticket) {
    return timeline.of(ticket.number()).stream().map(TicketEvent::kind).toList();
  }
}
