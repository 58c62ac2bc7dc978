package cn.wuye.hotline.backend.related.incident;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;

/**
 * One cause that several people report. It lasts as long as the work on its ticket.
 *
 * @param ticket the head, into which the others are merged
 * @param version rises with every change of the announcement
 * @param open whether callers hear of it
 * @param declaredBy {@code user:<name>}
 */
public record Incident(
    TicketNumber ticket,
    long version,
    EstateId estate,
    Announcement announcement,
    boolean open,
    Instant declaredAt,
    String declaredBy) {}
