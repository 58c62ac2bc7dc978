package cn.wuye.hotline.backend.poll.call;

import cn.wuye.hotline.backend.poll.PollSaid;
import cn.wuye.hotline.backend.survey.answer.AnsweredCall;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.backend.survey.store.Told;
import cn.wuye.hotline.ivr.port.AskedQuestion;
import cn.wuye.hotline.ivr.port.Aspect;
import cn.wuye.hotline.ivr.port.OwnVoice;
import cn.wuye.hotline.ivr.port.Solved;
import cn.wuye.hotline.ivr.port.SurveyCase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** One call in which a poll is answered. */
final class PollSurvey extends AnsweredCall<PollSaid> {
  private final List<AskedQuestion> questions;
  private final long asked;
  private final String call;

  /**
   * @param asked which resident of which poll
   * @param call its id
   * @param last number of what was said in it before; 0 for nothing
   */
  PollSurvey(
      SurveyCase about,
      List<AskedQuestion> questions,
      long asked,
      String call,
      int last,
      UnaryOperator<Instant> allowed,
      Consumer<PollSaid> keeper,
      Clock clock) {
    super(about, call, last, allowed, keeper, clock);
    this.questions = List.copyOf(questions);
    this.asked = asked;
    this.call = call;
  }

  @Override
  protected PollSaid said(Item item, Told told) {
    return new PollSaid(asked, item, 0, told);
  }

  /** She has reported nothing that it is about. */
  @Override
  public Optional<OwnVoice> ownVoice() {
    return Optional.empty();
  }

  @Override
  public List<AskedQuestion> questions() {
    return questions;
  }

  @Override
  public void answer(int number, int value) {
    tell(Integer.toString(value), told -> new PollSaid(asked, Item.ANSWER, number, told));
  }

  @Override
  public void comment(Comment comment) {
    words(0, comment);
  }

  @Override
  public void words(int number, Comment words) {
    tell(words, told -> new PollSaid(asked, Item.WORDS, number, told));
  }

  @Override
  public void solved(Solved answer) {
    throw noTicket();
  }

  @Override
  public void satisfaction(int score) {
    throw noTicket();
  }

  @Override
  public void aspect(Aspect aspect, int score) {
    throw noTicket();
  }

  @Override
  public void recommendation(int points) {
    throw noTicket();
  }

  @Override
  public void takenBack() {
    throw noTicket();
  }

  @Override
  public void unclear() {
    throw noTicket();
  }

  @Override
  public Next finished() {
    throw noTicket();
  }

  private IllegalStateException noTicket() {
    return new IllegalStateException(call + " is about no ticket");
  }
}
