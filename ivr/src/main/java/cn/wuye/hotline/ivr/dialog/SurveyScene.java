package cn.wuye.hotline.ivr.dialog;

import cn.wuye.hotline.ivr.conversation.Talk;
import cn.wuye.hotline.ivr.intent.CallBackTime;
import cn.wuye.hotline.ivr.intent.SurveyWords;
import cn.wuye.hotline.ivr.port.SurveyAnswers;
import cn.wuye.hotline.ivr.port.SurveyCall;
import cn.wuye.hotline.ivr.port.SurveyCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * All that the steps of one survey share.
 *
 * @param scene the call as every dialog has it
 * @param begun when she began to be asked: what a survey may take counts from then
 * @param clock that of the conversation
 */
record SurveyScene(
    Scene scene,
    SurveyCall survey,
    SurveyMatter matter,
    Ears ears,
    SurveySayings say,
    Instant begun,
    Clock clock) {

  /** What understands her answers. */
  record Ears(SurveyWords words, CallBackTime times) {}

  Talk talk() {
    return scene.talk();
  }

  SurveyCase about() {
    return survey.about();
  }

  SurveyAnswers answers() {
    return survey.answers();
  }

  SurveyWords words() {
    return ears.words();
  }

  /** Since she began to be asked. */
  Duration elapsed() {
    return Duration.between(begun, now());
  }

  Instant now() {
    return clock.instant();
  }

  /** By her clock. */
  LocalDateTime herNow() {
    return LocalDateTime.ofInstant(now(), about().zone());
  }
}
