package cn.wuye.hotline.backend.survey.progress;

import cn.wuye.hotline.backend.survey.store.SurveyState;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A settled survey as a line of a table. Degrees are 5 to 1, null where nothing was said; codes are
 * the empty string where nothing is known.
 *
 * @param estate its name, of the ticket
 * @param channel code of the way by which it was answered
 * @param by login of who wrote the answers down; the empty string for nobody
 * @param solved code
 * @param recommendation 0–10
 * @param firstCall null when nobody was phoned
 * @param words all comments that were understood
 */
public record ExportedSurvey(
    long id,
    TicketNumber ticket,
    int round,
    String estate,
    String category,
    String subcategory,
    String department,
    SurveyState state,
    String channel,
    String by,
    String solved,
    @Nullable Integer satisfaction,
    @Nullable Integer attitude,
    @Nullable Integer speed,
    @Nullable Integer result,
    @Nullable Integer recommendation,
    boolean dissatisfied,
    int attempts,
    @Nullable Instant firstCall,
    Instant settled,
    String words) {
  ExportedSurvey with(String by, String words) {
    return new ExportedSurvey(
        id,
        ticket,
        round,
        estate,
        category,
        subcategory,
        department,
        state,
        channel,
        by,
        solved,
        satisfaction,
        attitude,
        speed,
        result,
        recommendation,
        dissatisfied,
        attempts,
        firstCall,
        settled,
        words);
  }
}
