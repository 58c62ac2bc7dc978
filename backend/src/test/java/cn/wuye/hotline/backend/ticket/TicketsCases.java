package cn.wuye.hotline.backend.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What holds on every database the hotline runs on. */
@SpringBootTest
abstract class TicketsCases {
  private static final Actor CALLER = Actor.call(new CallId("node-1-1.1"));

  @Autowired Tickets tickets;
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
    NewTicket draft = SampleTickets.draft("node-1-1.1", estate.requireId());

    Opening opening = tickets.open(draft, CALLER);

    Ticket read = tickets.find(opening.ticket().number(), EstateScope.ALL).orElseThrow();
    assertThat(opening.fresh()).isTrue();
    assertThat(read.contents()).isEqualTo(draft.contents());
    assertThat(read.openedAt()).isEqualTo(draft.openedAt());
    assertThat(read.callId()).isEqualTo(draft.call());
    assertThat(read.state()).isEqualTo(State.NEW);
    assertThat(estates.findAllByOrderByPositionAscIdAsc()).containsExactly(estate);
  }

  @Test
  void oneCallHasOneTicket() {
    NewTicket draft = SampleTickets.draft("node-1-1.2", estate.requireId());
    Opening first = tickets.open(draft, CALLER);

    Opening second = tickets.open(draft, CALLER);

    assertThat(second.fresh()).isFalse();
    assertThat(second.ticket().number()).isEqualTo(first.ticket().number());
    assertThat(timeline.of(first.ticket().number())).hasSize(1);
  }

  @Test
  void theTimelineSaysWhatHappened() {
    NewTicket draft = SampleTickets.draft("node-1-1.3", estate.requireId());
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
    NewTicket draft = SampleTickets.draft("node-1-1.4", estate.requireId());
    TicketNumber number = tickets.open(draft, CALLER).ticket().number();

    Optional<Ticket> seen = tickets.find(number, EstateScope.of(java.util.Set.of()));

    assertThat(seen).isEmpty();
  }
}
