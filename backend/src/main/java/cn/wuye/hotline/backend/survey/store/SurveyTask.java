package cn.wuye.hotline.backend.survey.store;

import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done after a survey.
 *
 * @param dueAt null when no clock runs
 * @param open false when it is done, or needless because the ticket went on otherwise
 */
public record SurveyTask(
    long id,
    long survey,
    TicketNumber ticket,
    TaskKind kind,
    Instant openedAt,
    @Nullable Instant dueAt,
    boolean open) {}
