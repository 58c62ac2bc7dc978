package cn.wuye.hotline.backend.survey.answer;

import cn.wuye.hotline.backend.database.DatabaseAwayException;
import cn.wuye.hotline.backend.database.DatabaseGate;
import cn.wuye.hotline.backend.survey.CallKind;
import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.port.MissedSurvey;
import cn.wuye.hotline.ivr.port.MissedSurveys;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds for what a caller was phoned in vain, and keeps no caller waiting for it; of one kind of
 * calls.
 */
public abstract class FoundMissed implements MissedSurveys {
  private static final Logger log = LoggerFactory.getLogger(FoundMissed.class);
  private static final Duration PATIENCE = Duration.ofMillis(800);

  private final CallKind kind;
  private final DatabaseGate gate;

  protected FoundMissed(CallKind kind, DatabaseGate gate) {
    this.kind = kind;
    this.gate = gate;
  }

  /** Takes for her call what her number was phoned for. */
  protected abstract Optional<MissedSurvey> take(PhoneNumber number, Call call);

  @Override
  public Optional<MissedSurvey> of(Call call) {
    return call.caller().flatMap(number -> found(number, call));
  }

  private Optional<MissedSurvey> found(PhoneNumber number, Call call) {
    try {
      return gate.run(PATIENCE, () -> take(number, call));
    } catch (DatabaseAwayException away) {
      log.info(
          "call {}: whether she was phoned for a {} is not looked for: {}",
          call.id(),
          kind.code(),
          away.getMessage());
    } catch (RuntimeException e) {
      log.error("call {}: for which {} she was phoned cannot be told", call.id(), kind.code(), e);
    }
    return Optional.empty();
  }
}
