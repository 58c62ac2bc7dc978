package cn.wuye.hotline.backend.telephony;

import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.ivr.port.AskedQuestion;
import cn.wuye.hotline.ivr.port.Aspect;
import cn.wuye.hotline.ivr.port.OpenedTicket;
import cn.wuye.hotline.ivr.port.OwnVoice;
import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.port.Solved;
import cn.wuye.hotline.ivr.port.SurveyAnswers;
import cn.wuye.hotline.ivr.port.SurveyCall;
import cn.wuye.hotline.ivr.port.SurveyCase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A survey that is being asked; knows how the call ended by what was answered in it. */
final class AskedCall implements SurveyCall, SurveyAnswers {
  private final SurveyCall survey;
  private final Runnable over;
  private final AtomicInteger answers = new AtomicInteger();
  private volatile CallOutcome otherwise = CallOutcome.HUNG_UP;

  /**
   * @param over told when the call has ended
   */
  AskedCall(SurveyCall survey, Runnable over) {
    this.survey = survey;
    this.over = over;
  }

  /** How the call ends if it ends now. */
  CallOutcome outcome() {
    return answers.get() > 0 ? CallOutcome.ANSWERED : otherwise;
  }

  @Override
  public SurveyCase about() {
    return survey.about();
  }

  @Override
  public Optional<OwnVoice> ownVoice() {
    return survey.ownVoice();
  }

  @Override
  public List<AskedQuestion> questions() {
    return survey.questions();
  }

  @Override
  public SurveyAnswers answers() {
    return this;
  }

  @Override
  public Instant allowed(Instant wanted) {
    return survey.allowed(wanted);
  }

  @Override
  public void ended() {
    try {
      survey.ended();
    } finally {
      over.run();
    }
  }

  @Override
  public void solved(Solved answer) {
    survey.answers().solved(answer);
    answers.incrementAndGet();
  }

  @Override
  public void satisfaction(int score) {
    survey.answers().satisfaction(score);
    answers.incrementAndGet();
  }

  @Override
  public void aspect(Aspect aspect, int score) {
    survey.answers().aspect(aspect, score);
  }

  @Override
  public void recommendation(int points) {
    survey.answers().recommendation(points);
  }

  @Override
  public void answer(int number, int value) {
    survey.answers().answer(number, value);
    answers.incrementAndGet();
  }

  @Override
  public void words(int number, Comment words) {
    survey.answers().words(number, words);
    answers.incrementAndGet();
  }

  @Override
  public void comment(Comment comment) {
    survey.answers().comment(comment);
  }

  @Override
  public void takenBack() {
    survey.answers().takenBack();
    answers.decrementAndGet();
  }

  @Override
  public void unclear() {
    survey.answers().unclear();
    answers.incrementAndGet();
  }

  @Override
  public void postponed(Optional<Instant> until) {
    survey.answers().postponed(until);
    otherwise = CallOutcome.POSTPONED;
  }

  @Override
  public void declined() {
    survey.answers().declined();
    otherwise = CallOutcome.DECLINED;
  }

  @Override
  public void stranger() {
    survey.answers().stranger();
    otherwise = CallOutcome.STRANGER;
  }

  @Override
  public void nobody() {
    survey.answers().nobody();
    otherwise = CallOutcome.MACHINE;
  }

  @Override
  public void personWanted() {
    survey.answers().personWanted();
    answers.incrementAndGet();
  }

  @Override
  public void talked(PhoneLine line) {
    survey.answers().talked(line);
  }

  @Override
  public void toldElse(OpenedTicket ticket) {
    survey.answers().toldElse(ticket);
  }

  @Override
  public Next finished() {
    return survey.answers().finished();
  }
}
