package cn.wuye.hotline.backend.survey.progress;

import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A survey for which somebody is phoned again.
 *
 * @param estate its name; empty string while the ticket's place is unknown
 * @param category code
 * @param subcategory code; empty string when only the category is known
 * @param due when she is phoned at the earliest
 * @param attempts how often she was phoned, 1 or more
 * @param last how the last call ended
 * @param lastAt when it was placed
 * @param asked the time that she has named; null when she named none
 */
public record Retry(
    long survey,
    TicketNumber ticket,
    String estate,
    String category,
    String subcategory,
    boolean urgent,
    Instant due,
    int attempts,
    CallOutcome last,
    Instant lastAt,
    @Nullable Instant asked) {}
