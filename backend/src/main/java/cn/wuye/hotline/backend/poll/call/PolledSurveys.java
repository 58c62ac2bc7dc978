package cn.wuye.hotline.backend.poll.call;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.poll.AskedState;
import cn.wuye.hotline.backend.poll.store.PollResidentRows;
import cn.wuye.hotline.backend.survey.CallKind;
import cn.wuye.hotline.backend.survey.PlacedCall;
import cn.wuye.hotline.ivr.port.SurveyCall;
import cn.wuye.hotline.ivr.port.SurveyCalls;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds what is asked in a call that was placed for a poll, while that call goes on. */
@Component
class PolledSurveys implements SurveyCalls {
  private static final Logger log = LoggerFactory.getLogger(PolledSurveys.class);
  private static final Duration PATIENCE = Duration.ofMillis(1500);

  private final PollResidentRows rows;
  private final PolledCalls calls;
  private final DatabaseGate gate;

  PolledSurveys(PollResidentRows rows, PolledCalls calls, DatabaseGate gate) {
    this.rows = rows;
    this.calls = calls;
    this.gate = gate;
  }

  @Override
  public Optional<SurveyCall> find(String id) {
    Optional<PlacedCall> call = PlacedCall.of(CallKind.POLL, id);
    if (call.isEmpty()) {
      return Optional.empty();
    }
    try {
      return gate.run(PATIENCE, () -> asked(id, call.get()));
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
        .filter(each -> each.state() == AskedState.CALLING)
        .filter(each -> each.attempts() == call.attempt())
        .flatMap(who -> calls.call(id, who));
  }
}
