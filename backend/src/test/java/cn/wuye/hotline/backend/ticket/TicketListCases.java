package cn.wuye.hotline.backend.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Paging, filters and what is visible to whom, on every database. */
abstract class TicketListCases {
  private static final Actor CALLER = Actor.call(new CallId("list"));
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Autowired Tickets tickets;
  @Autowired TicketList list;
  @Autowired Estates estates;

  private Estate estate = Estate.named("", List.of(), 0, List.of());
  private EstateScope scope = EstateScope.ALL;

  @BeforeEach
  void anEstateOfItsOwn() {
    estate = SampleEstates.another(estates);
    scope = EstateScope.of(Set.of(estate.requireId()));
  }

  @Test
  void everyTicketIsOnExactlyOnePageNewestFirst() {
    for (int i = 0; i < 5; i++) {
      open("一", NOON.plusSeconds(i / 2));
    }

    List<TicketNumber> seen = new ArrayList<>();
    Optional<TicketCursor> after = Optional.empty();
    do {
      TicketPage page = list.page(TicketFilter.ALL, scope, after, 2);
      page.rows().forEach(row -> seen.add(row.number()));
      after = page.next().map(TicketCursor::toString).flatMap(TicketCursor::find);
      open("到得晚的不插队", NOON.plusSeconds(60));
    } while (after.isPresent());

    assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    assertThat(seen).isSortedAccordingTo((a, b) -> Long.compare(b.value(), a.value()));
  }

  @Test
  void filtersFindWhatTheySay() {
    Ticket ticket = open("三号楼的电梯又坏了, Lift A_1 停在 100%", NOON);
    EstateId id = estate.requireId();

    assertThat(count(filter(State.NEW, "facilities", "lift", null, null, null))).isEqualTo(1);
    assertThat(count(filter(State.ARCHIVED, null, null, null, null, null))).isZero();
    assertThat(count(filter(null, "fees", null, null, null, null))).isZero();
    assertThat(count(filter(null, null, null, NOON, NOON, null))).isZero();
    assertThat(count(filter(null, null, null, NOON, NOON.plusMillis(1), null))).isEqualTo(1);
    for (String text : List.of("电梯又坏", "lift a_1", "停", "了", "100%")) {
      assertThat(count(filter(null, null, null, null, null, text))).as(text).isEqualTo(1);
    }
    for (String text : List.of("电坏", "liftxa", "1000", "，", "%")) {
      assertThat(count(filter(null, null, null, null, null, text))).as(text).isZero();
    }
    TicketFilter exact =
        new TicketFilter(
            Set.of(State.NEW, State.ACCEPTED),
            Kind.COMPLAINT,
            null,
            null,
            Urgency.GENERAL,
            id,
            Channel.PHONE,
            ticket.callId().orElseThrow(),
            new PhoneNumber("13800000001"),
            null,
            null,
            null);
    assertThat(list.page(exact, scope, Optional.empty(), 10).rows())
        .extracting(TicketRow::number)
        .containsExactly(ticket.number());
  }

  @Test
  void whatIsOutsideTheScopeIsInNoListCountOrLookUp() {
    Ticket ours = open("我们的", NOON);
    Ticket unplaced =
        tickets.open(SampleTickets.draft(SampleTickets.newCall(), null), CALLER).ticket();
    EstateScope nobody = EstateScope.of(Set.of());

    assertThat(list.page(TicketFilter.ALL, nobody, Optional.empty(), 10).rows()).isEmpty();
    assertThat(list.countByState(TicketFilter.ALL, nobody)).isEmpty();
    assertThat(list.find(ours.number(), nobody)).isEmpty();
    assertThat(list.find(unplaced.number(), scope)).isEmpty();
    assertThat(list.find(unplaced.number(), scope.withUnplaced())).isPresent();
    assertThat(list.countByState(TicketFilter.ALL, scope)).containsEntry(State.NEW, 1L).hasSize(1);
    assertThat(list.page(TicketFilter.ALL, scope.withUnplaced(), Optional.empty(), 200).rows())
        .extracting(TicketRow::number)
        .contains(ours.number(), unplaced.number());
  }

  @Test
  void aCodeInAnotherScriptIsOneThatNoTicketHas() {
    open("一", NOON);

    assertThat(count(filter(null, "设施", null, null, null, null))).isZero();
    assertThat(count(filter(null, null, "x\u008f😀", null, null, null))).isZero();
  }

  @Test
  void aRowSaysThePlaceInOneLine() {
    Ticket ticket = open("一", NOON);

    TicketRow row = list.find(ticket.number(), scope).orElseThrow();

    assertThat(row.placeLine()).isEqualTo(estate.name() + " 3号楼 2单元 502");
    assertThat(row.acceptBy()).isNotNull().isEqualTo(row.nextDue());
    assertThat(row.contents()).isEqualTo(ticket.contents());
  }

  private Ticket open(String text, Instant at) {
    NewTicket draft = SampleTickets.draft(SampleTickets.newCall(), estate.requireId());
    return tickets.open(SampleTickets.at(SampleTickets.withText(draft, text), at), CALLER).ticket();
  }

  private int count(TicketFilter filter) {
    return list.page(filter, scope, Optional.empty(), 10).rows().size();
  }

  private static TicketFilter filter(
      @Nullable State state,
      @Nullable String category,
      @Nullable String subcategory,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String text) {
    return new TicketFilter(
        state == null ? Set.of() : Set.of(state),
        null,
        category,
        subcategory,
        null,
        null,
        null,
        null,
        null,
        from,
        to,
        text);
  }
}
