package cn.wuye.hotline.backend.survey.answer;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.survey.CallKind;
import cn.wuye.hotline.backend.survey.PlacedCall;
import cn.wuye.hotline.ivr.port.SurveyCall;
import cn.wuye.hotline.ivr.port.SurveyCalls;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds what is asked in a call that was placed, while that call goes on; of one kind of calls. */
public abstract class FoundCalls implements SurveyCalls {
  private static final Logger log = LoggerFactory.getLogger(FoundCalls.class);
  private static final Duration PATIENCE = Duration.ofMillis(1500);

  private final CallKind kind;
  private final DatabaseGate gate;

  protected FoundCalls(CallKind kind, DatabaseGate gate) {
    this.kind = kind;
    this.gate = gate;
  }

  /** What is asked in it; empty when it does not go on, or nobody waits for its answers. */
  protected abstract Optional<SurveyCall> asked(String id, PlacedCall call);

  @Override
  public Optional<SurveyCall> find(String id) {
    return PlacedCall.of(kind, id).flatMap(call -> find(id, call));
  }

  private Optional<SurveyCall> find(String id, PlacedCall call) {
    try {
      return gate.run(PATIENCE, () -> asked(id, call));
    } catch (DatabaseAwayException e) {
      log.warn("{} cannot be asked: {}", id, e.getMessage());
      return Optional.empty();
    } catch (UncheckedIOException e) {
      log.error("{} is not asked: what is answered could not be kept", id, e);
      return Optional.empty();
    }
  }
}
