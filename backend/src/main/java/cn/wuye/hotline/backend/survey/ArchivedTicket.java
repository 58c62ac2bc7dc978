package cn.wuye.hotline.backend.survey;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that was archived, as far as quality checking chooses by it.
 *
 * @param estate null while its place is unknown
 * @param category its code
 * @param agent the login of who took it; empty string for the machine
 * @param satisfaction what the resident said; empty when she was not reached
 */
public record ArchivedTicket(
    TicketNumber ticket,
    @Nullable EstateId estate,
    String category,
    String agent,
    Optional<Satisfaction> satisfaction) {}
