package cn.wuye.hotline.ivr.port;

import java.util.Optional;

/** Surveys that residents are phoned for. Implemented by the backend, which has them phoned. */
@FunctionalInterface
public interface SurveyCalls {
  /**
   * The survey that a call was made for.
   *
   * @param id as it came with the call
   * @return empty when nobody waits for its answers (any more): the call is ended
   */
  Optional<SurveyCall> find(String id);
}
