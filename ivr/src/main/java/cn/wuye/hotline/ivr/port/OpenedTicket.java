package cn.wuye.hotline.ivr.port;

import java.time.Duration;

/**
 * What the caller is told about her ticket.
 *
 * @param number the ticket number, digits only, read out one by one
 * @param responseWithin how soon someone will respond, by the rule of its urgency; for example 2 h
 */
public record OpenedTicket(String number, Duration responseWithin) {}
