package cn.wuye.hotline.backend.survey.answer;

import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.survey.CallKind;
import cn.wuye.hotline.backend.survey.PlacedCall;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.survey.store.SurveyRows;
import cn.wuye.hotline.backend.survey.store.SurveyState;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.ivr.port.SurveyCall;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what a call is about that was placed for a survey about a ticket, while it goes on. */
@Component
class PhonedSurveys extends FoundCalls {
  private final SurveyRows rows;
  private final Tickets tickets;
  private final AskedCalls calls;

  PhonedSurveys(SurveyRows rows, Tickets tickets, AskedCalls calls, DatabaseGate gate) {
    super(CallKind.TICKET, gate);
    this.rows = rows;
    this.tickets = tickets;
    this.calls = calls;
  }

  @Override
  protected Optional<SurveyCall> asked(String id, PlacedCall call) {
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
