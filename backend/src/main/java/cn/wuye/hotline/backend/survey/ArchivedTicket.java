package cn.wuye.hotline.backend.survey;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.util.Optional;

/**
 * A ticket that was archived, as far as quality checking chooses by it.
 *
 * @param category its code
 * @param agent the login of who took it; empty string for the machine
 * @param satisfaction what the resident said; empty when she was not reached
 */
public record ArchivedTicket(
    TicketNumber ticket,
    EstateId estate,
    String category,
    String agent,
    Optional<Satisfaction> satisfaction) {}
