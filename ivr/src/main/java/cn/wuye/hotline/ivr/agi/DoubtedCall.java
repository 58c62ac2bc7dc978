package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.port.AskedQuestion;
import cn.wuye.hotline.ivr.port.OwnVoice;
import cn.wuye.hotline.ivr.port.SurveyAnswers;
import cn.wuye.hotline.ivr.port.SurveyCall;
import cn.wuye.hotline.ivr.port.SurveyCase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A survey of which Asterisk is not sure that a person has answered. */
record DoubtedCall(SurveyCall survey) implements SurveyCall {
  @Override
  public SurveyCase about() {
    SurveyCase about = survey.about();
    return new SurveyCase(
        about.ticket(),
        about.intent(),
        about.reportedOn(),
        about.stage(),
        about.addressee(),
        about.place(),
        about.zone(),
        about.turn(),
        true);
  }

  /** It may be a machine, which would keep it for anybody. */
  @Override
  public Optional<OwnVoice> ownVoice() {
    return Optional.empty();
  }

  @Override
  public List<AskedQuestion> questions() {
    return survey.questions();
  }

  @Override
  public SurveyAnswers answers() {
    return survey.answers();
  }

  @Override
  public Instant allowed(Instant wanted) {
    return survey.allowed(wanted);
  }

  @Override
  public void ended() {
    survey.ended();
  }
}
