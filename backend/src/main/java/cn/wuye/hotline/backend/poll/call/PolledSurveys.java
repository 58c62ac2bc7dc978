package cn.wuye.hotline.backend.poll.call;

import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.poll.AskedState;
import cn.wuye.hotline.backend.poll.store.PollResidentRows;
import cn.wuye.hotline.backend.survey.CallKind;
import cn.wuye.hotline.backend.survey.PlacedCall;
import cn.wuye.hotline.backend.survey.answer.FoundCalls;
import cn.wuye.hotline.ivr.port.SurveyCall;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what is asked in a call that was placed for a poll, while that call goes on. */
@Component
class PolledSurveys extends FoundCalls {
  private final PollResidentRows rows;
  private final PolledCalls calls;

  PolledSurveys(PollResidentRows rows, PolledCalls calls, DatabaseGate gate) {
    super(CallKind.POLL, gate);
    this.rows = rows;
    this.calls = calls;
  }

  @Override
  protected Optional<SurveyCall> asked(String id, PlacedCall call) {
    return rows.find(call.survey())
        .filter(each -> each.state() == AskedState.CALLING)
        .filter(each -> each.attempts() == call.attempt())
        .flatMap(who -> calls.call(id, who));
  }
}
