package cn.wuye.hotline.backend.ticket.api;

import cn.wuye.hotline.backend.ticket.TicketEvent;
import java.time.Instant;
import java.util.Map;

/** An entry of the timeline as the API shows it. */
record EventView(
    String id, Instant at, String kind, String actor, long version, Map<String, Object> details) {
  static EventView of(TicketEvent event) {
    return new EventView(
        Long.toString(event.id()),
        event.at(),
        event.kind(),
        event.actor(),
        event.ticketVersion(),
        event.details());
  }
}
