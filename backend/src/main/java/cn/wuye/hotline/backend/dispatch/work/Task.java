package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;

/**
 * What a helping department or a third party has to do for a ticket.
 *
 * @param party code
 * @param since when it came to stand where it stands
 * @param worker login of the one who accepted it; empty string for nobody
 * @param words what was done, or why it was refused
 */
public record Task(
    long id,
    TicketNumber ticket,
    PartyKind kind,
    String party,
    TaskState state,
    Instant openedAt,
    Instant since,
    Instant dueAt,
    String worker,
    String words) {
  /** Whether it should have been done by now (协同超时). */
  public boolean late(Instant now) {
    return (state == TaskState.OPEN || state == TaskState.ACCEPTED) && now.isAfter(dueAt);
  }
}
