package cn.wuye.hotline.backend.quality;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.survey.SurveySettled;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketHappened;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gathers what may be checked, in the transaction in which it happens: what is archived, for the
 * week's sample; and a low score, which stands on the work list at once. What went on as another
 * ticket is counted there.
 */
@Component
class Gathering {
  private final ArchivedRows archived;
  private final ItemRows items;
  private final Clock clock;

  Gathering(ArchivedRows archived, ItemRows items, Clock clock) {
    this.archived = archived;
    this.items = items;
    this.clock = clock;
  }

  @EventListener
  void on(TicketHappened event) {
    if (event.what() instanceof Happening.StateChanged change
        && change.to() == State.ARCHIVED
        && event.now().duplicateOf().isEmpty()) {
      archived.add(event.now(), agent(event.now()), Utc.now(clock));
    }
  }

  @EventListener
  void on(SurveySettled event) {
    if (event.result().satisfaction().filter(Satisfaction::low).isPresent()) {
      items.add(event.ticket().number(), null, true, agent(event.ticket()), Utc.now(clock));
    }
  }

  /** Who answers for it, else who took it in. */
  private String agent(Ticket ticket) {
    return ticket.owner().orElseGet(() -> archived.openedBy(ticket.number()));
  }
}
