package cn.wuye.hotline.backend.dispatch.work;

import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job offered to somebody.
 *
 * @param worker login
 * @param department code of the one it is done for; empty string for none
 * @param handOver whether somebody else stays responsible until it is accepted
 * @param arrivedAt null until he is there
 * @param safeAt null until he has said that there is no danger any more
 */
public record Assignment(
    long id,
    TicketNumber ticket,
    String worker,
    String department,
    AssignmentState state,
    boolean handOver,
    Instant offeredAt,
    @Nullable Instant arrivedAt,
    @Nullable Instant safeAt) {
  boolean offeredTo(String login) {
    return state == AssignmentState.OFFERED && worker.equals(login);
  }

  boolean acceptedBy(String login) {
    return state == AssignmentState.ACCEPTED && worker.equals(login);
  }
}
