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
 * @param clock that of the conversation
 */
record SurveyScene(
    Scene scene,
    SurveyCall survey,
    SurveyMatter matter,
    Ears ears,
    SurveySayings say,
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

  /** Since the call was answered. */
  Duration elapsed() {
    return Duration.between(scene.incoming().answeredAt(), now());
  }

  Instant now() {
    return clock.instant();
  }

  /** By her clock. */
  LocalDateTime herNow() {
    return LocalDateTime.ofInstant(now(), about().zone());
  }
}
