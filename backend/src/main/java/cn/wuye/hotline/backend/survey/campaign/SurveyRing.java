package cn.wuye.hotline.backend.survey.campaign;

import cn.wuye.hotline.backend.survey.CallKind;
import cn.wuye.hotline.backend.survey.PlacedCall;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Duration;

/**
 * A call to be made for a survey.
 *
 * @param kind what she is asked about
 * @param survey its id, among those of its kind
 * @param attempt which call of this survey, from 1
 * @param ring how long it may ring
 */
public record SurveyRing(
    CallKind kind, long survey, int attempt, PhoneNumber number, Duration ring) {
  /** The call's name and its channel's: unique over all nodes. */
  public String id() {
    return PlacedCall.id(kind, survey, attempt);
  }

  /** Without the number: this may reach a log. */
  @Override
  public String toString() {
    return id();
  }
}
