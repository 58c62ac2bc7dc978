package cn.wuye.hotline.backend.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What holds on every database the hotline runs on. */
abstract class TicketsCases {
  private static final Actor CALLER = Actor.call(new CallId("node-1-1.1"));

  @Autowired Tickets tickets;
  @Autowired TicketChanges changes;
  @Autowired Estates estates;
  @Autowired Timeline timeline;

  private Estate estate = Estate.named("", List.of(), 0, List.of());

  @BeforeEach
  void estate() {
    estate =
        estates.findAll().stream()
            .findFirst()
            .orElseGet(
                () -> estates.save(Estate.named("幸福里", List.of("幸福"), 1, List.of("1号楼", "2号楼"))));
  }

  @Test
  void whatIsSavedIsReadBackAsItWas() {
    NewTicket draft = SampleTickets.draft(SampleTickets.newCall(), estate.requireId());

    Opening opening = tickets.open(draft, CALLER);

    Ticket read = tickets.find(opening.ticket().number(), EstateScope.ALL).orElseThrow();
    assertThat(opening.fresh()).isTrue();
    assertThat(read.contents()).isEqualTo(draft.contents());
    assertThat(read.openedAt()).isEqualTo(draft.openedAt());
    assertThat(read.callId()).isEqualTo(draft.call());
    assertThat(read.state()).isEqualTo(State.NEW);
    assertThat(estates.findById(estate.requireId())).contains(estate);
  }

  @Test
  void oneCallHasOneTicket() {
    NewTicket draft = SampleTickets.draft(SampleTickets.newCall(), estate.requireId());
    Opening first = tickets.open(draft, CALLER);

    Opening second = tickets.open(draft, CALLER);

    assertThat(second.fresh()).isFalse();
    assertThat(second.ticket().number()).isEqualTo(first.ticket().number());
    assertThat(timeline.of(first.ticket().number())).hasSize(1);
  }

  @Test
  void theTimelineSaysWhatHappened() {
    NewTicket draft = SampleTickets.draft(SampleTickets.newCall(), estate.requireId());
    Ticket ticket = tickets.open(draft, CALLER).ticket();

    tickets.openOrAmend(SampleTickets.withText(draft, "电梯又坏了"), CALLER);

    List<TicketEvent> events = timeline.of(ticket.number());
    assertThat(events).extracting(TicketEvent::kind).containsExactly("opened", "amended");
    assertThat(events.get(1).details().toString()).contains("电梯又坏了").contains("text");
    assertThat(events.get(1).ticketVersion()).isEqualTo(1);
    assertThat(events.get(0).at()).isBetween(Instant.now().minusSeconds(60), Instant.now());
  }

  @Test
  void aTicketOutsideTheScopeDoesNotExist() {
    NewTicket draft = SampleTickets.draft(SampleTickets.newCall(), estate.requireId());
    TicketNumber number = tickets.open(draft, CALLER).ticket().number();

    Optional<Ticket> seen = tickets.find(number, EstateScope.of(java.util.Set.of()));

    assertThat(seen).isEmpty();
  }

  @Test
  void whatTheCallLearnsLaterDoesNotOverwriteWhatAPersonPutRight() {
    NewTicket draft = SampleTickets.draft(SampleTickets.newCall(), estate.requireId());
    Ticket ticket = tickets.open(draft, CALLER).ticket();
    changes.amend(
        new TicketChanges.Wish(ticket.number(), 0, Actor.user("li"), EstateScope.ALL),
        contents -> SampleTickets.urgent(contents));

    Ticket after = tickets.openOrAmend(SampleTickets.withText(draft, "水管爆了"), CALLER);

    assertThat(after.contents().subject().urgency()).isEqualTo(Urgency.URGENT);
    assertThat(after.contents().text()).isEqualTo("水管爆了");
  }

  @Test
  void whatAMachineGotWrongIsKeptAsWellAsItCanBe() {
    NewTicket draft = SampleTickets.draft(SampleTickets.newCall(), new EstateId(999_999_999));
    NewTicket odd = SampleTickets.with(draft, SampleTickets.category(draft, "nonsense", "x"));

    Ticket ticket = tickets.openOrAmend(odd, CALLER);

    assertThat(ticket.contents().subject().category()).isEqualTo("other");
    assertThat(ticket.contents().place().estateId()).isNull();
    assertThat(ticket.contents().place().building()).isEqualTo("3号楼");
  }

  @Test
  void fourThousandCharactersFit() {
    String text = "🛗漏".repeat(2000);
    NewTicket draft = SampleTickets.draft(SampleTickets.newCall(), estate.requireId());

    Ticket ticket = tickets.open(SampleTickets.withText(draft, text), CALLER).ticket();

    assertThat(tickets.find(ticket.number(), EstateScope.ALL).orElseThrow().contents().text())
        .isEqualTo(text);
  }
}
