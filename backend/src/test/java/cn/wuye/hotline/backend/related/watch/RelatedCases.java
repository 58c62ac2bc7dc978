package cn.wuye.hotline.backend.related.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.deadline.store.TicketClocks;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.related.incident.Announcement;
import cn.wuye.hotline.backend.related.incident.IncidentResult;
import cn.wuye.hotline.backend.related.incident.IncidentResult.Refusal;
import cn.wuye.hotline.backend.related.incident.Incidents;
import cn.wuye.hotline.backend.related.incident.Proposal;
import cn.wuye.hotline.backend.related.incident.Proposals;
import cn.wuye.hotline.backend.related.likeness.Likeness.Finding;
import cn.wuye.hotline.backend.related.merge.Likelies;
import cn.wuye.hotline.backend.related.merge.MergeDesk;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Addition;
import cn.wuye.hotline.backend.ticket.Additions;
import cn.wuye.hotline.backend.ticket.ChangeResult;
import cn.wuye.hotline.backend.ticket.Channel;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.Invalidity;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.MergedTickets;
import cn.wuye.hotline.backend.ticket.NewTicket;
import cn.wuye.hotline.backend.ticket.Origin;
import cn.wuye.hotline.backend.ticket.OtherMatters;
import cn.wuye.hotline.backend.ticket.Relation;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.SampleTickets;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketChanges;
import cn.wuye.hotline.backend.ticket.TicketEvent;
import cn.wuye.hotline.backend.ticket.TicketFilter;
import cn.wuye.hotline.backend.ticket.TicketList;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketPlace;
import cn.wuye.hotline.backend.ticket.TicketRow;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.ticket.Timeline;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.ticket.Verb;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.KnownIncident;
import cn.wuye.hotline.ivr.port.KnownIncidents;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Duplicates, links, merges: the cases of the ticket collection, on every database. */
@SuppressWarnings("NullAway.Init")
abstract class RelatedCases {
  private static final Actor CALLER = Actor.call(new CallId("related"));
  private static final Announcement POWER_CUT = new Announcement("3号楼停电", List.of("3号楼"), null);

  @Autowired Tickets tickets;
  @Autowired TicketChanges changes;
  @Autowired TicketList list;
  @Autowired Timeline timeline;
  @Autowired Additions additions;
  @Autowired MergedTickets merged;
  @Autowired MergeDesk desk;
  @Autowired Likelies likelies;
  @Autowired Incidents incidents;
  @Autowired Proposals proposals;
  @Autowired KnownIncidents knownIncidents;
  @Autowired OtherMatters otherMatters;
  @Autowired Relating relating;
  @Autowired TicketClocks clocks;
  @Autowired Estates estates;
  @Autowired JdbcClient jdbc;
  @Autowired Transactions transactions;

  private final SignedInUser dispatcher = Staff.signedIn(Role.DISPATCHER);
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(60);
  private EstateId estate;
  private int phones;

  @BeforeEach
  void estate() {
    estate = SampleEstates.another(estates).requireId();
  }

  // --- repeats ---

  @Test
  void repeatIsLinkedOneStepMoreUrgentAndTheEarlierOneInView() {
    TicketNumber earlier = lift(phone(), "502", Duration.ofDays(10), "电梯坏了");
    solve(earlier);
    TicketNumber again = lift(phone(), "502", Duration.ZERO, "电梯又坏了");
    Instant due = due(again, "solve");

    compare(again);

    assertThat(find(again).contents().subject().urgency()).isEqualTo(Urgency.URGENT);
    assertThat(due(again, "solve")).isBefore(due);
    assertThat(kinds(again)).contains("repeats", "amended");
    assertThat(kinds(earlier)).contains("came-again");
    assertThat(repeats()).containsExactly(again);
    assertThat(row(again).repeatOf()).isEqualTo(earlier);
  }

  @Test
  void aRepeatIsNotMadeAnEmergencyAndIsRaisedOnce() {
    String phone = phone();
    solve(lift(phone, "502", Duration.ofDays(2), "电梯坏了"));
    TicketNumber again = open(draft(phone, "502", Duration.ZERO, "电梯坏了", Urgency.URGENT));

    compare(again);
    compare(again);

    assertThat(find(again).contents().subject().urgency()).isEqualTo(Urgency.URGENT);
    assertThat(kinds(again)).filteredOn("repeats"::equals).hasSize(1);
    assertThat(kinds(again)).doesNotContain("amended");
  }

  @Test
  void ofManyNodesOneLinks() {
    String phone = phone();
    solve(lift(phone, "502", Duration.ofDays(2), "电梯坏了"));
    TicketNumber again = lift(phone, "502", Duration.ZERO, "电梯坏了");
    queue(again);

    Together.run(4, i -> relating.round());

    assertThat(kinds(again)).filteredOn("repeats"::equals).hasSize(1);
  }

  @Test
  void whatIsTooLongAgoOrElsewhereOrWithdrawnIsNoRepeat() {
    String phone = phone();
    solve(lift(phone, "502", Duration.ofDays(31), "电梯坏了"));
    solve(lift(phone, "301", Duration.ofDays(3), "电梯坏了"));
    TicketNumber withdrawn = lift(phone, "502", Duration.ofDays(3), "电梯坏了");
    move(withdrawn, Verb.WITHDRAW);
    TicketNumber again = lift(phone, "502", Duration.ZERO, "电梯坏了");

    compare(again);

    assertThat(kinds(again)).doesNotContain("repeats");
    assertThat(find(again).contents().subject().urgency()).isEqualTo(Urgency.GENERAL);
  }

  @Test
  void theCallsLaterWordsLeaveARepeatUrgent() {
    String phone = phone();
    solve(lift(phone, "502", Duration.ofDays(2), "电梯坏了"));
    NewTicket draft = draft(phone, "502", Duration.ZERO, "电梯坏了", Urgency.GENERAL);
    TicketNumber again = open(draft);
    compare(again);

    tickets.openOrAmend(SampleTickets.withText(draft, "电梯坏了，门关不上"), CALLER);

    assertThat(find(again).contents().text()).isEqualTo("电梯坏了，门关不上");
    assertThat(find(again).contents().subject().urgency()).isEqualTo(Urgency.URGENT);
  }

  // --- duplicates ---

  @Test
  void sureCasesAreMergedByThemselves() {
    String phone = phone();
    TicketNumber first = lift(phone, "502", Duration.ofMinutes(40), "电梯坏了");
    TicketNumber second = lift("+86" + phone, "", Duration.ZERO, "三号楼电梯坏了");

    compare(second);

    assertThat(find(second).duplicateOf()).contains(first);
    assertThat(find(second).state()).isEqualTo(State.DUPLICATE);
    assertThat(kinds(first)).contains("absorbed");
    assertThat(kinds(second)).doesNotContain("repeats");
  }

  @Test
  void whoWaitsLongerGoesOnThoughItIsComparedLast() {
    String phone = phone();
    TicketNumber first = lift(phone, "502", Duration.ofSeconds(2), "电梯坏了");
    TicketNumber second = lift(phone, "502", Duration.ZERO, "电梯坏了");

    compare(first);

    assertThat(find(second).duplicateOf()).contains(first);
    assertThat(find(first).state()).isEqualTo(State.NEW);
  }

  @Test
  void ofSureCasesTheMoreUrgentGoesOn() {
    String phone = phone();
    TicketNumber general = lift(phone, "502", Duration.ofMinutes(40), "电梯坏了");
    TicketNumber emergency = open(draft(phone, "502", Duration.ZERO, "电梯困人", Urgency.EMERGENCY));

    compare(emergency);

    assertThat(find(general).duplicateOf()).contains(emergency);
    assertThat(find(emergency).state()).isEqualTo(State.NEW);
  }

  @Test
  void whoChangesTheOtherOneJustThenIsWaitedForAndNotOverrun() {
    String phone = phone();
    TicketNumber general = lift(phone, "502", Duration.ofMinutes(40), "电梯坏了");
    TicketNumber emergency = open(draft(phone, "502", Duration.ZERO, "电梯困人", Urgency.EMERGENCY));
    queue(emergency);

    CompletableFuture<Integer> comparing =
        transactions.run(
            () -> {
              move(general, Verb.ACCEPT);
              CompletableFuture<Integer> round = CompletableFuture.supplyAsync(relating::round);
              await().until(() -> isLocked(emergency));
              return round;
            });
    comparing.join();

    assertThat(find(general).duplicateOf()).contains(emergency);
    assertThat(kinds(emergency)).doesNotContain("repeats");
  }

  /** By somebody who compares it; asked in a transaction of its own. */
  private boolean isLocked(TicketNumber ticket) {
    return transactions.run(
        () ->
            jdbc.sql("SELECT number FROM ticket WHERE number = ? FOR UPDATE SKIP LOCKED")
                .param(ticket.value())
                .query(Long.class)
                .optional()
                .isEmpty());
  }

  @Test
  void otherRoomsOtherKindsAndLongerAgoAreNotSure() {
    String phone = phone();
    lift(phone, "301", Duration.ofMinutes(10), "电梯坏了");
    lift(phone, "502", Duration.ofMinutes(70), "电梯坏了");
    lift(phone(), "502", Duration.ofMinutes(5), "电梯坏了");
    TicketNumber last = lift(phone, "502", Duration.ZERO, "电梯坏了");

    compare(last);

    assertThat(find(last).state()).isEqualTo(State.NEW);
  }

  @Test
  void theSameComplaintBySeveralPeopleIsOfferedWithTheReasons() {
    TicketNumber first = lift(phone(), "502", Duration.ofMinutes(50), "电梯坏了，门关不上");
    TicketNumber other = lift(phone(), "", Duration.ZERO, "三号楼电梯门关不上");

    List<Likelies.Likely> offered = likelies.of(other, EstateScope.ALL);

    assertThat(offered).extracting(Likelies.Likely::number).containsExactly(first);
    assertThat(offered.get(0).likeness().reasons())
        .extracting(reason -> reason.finding())
        .contains(Finding.SAME_BUILDING, Finding.SAME_SUBCATEGORY, Finding.WITHIN_HOUR);
    assertThat(likelies.of(other, EstateScope.of(Set.of()))).isEmpty();
  }

  @Test
  void whatSomebodySaidIsNotTheSameIsNotOfferedAgain() {
    TicketNumber first = lift(phone(), "502", Duration.ofMinutes(50), "电梯坏了");
    TicketNumber other = lift(phone(), "", Duration.ZERO, "电梯坏了");

    assertThat(desk.distinct(other, first, dispatcher)).isTrue();

    assertThat(likelies.of(other, EstateScope.ALL)).isEmpty();
    assertThat(likelies.of(first, EstateScope.ALL)).isEmpty();
  }

  // --- merges ---

  @Test
  void mergingKeepsEverythingAndTheMergedNumberLeadsToTheSurvivingTicket() {
    TicketNumber first = lift(phone(), "502", Duration.ZERO, "电梯坏了");
    TicketNumber second = lift(phone(), "", Duration.ZERO, "电梯坏了，门关不上");
    List<TicketEvent> before = timeline.of(second);

    assertThat(merge(second, first)).isInstanceOf(ChangeResult.Done.class);

    assertThat(timeline.of(second)).containsAll(before);
    assertThat(find(second).contents().text()).isEqualTo("电梯坏了，门关不上");
    assertThat(merged.head(second).orElseThrow().number()).isEqualTo(first);
    assertThat(desk.under(first, EstateScope.ALL))
        .extracting(TicketRow::number)
        .containsExactly(second);
    assertThat(desk.current(second).orElseThrow().before()).isEqualTo(State.NEW);
  }

  @Test
  void repliesToTheMergedTicketArriveAtTheSurvivingOne() {
    TicketNumber first = lift(phone(), "502", Duration.ZERO, "电梯坏了");
    TicketNumber second = lift(phone(), "", Duration.ZERO, "电梯坏了");
    merge(second, first);

    CallId call = new CallId(SampleTickets.newCall());
    Optional<TicketNumber> added =
        additions.keep(second, new Addition(call, "现在里面有人", false, false, now));
    ChangeResult noted = changes.note(second, "已回电", CALLER, EstateScope.ALL);

    assertThat(added).contains(first);
    assertThat(((ChangeResult.Done) noted).ticket().number()).isEqualTo(first);
    assertThat(kinds(first)).contains("call-added", "note-added");
    assertThat(kinds(second)).doesNotContain("call-added", "note-added");
  }

  @Test
  void whatTheMergedOnesCallTellsLaterMakesTheSurvivingOneAsUrgent() {
    String phone = phone();
    NewTicket general = draft(phone, "502", Duration.ofMinutes(40), "电梯坏了", Urgency.GENERAL);
    TicketNumber first = open(general);
    NewTicket again = draft(phone, "", Duration.ZERO, "电梯坏了", Urgency.GENERAL);
    TicketNumber second = open(again);
    compare(second);
    assertThat(find(second).duplicateOf()).contains(first);

    tickets.openOrAmend(with(again, "电梯困人", Urgency.EMERGENCY), CALLER);

    assertThat(find(first).contents().subject().urgency()).isEqualTo(Urgency.EMERGENCY);
    assertThat(kinds(first)).containsSubsequence("absorbed", "amended");
    assertThat(timeline.of(first).get(timeline.of(first).size() - 1).actor())
        .isEqualTo("system:merges");
    // Her own call knows nothing of it, and does not make it wait longer again.
    tickets.openOrAmend(with(general, "电梯坏了，三号楼的", Urgency.GENERAL), CALLER);
    assertThat(find(first).contents().subject().urgency()).isEqualTo(Urgency.EMERGENCY);
    assertThat(find(first).contents().text()).isEqualTo("电梯坏了，三号楼的");
  }

  @Test
  void whatTheCallerSaysIsAnotherMatterIsLeftToPeople() {
    String phone = phone();
    TicketNumber first = lift(phone, "502", Duration.ofMinutes(40), "电梯坏了");
    TicketNumber second = lift(phone, "502", Duration.ZERO, "电梯坏了");
    Actor caller = Actor.call(new CallId(SampleTickets.newCall()));
    otherMatters.note(second, first, caller);

    compare(second);

    assertThat(find(second).duplicateOf()).isEmpty();
    assertThat(kinds(second)).doesNotContain("repeats");
    assertThat(likelies.of(second, EstateScope.ALL))
        .extracting(Likelies.Likely::number)
        .containsExactly(first);
    desk.distinct(second, first, dispatcher);
    otherMatters.note(second, first, caller);
    assertThat(likelies.of(second, EstateScope.ALL)).isEmpty();
  }

  @Test
  void cyclesAreImpossibleAndAChainLeadsToItsHead() {
    TicketNumber a = lift(phone(), "502", Duration.ZERO, "电梯坏了");
    TicketNumber b = lift(phone(), "", Duration.ZERO, "电梯坏了");
    TicketNumber c = lift(phone(), "301", Duration.ZERO, "电梯坏了");
    merge(a, b);
    merge(b, c);

    assertThat(invalidity(merge(c, a))).isEqualTo(Invalidity.CIRCULAR_DUPLICATE);
    assertThat(invalidity(merge(c, c))).isEqualTo(Invalidity.CIRCULAR_DUPLICATE);
    assertThat(merged.head(a).orElseThrow().number()).isEqualTo(c);
    assertThat(merged.under(c)).containsExactlyInAnyOrder(a, b);
    TicketNumber d = lift(phone(), "302", Duration.ZERO, "电梯坏了");
    merge(d, a);
    assertThat(find(d).duplicateOf()).contains(c);
  }

  @Test
  void twoMergesAtOnceHaveOneOutcome() {
    TicketNumber a = lift(phone(), "502", Duration.ZERO, "电梯坏了");
    TicketNumber b = lift(phone(), "", Duration.ZERO, "电梯坏了");

    List<ChangeResult> results =
        Together.run(
            2,
            i ->
                i == 0
                    ? desk.merge(a, 0, b, "同一件事", dispatcher)
                    : desk.merge(b, 0, a, "同一件事", dispatcher));

    assertThat(results).filteredOn(ChangeResult.Done.class::isInstance).hasSize(1);
    assertThat(List.of(find(a), find(b)))
        .extracting(Ticket::state)
        .containsExactlyInAnyOrder(State.NEW, State.DUPLICATE);
  }

  @Test
  void anOldVersionIsTold() {
    TicketNumber a = lift(phone(), "502", Duration.ZERO, "电梯坏了");
    TicketNumber b = lift(phone(), "", Duration.ZERO, "电梯坏了");
    move(a, Verb.ACCEPT);

    assertThat(desk.merge(a, 0, b, "同一件事", dispatcher)).isInstanceOf(ChangeResult.Stale.class);
  }

  @Test
  void nobodyWaitsLongerAndNothingIsMergedIntoWhatIsOver() {
    TicketNumber emergency = open(draft(phone(), "502", Duration.ZERO, "电梯困人", Urgency.EMERGENCY));
    TicketNumber general = lift(phone(), "", Duration.ZERO, "电梯坏了");
    TicketNumber over = lift(phone(), "301", Duration.ZERO, "电梯坏了");
    solve(over);

    assertThat(invalidity(merge(emergency, general))).isEqualTo(Invalidity.LESS_URGENT_SURVIVOR);
    assertThat(invalidity(merge(general, over))).isEqualTo(Invalidity.SURVIVOR_OVER);
  }

  @Test
  void mergingCanBeUndoneAndTheClocksGoOnAsIfNeverMerged() {
    TicketNumber first = lift(phone(), "502", Duration.ZERO, "电梯坏了");
    TicketNumber second = lift(phone(), "", Duration.ZERO, "电梯坏了");
    move(second, Verb.ACCEPT);
    List<Map<String, Object>> before = clockRows(second);
    merge(second, first);
    assertThat(clockRows(second)).noneMatch(row -> "running".equals(row.get("state")));

    ChangeResult undone = desk.undo(second, find(second).version(), "是两台电梯", dispatcher);

    assertThat(undone).isInstanceOf(ChangeResult.Done.class);
    assertThat(find(second).state()).isEqualTo(State.ACCEPTED);
    assertThat(find(second).duplicateOf()).isEmpty();
    assertThat(clockRows(second)).isEqualTo(before);
    clocks.renew(second);
    assertThat(clockRows(second)).isEqualTo(before);
    assertThat(kinds(second)).contains("merge-undone");
    assertThat(kinds(first)).containsSubsequence("absorbed", "released");
    assertThat(likelies.of(second, EstateScope.ALL))
        .extracting(Likelies.Likely::number)
        .doesNotContain(first);
  }

  @Test
  void whatAPersonTookApartTheMachineLeavesApart() {
    String phone = phone();
    TicketNumber first = lift(phone, "502", Duration.ofMinutes(10), "电梯坏了");
    TicketNumber second = lift(phone, "", Duration.ZERO, "电梯坏了");
    compare(second);
    desk.undo(second, find(second).version(), "是两台电梯", dispatcher);

    compare(second);

    assertThat(find(second).state()).isEqualTo(State.NEW);
    assertThat(kinds(second)).doesNotContain("repeats");
    assertThat(merged.under(first)).isEmpty();
  }

  @Test
  void undoingWhatIsNotMergedIsRefusedAndAReopenedOneStandsForItself() {
    TicketNumber first = lift(phone(), "502", Duration.ZERO, "电梯坏了");
    TicketNumber second = lift(phone(), "", Duration.ZERO, "电梯坏了");

    assertThat(desk.undo(second, 0, "", dispatcher)).isInstanceOf(ChangeResult.Refused.class);
    merge(second, first);
    move(second, Verb.REOPEN);

    assertThat(desk.current(second)).isEmpty();
    assertThat(merged.under(first)).isEmpty();
  }

  @Test
  void anArchivedMergedTicketStillLeadsToTheSurvivingOne() {
    TicketNumber first = lift(phone(), "502", Duration.ZERO, "电梯坏了");
    TicketNumber second = lift(phone(), "", Duration.ZERO, "电梯坏了");
    merge(second, first);
    move(second, Verb.ARCHIVE);

    assertThat(merged.head(second).orElseThrow().number()).isEqualTo(first);
  }

  @Test
  void mergedTicketsAreCountedOnce() {
    TicketNumber first = lift(phone(), "502", Duration.ZERO, "电梯坏了");
    TicketNumber second = lift(phone(), "", Duration.ZERO, "电梯坏了");
    merge(second, first);

    EstateScope scope = EstateScope.of(Set.of(estate));
    assertThat(list.countUpTo(TicketFilter.ALL.in(State.OPEN), scope, 10)).hasValue(1);
    assertThat(list.countByState(TicketFilter.ALL, scope)).containsEntry(State.NEW, 1L);
  }

  @Test
  void otherEstatesTicketsDoNotExistAndAgentsMergeNothing() {
    TicketNumber first = lift(phone(), "502", Duration.ZERO, "电梯坏了");
    TicketNumber second = lift(phone(), "", Duration.ZERO, "电梯坏了");
    SignedInUser stranger = Staff.signedIn(Role.DISPATCHER, estate.value() + 100_000);

    assertThat(desk.merge(second, 0, first, "", stranger)).isInstanceOf(ChangeResult.Unknown.class);
    assertThat(desk.undo(second, 0, "", stranger)).isInstanceOf(ChangeResult.Unknown.class);
    assertThat(desk.distinct(second, first, stranger)).isFalse();
    assertThat(desk.preview(second, first, stranger.scope())).isEmpty();
    assertThat(incidents.declare(second, POWER_CUT, stranger))
        .isInstanceOf(IncidentResult.Unknown.class);
    SignedInUser agent = Staff.signedIn(Role.AGENT);
    assertThatThrownBy(() -> desk.merge(second, 0, first, "", agent))
        .isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> incidents.declare(second, POWER_CUT, agent))
        .isInstanceOf(AccessDeniedException.class);
  }

  // --- incidents ---

  @Test
  void threeLikeReportsWithinThirtyMinutesAreProposedOnce() {
    TicketNumber first = power(phone(), "101", Duration.ofMinutes(25));
    TicketNumber second = power(phone(), "201", Duration.ofMinutes(10));
    compare(first);
    compare(second);
    assertThat(undecided()).isEmpty();
    TicketNumber third = power(phone(), "301", Duration.ZERO);
    queue(third);

    Together.run(3, i -> relating.round());
    TicketNumber fourth = power(phone(), "401", Duration.ZERO);
    compare(fourth);

    assertThat(undecided()).hasSize(1);
    assertThat(undecided().get(0).words()).startsWith("3号楼");
    assertThat(undecided().get(0).reports()).containsExactly(first, second, third, fourth);
  }

  @Test
  void reportsThatAreLongApartAreNotProposed() {
    compare(power(phone(), "101", Duration.ofMinutes(45)));
    compare(power(phone(), "201", Duration.ofMinutes(10)));
    compare(power(phone(), "301", Duration.ZERO));

    assertThat(undecided()).isEmpty();
  }

  @Test
  void sameCauseManyResidentsIsOneIncidentWithManyReporters() {
    TicketNumber first = power(phone(), "101", Duration.ofMinutes(25));
    TicketNumber second = power(phone(), "201", Duration.ofMinutes(10));
    move(second, Verb.ACCEPT);
    TicketNumber third = power(phone(), "301", Duration.ZERO);
    compare(third);

    IncidentResult accepted = proposals.accept(undecided().get(0).id(), POWER_CUT, dispatcher);

    // The one whose work is furthest is the head: there is one dispatch.
    assertThat(accepted).isEqualTo(new IncidentResult.Done(second));
    assertThat(merged.under(second)).containsExactlyInAnyOrder(first, third);
    assertThat(incidents.at(estate, "3号楼").orElseThrow().ticket()).isEqualTo(second);
    assertThat(incidents.at(estate, "1号楼")).isEmpty();
    assertThat(kinds(second)).contains("incident-declared", "absorbed");
    assertThat(undecided()).isEmpty();
    assertThat(proposals.accept(1, POWER_CUT, Staff.signedIn(Role.DISPATCHER, 1L)))
        .isNotInstanceOf(IncidentResult.Done.class);
    assertThat(
            list.page(
                    TicketFilter.ALL.related(Relation.INCIDENT),
                    EstateScope.of(Set.of(estate)),
                    Optional.empty(),
                    10)
                .rows())
        .extracting(TicketRow::number)
        .containsExactly(second);
    solve(second);
    assertThat(incidents.at(estate, "3号楼")).isEmpty();
    move(second, Verb.REOPEN);
    assertThat(incidents.at(estate, "3号楼")).isPresent();
  }

  @Test
  void theNextCallerFromThereHearsAboutItFirst() {
    TicketNumber head = power(phone(), "101", Duration.ZERO);
    Instant end = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.MILLIS);
    incidents.declare(head, new Announcement("3号楼停电", List.of("3号楼"), end), dispatcher);
    Place there = new Place(estate.toString(), "3号楼", "2单元", "502", "");

    KnownIncident known = knownIncidents.at(there).orElseThrow();
    CallId call = new CallId(SampleTickets.newCall());
    knownIncidents.heard(call, known);
    knownIncidents.heard(call, known);

    assertThat(known.ticket()).isEqualTo(head.toString());
    assertThat(known.words()).isEqualTo("3号楼停电");
    assertThat(known.expectedEnd()).contains(end);
    assertThat(known.intent().subcategory()).isEqualTo("water-power");
    assertThat(incidents.heard(head)).isEqualTo(1);
    assertThat(knownIncidents.at(new Place(estate.toString(), "1号楼", "", "", ""))).isEmpty();
    assertThat(knownIncidents.at(Place.UNKNOWN)).isEmpty();
    incidents.change(head, 0, new Announcement("3号楼停电", List.of(), now), dispatcher);
    assertThat(knownIncidents.at(there).orElseThrow().expectedEnd()).isEmpty();
  }

  @Test
  void twoWhoDecideAtOnceHaveOneOutcome() {
    compare(power(phone(), "101", Duration.ofMinutes(25)));
    compare(power(phone(), "201", Duration.ofMinutes(10)));
    compare(power(phone(), "301", Duration.ZERO));
    long id = undecided().get(0).id();

    List<IncidentResult> results =
        Together.run(2, i -> proposals.accept(id, POWER_CUT, dispatcher));

    assertThat(results).filteredOn(IncidentResult.Done.class::isInstance).hasSize(1);
    assertThat(results)
        .filteredOn(IncidentResult.Refused.class::isInstance)
        .extracting(refused -> ((IncidentResult.Refused) refused).why())
        .containsExactly(Refusal.DECIDED);
  }

  @Test
  void aDismissedProposalDoesNotComeBackForTheSameReports() {
    compare(power(phone(), "101", Duration.ofMinutes(25)));
    compare(power(phone(), "201", Duration.ofMinutes(10)));
    compare(power(phone(), "301", Duration.ZERO));

    assertThat(proposals.dismiss(undecided().get(0).id(), dispatcher))
        .isInstanceOf(IncidentResult.Dismissed.class);
    compare(power(phone(), "401", Duration.ZERO));

    assertThat(undecided()).isEmpty();
  }

  @Test
  void anIncidentWhoseTicketGoesOnAsAnotherIsHeardOfAsLongAsThatIsWorkedOn() {
    TicketNumber head = power(phone(), "101", Duration.ofMinutes(10));
    incidents.declare(head, POWER_CUT, dispatcher);
    TicketNumber other = power(phone(), "201", Duration.ZERO);
    Place there = new Place(estate.toString(), "3号楼", "2单元", "502", "");

    merge(head, other);

    assertThat(incidents.at(estate, "3号楼").orElseThrow().ticket()).isEqualTo(head);
    assertThat(incidents.find(head, EstateScope.ALL).orElseThrow().open()).isTrue();
    assertThat(knownIncidents.at(there)).isPresent();
    solve(other);
    assertThat(incidents.at(estate, "3号楼")).isEmpty();
    assertThat(incidents.find(head, EstateScope.ALL).orElseThrow().open()).isFalse();
  }

  @Test
  void whoWasPromisedToBeToldIsNotForgottenWhereNothingCanBeSent() {
    TicketNumber head = power(phone(), "101", Duration.ZERO);
    incidents.declare(head, POWER_CUT, dispatcher);
    CallId call = new CallId(SampleTickets.newCall());
    additions.keep(head, new Addition(call, "要求恢复后通知", false, false, now));

    solve(head);

    assertThat(
            jdbc.sql(
                    "SELECT addressee FROM outgoing_message WHERE ticket = ? AND event ="
                        + " 'incident-over'")
                .param(head.value())
                .query(String.class)
                .list())
        .containsExactly(call.value());
  }

  @Test
  void ofManyProposalsTheOldestCanBeDecided() {
    compare(power(phone(), "101", Duration.ofMinutes(25)));
    compare(power(phone(), "201", Duration.ofMinutes(10)));
    compare(power(phone(), "301", Duration.ZERO));
    long id = undecided().get(0).id();
    for (int i = 0; i < 20; i++) {
      jdbc.sql(
              "INSERT INTO incident_proposal (open_key, estate_id, building, category, subcategory,"
                  + " since, proposed_at) SELECT CONCAT(open_key, :i), estate_id, building, category,"
                  + " 'x', since, proposed_at FROM incident_proposal WHERE id = :id")
          .param("i", i)
          .param("id", id)
          .update();
    }

    assertThat(proposals.dismiss(id, dispatcher)).isInstanceOf(IncidentResult.Dismissed.class);
    assertThat(proposals.dismiss(id, dispatcher)).isInstanceOf(IncidentResult.Refused.class);
  }

  @Test
  void aBuildingNamedTwiceIsOne() {
    TicketNumber head = power(phone(), "101", Duration.ZERO);

    IncidentResult declared =
        incidents.declare(head, new Announcement("停电", List.of("3号楼", "3号楼"), null), dispatcher);

    assertThat(declared).isInstanceOf(IncidentResult.Done.class);
    assertThat(incidents.at(estate, "3号楼").orElseThrow().announcement().buildings())
        .containsExactly("3号楼");
  }

  @Test
  void theAnnouncementCanBeChangedAndTakenBack() {
    TicketNumber head = power(phone(), "101", Duration.ZERO);
    Announcement everywhere = new Announcement("停电", List.of(), now.plusSeconds(3600));

    assertThat(incidents.declare(head, new Announcement("停电", List.of("99号楼"), null), dispatcher))
        .isEqualTo(new IncidentResult.Refused(Refusal.BUILDING_UNKNOWN, "99号楼"));
    incidents.declare(head, POWER_CUT, dispatcher);
    assertThat(incidents.declare(head, POWER_CUT, dispatcher))
        .isEqualTo(new IncidentResult.Refused(Refusal.ALREADY, head.toString()));
    incidents.change(head, 0, everywhere, dispatcher);

    assertThat(incidents.at(estate, "1号楼").orElseThrow().announcement()).isEqualTo(everywhere);
    assertThat(incidents.change(head, 0, POWER_CUT, dispatcher))
        .isEqualTo(new IncidentResult.Refused(Refusal.CHANGED, head.toString()));
    assertThat(incidents.revoke(head, 1, dispatcher)).isEqualTo(new IncidentResult.Done(head));
    assertThat(incidents.at(estate, "1号楼")).isEmpty();
    assertThat(kinds(head)).containsSubsequence("incident-declared", "incident-revoked");
  }

  // --- helpers ---

  private List<Proposal> undecided() {
    return proposals.undecided(EstateScope.of(Set.of(estate)));
  }

  private String phone() {
    return "139%04d%04d".formatted(estate.value() % 10_000, ++phones);
  }

  private static NewTicket with(NewTicket draft, String text, Urgency urgency) {
    NewTicket said = SampleTickets.withText(draft, text);
    return SampleTickets.with(said, said.contents().with(urgency));
  }

  private TicketNumber lift(String phone, String room, Duration ago, String text) {
    return open(draft(phone, room, ago, text, Urgency.GENERAL));
  }

  private TicketNumber power(String phone, String room, Duration ago) {
    NewTicket draft = draft(phone, room, ago, "停电了", Urgency.GENERAL);
    Contents contents = draft.contents();
    return open(
        SampleTickets.with(
            draft,
            new Contents(
                new Subject(Kind.REPAIR, "facilities", "water-power", Urgency.GENERAL),
                contents.place(),
                contents.reporter(),
                contents.text(),
                false,
                false)));
  }

  private NewTicket draft(String phone, String room, Duration ago, String text, Urgency urgency) {
    return new NewTicket(
        Optional.empty(),
        Origin.of("test", UUID.randomUUID().toString()),
        Channel.WEB,
        Optional.empty(),
        new Contents(
            new Subject(Kind.COMPLAINT, "facilities", "lift", urgency),
            new TicketPlace(estate, "3号楼", "", room, ""),
            new Reporter(null, "", new PhoneNumber(phone)),
            text,
            false,
            false),
        now.minus(ago));
  }

  private TicketNumber open(NewTicket draft) {
    return tickets.open(draft, CALLER).ticket().number();
  }

  private void queue(TicketNumber ticket) {
    jdbc.sql("INSERT INTO relation_queue (ticket, due_at) VALUES (:ticket, '2020-01-01')")
        .param("ticket", ticket.value())
        .update();
  }

  private void compare(TicketNumber ticket) {
    queue(ticket);
    relating.round();
  }

  private ChangeResult merge(TicketNumber ticket, TicketNumber survivor) {
    return desk.merge(ticket, find(ticket).version(), survivor, "同一件事", dispatcher);
  }

  private static Invalidity invalidity(ChangeResult result) {
    return ((ChangeResult.Invalid) result).reason();
  }

  private void move(TicketNumber ticket, Verb verb) {
    assertThat(
            changes.apply(
                new TicketChanges.Wish(
                    ticket, find(ticket).version(), Actor.user("agent"), EstateScope.ALL),
                verb,
                ""))
        .isInstanceOf(ChangeResult.Done.class);
  }

  private void solve(TicketNumber ticket) {
    if (find(ticket).state() == State.NEW) {
      move(ticket, Verb.ACCEPT);
    }
    move(ticket, Verb.SOLVE);
  }

  private Ticket find(TicketNumber ticket) {
    return tickets.find(ticket, EstateScope.ALL).orElseThrow();
  }

  private TicketRow row(TicketNumber ticket) {
    return list.find(ticket, EstateScope.ALL).orElseThrow();
  }

  private List<TicketNumber> repeats() {
    return list
        .page(
            TicketFilter.ALL.related(Relation.REPEAT),
            EstateScope.of(Set.of(estate)),
            Optional.empty(),
            10)
        .rows()
        .stream()
        .map(TicketRow::number)
        .toList();
  }

  private List<String> kinds(TicketNumber ticket) {
    return timeline.of(ticket).stream().map(TicketEvent::kind).toList();
  }

  private Instant due(TicketNumber ticket, String target) {
    return Objects.requireNonNull(
        clocks
            .of(ticket, EstateScope.ALL)
            .orElseThrow()
            .clocks()
            .find(target, 1)
            .orElseThrow()
            .due());
  }

  private List<Map<String, Object>> clockRows(TicketNumber ticket) {
    return jdbc.sql(
            "SELECT target, occurrence, started_at, due_at, state, stopped_at FROM ticket_clock"
                + " WHERE ticket = :ticket ORDER BY target, occurrence")
        .param("ticket", ticket.value())
        .query()
        .listOfRows();
  }
}
