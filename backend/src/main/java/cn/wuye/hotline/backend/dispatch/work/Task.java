package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a helping department or a third party has to do for a ticket.
 *
 * @param party code
 * @param number among the ticket's tasks, from 1; its clock has this occurrence
 * @param since when it came to stand where it stands
 * @param dueAt by its clock; null while that is paused, and when no rule gives it one
 * @param missed whether its clock was late by the last look
 * @param worker login of the one who accepted it; empty string for nobody
 * @param words what was done, or why it was refused
 */
public record Task(
    long id,
    TicketNumber ticket,
    int number,
    PartyKind kind,
    String party,
    TaskState state,
    Instant openedAt,
    Instant since,
    @Nullable Instant dueAt,
    boolean missed,
    String worker,
    String words) {
  /** Whether it was not done in time (协同超时). */
  public boolean late(Instant now) {
    boolean waited = state == TaskState.OPEN || state == TaskState.ACCEPTED;
    return missed || (waited && dueAt != null && now.isAfter(dueAt));
  }
}
