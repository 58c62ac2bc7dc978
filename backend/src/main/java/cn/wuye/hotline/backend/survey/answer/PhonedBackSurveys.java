package cn.wuye.hotline.backend.survey.answer;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.survey.followup.PhonedBack;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.port.MissedSurvey;
import cn.wuye.hotline.ivr.port.MissedSurveys;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Finds for which survey about a ticket a caller was phoned in vain, and keeps no caller waiting
 * for it. Who asks for one {@link MissedSurveys} means this.
 */
@Primary
@Order(1)
@Component
class PhonedBackSurveys implements MissedSurveys {
  private static final Logger log = LoggerFactory.getLogger(PhonedBackSurveys.class);
  private static final Duration PATIENCE = Duration.ofMillis(800);

  private final PhonedBack back;
  private final Tickets tickets;
  private final AskedCalls calls;
  private final DatabaseGate gate;

  PhonedBackSurveys(PhonedBack back, Tickets tickets, AskedCalls calls, DatabaseGate gate) {
    this.back = back;
    this.tickets = tickets;
    this.calls = calls;
    this.gate = gate;
  }

  @Override
  public Optional<MissedSurvey> of(Call call) {
    return call.caller().flatMap(number -> missed(number, call));
  }

  private Optional<MissedSurvey> missed(PhoneNumber number, Call call) {
    try {
      return gate.run(PATIENCE, () -> back.take(number, call.id()).flatMap(it -> asked(it, call)));
    } catch (DatabaseAwayException away) {
      log.info(
          "call {}: whether she was phoned is not looked for: {}", call.id(), away.getMessage());
    } catch (RuntimeException e) {
      log.error("call {}: what she was phoned for cannot be told", call.id(), e);
    }
    return Optional.empty();
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
