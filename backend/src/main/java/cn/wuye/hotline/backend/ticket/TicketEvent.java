package cn.wuye.hotline.backend.ticket;

import java.time.Instant;
import java.util.Map;

/**
 * One entry of a ticket's timeline.
 *
 * @param id rises over all tickets, but see {@link TimelineFeed}
 * @param ticketVersion the ticket's version afterwards
 * @param kind {@code opened, amended, state-changed, note-added, recording-added, transcript-added,
 *     call-…}
 * @param actor see {@link Actor}
 * @param details what the kind needs; strings, numbers, booleans, lists and maps of them
 */
public record TicketEvent(
    long id,
    TicketNumber ticket,
    long ticketVersion,
    Instant at,
    String kind,
    String actor,
    Map<String, Object> details) {

  /** The id of the call that the details name; empty where they name none. */
  public String call() {
    Object call = details.getOrDefault("call", "");
    return String.valueOf(call instanceof Map<?, ?> id ? id.get("value") : call);
  }
}
