package cn.wuye.hotline.backend.survey.desk;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.backend.survey.store.SurveyState;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.port.Solved;
import cn.wuye.hotline.ivr.port.SurveyCase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A survey with all that came of it.
 *
 * @param estate of the ticket; null while its place is unknown
 * @param round which solution she is asked about, from 1
 * @param dueAt of the next call; null when none is planned
 * @param giveUpAt from when on she counts as unreached; null while calls are planned
 * @param settledAt null while it is open
 * @param calls in their order
 */
public record SurveyFacts(
    long id,
    TicketNumber ticket,
    @Nullable EstateId estate,
    int round,
    SurveyState state,
    boolean urgent,
    Instant plannedAt,
    @Nullable Instant dueAt,
    @Nullable Instant giveUpAt,
    @Nullable Instant settledAt,
    Opinion opinion,
    List<Call> calls) {

  public SurveyFacts {
    calls = List.copyOf(calls);
  }

  /** Whether she is one of those who are asked whether they would recommend the company. */
  public boolean recommends() {
    return SurveyCase.recommends(id);
  }

  /**
   * What she thinks, as far as she said it.
   *
   * @param channel by which she answered; null when she did not
   * @param by login of who asked her and wrote it down; the empty string when nobody did
   * @param more attitude, speed, result and recommendation, as far as they were answered
   * @param comment her own words, as they were understood; may be empty
   * @param unheard whether part of them has to be listened to
   */
  public record Opinion(
      @Nullable AnswerChannel channel,
      String by,
      @Nullable Solved solved,
      @Nullable Satisfaction satisfaction,
      Map<Item, Integer> more,
      boolean dissatisfied,
      String comment,
      boolean unheard) {
    public Opinion {
      more = Map.copyOf(more);
    }
  }

  /**
   * A call that was placed for it.
   *
   * @param number from 1
   * @param id of the call, by which its recording is found
   * @param outcome null while it goes on
   * @param endedAt null while it goes on
   */
  public record Call(
      int number,
      CallId id,
      Instant placedAt,
      @Nullable CallOutcome outcome,
      @Nullable Instant endedAt) {}
}
