package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.estate.EstateId;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to a ticket; published inside the transaction of the change. The same stands
 * in the timeline, which is what other nodes follow.
 *
 * @param estate null while unknown
 */
public record TicketHappened(
    TicketNumber ticket, @Nullable EstateId estate, Actor actor, Happening what) {}
