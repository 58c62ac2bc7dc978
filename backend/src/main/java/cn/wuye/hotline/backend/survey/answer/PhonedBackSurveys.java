package cn.wuye.hotline.backend.survey.answer;

import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.survey.CallKind;
import cn.wuye.hotline.backend.survey.followup.PhonedBack;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.port.MissedSurvey;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Finds for which survey about a ticket a caller was phoned in vain, and keeps no caller waiting
 * for it.
 */
@Order(1)
@Component
class PhonedBackSurveys extends FoundMissed {
  private static final Logger log = LoggerFactory.getLogger(PhonedBackSurveys.class);

  private final PhonedBack back;
  private final Tickets tickets;
  private final AskedCalls calls;

  PhonedBackSurveys(PhonedBack back, Tickets tickets, AskedCalls calls, DatabaseGate gate) {
    super(CallKind.TICKET, gate);
    this.back = back;
    this.tickets = tickets;
    this.calls = calls;
  }

  @Override
  protected Optional<MissedSurvey> take(PhoneNumber number, Call call) {
    return back.take(number, call.id()).flatMap(taken -> asked(taken, call));
  }

  private Optional<MissedSurvey> asked(PhonedBack.Taken taken, Call call) {
    log.info(
        "call {}: she was phoned for survey {} at {}",
        call.id(),
        taken.survey().id(),
        taken.calledAt());
    return tickets
        .find(taken.survey().ticket(), EstateScope.ALL)
        .map(
            ticket -> calls.call(call.id().value(), AnswerChannel.CALLBACK, taken.survey(), ticket))
        .map(survey -> new MissedSurvey(survey, taken.calledAt()));
  }
}
