package cn.wuye.hotline.backend.survey.progress;

import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a resident who is dissatisfied had to say.
 *
 * @param words all of it, as it was understood
 * @param solved her answer, a code; empty string for none
 * @param satisfaction null when she gave no score
 * @param at when the survey was settled
 */
public record Comment(
    long survey,
    TicketNumber ticket,
    String words,
    String solved,
    @Nullable Satisfaction satisfaction,
    Instant at) {
  Comment and(String more) {
    return new Comment(survey, ticket, words + "\n" + more, solved, satisfaction, at);
  }
}
