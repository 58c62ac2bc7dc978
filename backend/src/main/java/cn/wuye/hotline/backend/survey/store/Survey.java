package cn.wuye.hotline.backend.survey.store;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A survey as its row has it.
 *
 * @param id also its turn, by which what is asked goes round
 * @param round which solution she is asked about, from 1
 * @param estate null while the ticket's place is unknown
 * @param dueAt of the next call; null when none is planned
 * @param giveUpAt from when on she counts as unreached; null while calls are planned
 * @param attempts how often she was called
 * @param firstCallAt null before she was
 */
public record Survey(
    long id,
    TicketNumber ticket,
    int round,
    @Nullable EstateId estate,
    SurveyState state,
    boolean urgent,
    @Nullable Instant dueAt,
    @Nullable Instant giveUpAt,
    int attempts,
    @Nullable Instant firstCallAt) {}
