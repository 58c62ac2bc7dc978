package cn.wuye.hotline.backend.related.merge;

import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;

/**
 * A ticket that goes on as another one.
 *
 * @param survivor the one it was merged into, which may have been merged later
 * @param before where it stood
 * @param by {@code user:<name>, system:<part>}
 */
public record Merge(
    TicketNumber ticket, TicketNumber survivor, State before, Instant at, String by) {}
