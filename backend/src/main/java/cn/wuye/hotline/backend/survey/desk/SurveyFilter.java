package cn.wuye.hotline.backend.survey.desk;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.survey.store.SurveyState;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which surveys are wanted; null: any.
 *
 * @param estate of the ticket
 * @param lowFirst only those with a score, the lowest first, instead of the newest first
 * @param from settled then or later
 * @param to settled before then
 * @param words that stand in her comment, in any order; the empty string for any comment or none
 */
public record SurveyFilter(
    @Nullable SurveyState state,
    @Nullable EstateId estate,
    @Nullable TicketNumber ticket,
    @Nullable Satisfaction satisfaction,
    boolean lowFirst,
    @Nullable Instant from,
    @Nullable Instant to,
    String words) {
  /** Everything, the newest first. */
  public static final SurveyFilter ALL =
      new SurveyFilter(null, null, null, null, false, null, null, "");
}
