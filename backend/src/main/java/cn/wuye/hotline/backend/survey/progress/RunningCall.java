package cn.wuye.hotline.backend.survey.progress;

import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call to a resident that goes on.
 *
 * @param attempt which call of this survey, from 1
 * @param estate its name; empty string while the ticket's place is unknown
 * @param number masked; null when the ticket has lost it
 * @param since when the call was placed
 */
public record RunningCall(
    long survey,
    TicketNumber ticket,
    int attempt,
    String estate,
    @Nullable String number,
    String node,
    Instant since) {}
