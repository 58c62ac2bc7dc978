package cn.wuye.hotline.backend.ticket;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes a ticket, its search words and its timeline together. Always inside a transaction. */
@Component
class TicketRecorder {
  private final TicketRepository tickets;
  private final SearchTerms search;
  private final Timeline timeline;
  private final ApplicationEventPublisher events;

  TicketRecorder(
      TicketRepository tickets,
      SearchTerms search,
      Timeline timeline,
      ApplicationEventPublisher events) {
    this.tickets = tickets;
    this.search = search;
    this.timeline = timeline;
    this.events = events;
  }

  /** The ticket was changed and this is what happened. */
  Ticket save(Ticket ticket, Actor actor, Happening what) {
    Ticket saved = tickets.save(ticket);
    if (what instanceof Happening.Opened) {
      search.enter(saved);
    } else if (what instanceof Happening.Amended) {
      search.write(saved);
    }
    note(saved, actor, what);
    return saved;
  }

  /** Something happened that leaves the ticket itself as it is. */
  void note(Ticket ticket, Actor actor, Happening what) {
    note(ticket, actor, List.of(what));
  }

  /** Several things that happened at once, in order. */
  void note(Ticket ticket, Actor actor, List<? extends Happening> all) {
    timeline.append(ticket.number(), ticket.version(), actor, all);
    for (Happening what : all) {
      if (what instanceof Happening.TranscriptAdded) {
        search.write(ticket);
      }
      events.publishEvent(new TicketHappened(ticket, actor, what));
    }
  }
}
