package cn.wuye.hotline.backend.survey.answer;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.survey.PlacedCall;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.survey.store.SurveyRows;
import cn.wuye.hotline.backend.survey.store.SurveyState;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.ivr.port.SurveyCall;
import cn.wuye.hotline.ivr.port.SurveyCalls;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * Finds what a call is about that was placed for a survey about a ticket, while that call goes on.
 * Who asks for one {@link SurveyCalls} means this.
 */
@Primary
@Component
class PhonedSurveys implements SurveyCalls {
  private static final Logger log = LoggerFactory.getLogger(PhonedSurveys.class);
  private static final Duration PATIENCE = Duration.ofMillis(1500);

  private final SurveyRows rows;
  private final Tickets tickets;
  private final AskedCalls calls;
  private final DatabaseGate gate;

  PhonedSurveys(SurveyRows rows, Tickets tickets, AskedCalls calls, DatabaseGate gate) {
    this.rows = rows;
    this.tickets = tickets;
    this.calls = calls;
    this.gate = gate;
  }

  @Override
  public Optional<SurveyCall> find(String id) {
    try {
      return gate.run(PATIENCE, () -> PlacedCall.of(id).flatMap(call -> asked(id, call)));
    } catch (DatabaseAwayException e) {
      log.warn("{} cannot be asked: {}", id, e.getMessage());
      return Optional.empty();
    } catch (UncheckedIOException e) {
      log.error("{} is not asked: what is answered could not be kept", id, e);
      return Optional.empty();
    }
  }

  private Optional<SurveyCall> asked(String id, PlacedCall call) {
    return rows.find(call.survey())
        .filter(survey -> survey.state() == SurveyState.CALLING)
        .filter(survey -> survey.attempts() == call.attempt())
        .flatMap(
            survey ->
                tickets
                    .find(survey.ticket(), EstateScope.ALL)
                    .map(ticket -> calls.call(id, AnswerChannel.PHONE, survey, ticket)));
  }
}
