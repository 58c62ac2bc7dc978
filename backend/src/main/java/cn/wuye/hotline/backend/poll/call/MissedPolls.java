package cn.wuye.hotline.backend.poll.call;

import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.poll.store.PollResidentRows;
import cn.wuye.hotline.backend.survey.CallKind;
import cn.wuye.hotline.backend.survey.answer.FoundMissed;
import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.port.MissedSurvey;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds for which poll a caller was phoned in vain, and keeps no caller waiting for it. */
@Order(2)
@Component
class MissedPolls extends FoundMissed {
  private static final Logger log = LoggerFactory.getLogger(MissedPolls.class);

  private final PolledBack back;
  private final PolledCalls calls;

  MissedPolls(PolledBack back, PolledCalls calls, DatabaseGate gate) {
    super(CallKind.POLL, gate);
    this.back = back;
    this.calls = calls;
  }

  @Override
  protected Optional<MissedSurvey> take(PhoneNumber number, Call call) {
    return back.take(number).flatMap(missed -> asked(missed, call));
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
