package cn.wuye.hotline.backend.survey.followup;

import cn.wuye.hotline.backend.ticket.TicketNumber;

/**
 * A resident was called for a survey and not reached; told in the transaction that settles the
 * call.
 *
 * @param unreachable whether there is no such number, so that she is called no more
 */
public record CalledInVain(long survey, TicketNumber ticket, boolean unreachable) {}
