package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.port.SurveyCall;
import cn.wuye.hotline.ivr.port.SurveyCalls;
import java.util.Optional;
import java.util.function.Function;

/**
 * How residents who were phoned back are asked about their tickets.
 *
 * @param calls the surveys that they were phoned for
 * @param holding how such a call is held; asked once for every call
 */
public record SurveyTalks(SurveyCalls calls, Function<SurveyCall, CallHolding> holding) {
  /** Nobody is phoned. */
  public static final SurveyTalks NONE =
      new SurveyTalks(
          id -> Optional.empty(),
          survey -> new CallHolding(EmergencySpotter.NONE, conversation -> {}));
}
