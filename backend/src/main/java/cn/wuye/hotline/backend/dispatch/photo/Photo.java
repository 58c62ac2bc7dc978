package cn.wuye.hotline.backend.dispatch.photo;

import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;

/**
 * A photo of a ticket.
 *
 * @param key of the picture in the store
 * @param takenBy login, or the part that stands for somebody without one: third-party:CODE
 */
public record Photo(
    long id, TicketNumber ticket, String key, long bytes, String takenBy, Instant addedAt) {}
