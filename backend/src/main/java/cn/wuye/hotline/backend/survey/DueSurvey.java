package cn.wuye.hotline.backend.survey;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Instant;

/**
 * A survey for which a resident may be phoned now, by the rules of hours and numbers.
 *
 * @param attempt which call of this survey it would be, 1 for the first
 * @param due since when
 */
public record DueSurvey(
    long id, int attempt, PhoneNumber number, Instant due, DueCall.Priority priority) {
  /** As {@link Pace} chooses among them. */
  public DueCall call() {
    return new DueCall(id, number, due, priority);
  }
}
