package cn.wuye.hotline.backend.poll.call;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.poll.store.PollResidentRows;
import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.port.MissedSurvey;
import cn.wuye.hotline.ivr.port.MissedSurveys;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds for which poll a caller was phoned in vain, and keeps no caller waiting for it. */
@Order(2)
@Component
class MissedPolls implements MissedSurveys {
  private static final Logger log = LoggerFactory.getLogger(MissedPolls.class);
  private static final Duration PATIENCE = Duration.ofMillis(800);

  private final PolledBack back;
  private final PolledCalls calls;
  private final DatabaseGate gate;

  MissedPolls(PolledBack back, PolledCalls calls, DatabaseGate gate) {
    this.back = back;
    this.calls = calls;
    this.gate = gate;
  }

  @Override
  public Optional<MissedSurvey> of(Call call) {
    return call.caller().flatMap(number -> missed(number, call));
  }

  private Optional<MissedSurvey> missed(PhoneNumber number, Call call) {
    try {
      return gate.run(PATIENCE, () -> back.take(number).flatMap(found -> asked(found, call)));
    } catch (DatabaseAwayException away) {
      log.info(
          "call {}: whether she was polled is not looked for: {}", call.id(), away.getMessage());
    } catch (RuntimeException e) {
      log.error("call {}: for which poll she was phoned cannot be told", call.id(), e);
    }
    return Optional.empty();
  }

  private Optional<MissedSurvey> asked(PollResidentRows.Missed missed, Call call) {
    log.info(
        "call {}: she was phoned for poll {} at {}",
        call.id(),
        missed.who().poll(),
        missed.calledAt());
    return calls
        .call(call.id().value(), missed.who())
        .map(survey -> new MissedSurvey(survey, missed.calledAt()));
  }
}
