package cn.wuye.hotline.backend.survey.api;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.survey.desk.SurveyFacts;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.survey.store.Answers;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.ivr.port.Solved;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A survey.
 *
 * @param dueAt of the next call; null when none is planned
 * @param settledAt null while it is open
 * @param answer null while nothing was answered
 */
record SurveyView(
    String id,
    TicketNumber ticket,
    @Nullable EstateId estateId,
    int round,
    String state,
    boolean open,
    boolean urgent,
    Instant plannedAt,
    @Nullable Instant dueAt,
    @Nullable Instant settledAt,
    @Nullable AnswerView answer,
    List<AttemptView> attempts) {

  static SurveyView of(SurveyFacts facts) {
    return new SurveyView(
        Long.toString(facts.id()),
        facts.ticket(),
        facts.estate(),
        facts.round(),
        facts.state().code(),
        facts.state().open(),
        facts.urgent(),
        facts.plannedAt(),
        facts.dueAt(),
        facts.settledAt(),
        AnswerView.of(facts.opinion()),
        facts.calls().stream().map(AttemptView::of).toList());
  }

  /**
   * What she thinks.
   *
   * @param enteredBy login of who wrote it down; null when nobody did
   * @param score 100 to 20
   */
  record AnswerView(
      String channel,
      @Nullable String enteredBy,
      @Nullable String solved,
      @Nullable Integer satisfaction,
      @Nullable Integer score,
      @Nullable Integer attitude,
      @Nullable Integer speed,
      @Nullable Integer result,
      @Nullable Integer recommendation,
      String comment,
      boolean needsTranscript,
      boolean dissatisfied) {
    static @Nullable AnswerView of(SurveyFacts.Opinion opinion) {
      AnswerChannel channel = opinion.channel();
      if (channel == null) {
        return null;
      }
      Solved solved = opinion.solved();
      Satisfaction satisfaction = opinion.satisfaction();
      return new AnswerView(
          channel.code(),
          opinion.by().isEmpty() ? null : opinion.by(),
          solved == null ? null : Answers.code(solved),
          satisfaction == null ? null : satisfaction.key(),
          satisfaction == null ? null : satisfaction.score(),
          opinion.more().get(Item.ATTITUDE),
          opinion.more().get(Item.SPEED),
          opinion.more().get(Item.RESULT),
          opinion.more().get(Item.RECOMMENDATION),
          opinion.comment(),
          opinion.unheard(),
          opinion.dissatisfied());
    }
  }

  /**
   * A call.
   *
   * @param outcome null while it goes on
   */
  record AttemptView(
      int number,
      String callId,
      Instant placedAt,
      @Nullable String outcome,
      @Nullable Instant endedAt) {
    static AttemptView of(SurveyFacts.Call call) {
      CallOutcome outcome = call.outcome();
      return new AttemptView(
          call.number(),
          call.id().value(),
          call.placedAt(),
          outcome == null ? null : outcome.code(),
          call.endedAt());
    }
  }
}
