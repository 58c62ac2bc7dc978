package cn.wuye.hotline.backend.poll.call;

import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.poll.PollItem;
import cn.wuye.hotline.backend.poll.PollSaid;
import cn.wuye.hotline.ivr.port.AskedQuestion;
import cn.wuye.hotline.ivr.port.Aspect;
import cn.wuye.hotline.ivr.port.OpenedTicket;
import cn.wuye.hotline.ivr.port.OwnVoice;
import cn.wuye.hotline.ivr.port.PhoneLine;
import cn.wuye.hotline.ivr.port.Solved;
import cn.wuye.hotline.ivr.port.SurveyAnswers;
import cn.wuye.hotline.ivr.port.SurveyCall;
import cn.wuye.hotline.ivr.port.SurveyCase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * One call in which a poll is answered. All it needs was read when it was found, so the database
 * may go away in the middle of it.
 */
final class PollSurvey implements SurveyCall, SurveyAnswers {
  private final SurveyCase about;
  private final List<AskedQuestion> questions;
  private final long asked;
  private final String call;
  private final UnaryOperator<Instant> allowed;
  private final Consumer<PollSaid> keeper;
  private final Clock clock;
  private int last;
  private boolean over;

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
    this.about = about;
    this.questions = List.copyOf(questions);
    this.asked = asked;
    this.call = call;
    this.last = last;
    this.allowed = allowed;
    this.keeper = keeper;
    this.clock = clock;
  }

  @Override
  public SurveyCase about() {
    return about;
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
  public SurveyAnswers answers() {
    return this;
  }

  @Override
  public Instant allowed(Instant wanted) {
    return allowed.apply(wanted);
  }

  @Override
  public synchronized void ended() {
    if (!over) {
      over = true;
      say(PollItem.ENDED, 0, "");
    }
  }

  @Override
  public void answer(int number, int value) {
    say(PollItem.ANSWER, number, Integer.toString(value));
  }

  @Override
  public void comment(Comment comment) {
    words(0, comment);
  }

  @Override
  public synchronized void words(int number, Comment words) {
    last++;
    keeper.accept(
        new PollSaid(
            asked,
            call,
            last,
            PollItem.WORDS,
            number,
            "",
            Text.fitted(words.text(), PollSaid.MAX_WORDS),
            words.decoded(),
            words.from().toMillis(),
            words.to().toMillis(),
            Utc.now(clock)));
  }

  @Override
  public void postponed(Optional<Instant> until) {
    say(PollItem.POSTPONED, 0, until.map(Instant::toString).orElse(""));
  }

  @Override
  public void declined() {
    say(PollItem.DECLINED, 0, "");
  }

  @Override
  public void stranger() {
    say(PollItem.STRANGER, 0, "");
  }

  @Override
  public void nobody() {
    say(PollItem.NOBODY, 0, "");
  }

  @Override
  public void personWanted() {
    say(PollItem.PERSON_WANTED, 0, "");
  }

  @Override
  public void talked(PhoneLine line) {
    say(PollItem.TALKED, 0, Text.fitted(line.name(), PollSaid.MAX_VALUE));
  }

  @Override
  public void toldElse(OpenedTicket ticket) {
    say(PollItem.TOLD_ELSE, 0, Text.fitted(ticket.number(), PollSaid.MAX_VALUE));
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

  private synchronized void say(PollItem item, int question, String value) {
    last++;
    keeper.accept(PollSaid.of(asked, call, last, item, question, value, Utc.now(clock)));
  }
}
