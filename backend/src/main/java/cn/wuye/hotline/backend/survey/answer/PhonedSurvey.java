package cn.wuye.hotline.backend.survey.answer;

import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.FollowUp;
import cn.wuye.hotline.backend.survey.FollowUp.Step;
import cn.wuye.hotline.backend.survey.SurveyHistory;
import cn.wuye.hotline.backend.survey.store.Answers;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.backend.survey.store.Said;
import cn.wuye.hotline.backend.ticket.State;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One call in which a survey is answered. All it needs was read when it was found, so the database
 * may go away in the middle of it.
 */
final class PhonedSurvey implements SurveyCall, SurveyAnswers {
  private final SurveyCase about;
  private final List<Said> all;
  private final SurveyHistory history;
  private final Source source;
  private final UnaryOperator<Instant> allowed;
  private final Supplier<Optional<OwnVoice>> ownVoice;
  private final Supplier<Optional<State>> withdrawn;
  private final Consumer<Said> keeper;
  private final Clock clock;
  private int last;
  private boolean over;

  /**
   * @param withdrawn where the ticket stands at that moment, when the survey was withdrawn; else
   *     empty
   */
  PhonedSurvey(
      SurveyCase about,
      List<Said> before,
      SurveyHistory history,
      Source source,
      UnaryOperator<Instant> allowed,
      Supplier<Optional<OwnVoice>> ownVoice,
      Supplier<Optional<State>> withdrawn,
      Consumer<Said> keeper,
      Clock clock) {
    this.about = about;
    this.all = new ArrayList<>(before);
    this.history = history;
    this.source = source;
    this.allowed = allowed;
    this.ownVoice = ownVoice;
    this.withdrawn = withdrawn;
    this.keeper = keeper;
    this.clock = clock;
    this.last = source.last();
  }

  @Override
  public SurveyCase about() {
    return about;
  }

  @Override
  public Optional<OwnVoice> ownVoice() {
    return ownVoice.get();
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
      say(Item.ENDED, "");
    }
  }

  @Override
  public void solved(Solved answer) {
    say(Item.SOLVED, Answers.code(answer));
  }

  @Override
  public void satisfaction(int score) {
    say(Item.SATISFACTION, Integer.toString(score));
  }

  @Override
  public void aspect(Aspect aspect, int score) {
    Item item =
        switch (aspect) {
          case ATTITUDE -> Item.ATTITUDE;
          case SPEED -> Item.SPEED;
          case RESULT -> Item.RESULT;
        };
    say(item, Integer.toString(score));
  }

  @Override
  public void recommendation(int points) {
    say(Item.RECOMMENDATION, Integer.toString(points));
  }

  @Override
  public synchronized void comment(Comment comment) {
    last++;
    keep(
        new Said(
            source.survey(),
            source.call(),
            last,
            source.channel(),
            Item.COMMENT,
            "",
            Text.fitted(comment.text(), Said.MAX_WORDS),
            comment.decoded(),
            comment.from().toMillis(),
            comment.to().toMillis(),
            Utc.now(clock)));
  }

  @Override
  public void takenBack() {
    say(Item.TAKEN_BACK, "");
  }

  @Override
  public void unclear() {
    say(Item.UNCLEAR, "");
  }

  @Override
  public void postponed(Optional<Instant> until) {
    say(Item.POSTPONED, until.map(Instant::toString).orElse(""));
  }

  @Override
  public void declined() {
    say(Item.DECLINED, "");
  }

  @Override
  public void stranger() {
    say(Item.STRANGER, "");
  }

  @Override
  public void nobody() {
    say(Item.NOBODY, "");
  }

  @Override
  public void personWanted() {
    say(Item.PERSON_WANTED, "");
  }

  @Override
  public void talked(PhoneLine line) {
    say(Item.TALKED, Text.fitted(line.name(), Said.MAX_VALUE));
  }

  @Override
  public void toldElse(OpenedTicket ticket) {
    say(Item.TOLD_ELSE, Text.fitted(ticket.number(), Said.MAX_VALUE));
  }

  @Override
  public Next finished() {
    // Not while this is locked: the database may take its time.
    Optional<State> ticket = withdrawn.get();
    Next next = next();
    if (ticket.isEmpty()) {
      return next;
    }
    if (ticket.get() != State.ARCHIVED) {
      return Next.GOES_ON;
    }
    return next == Next.CLOSED ? next : Next.PERSON;
  }

  private synchronized Next next() {
    Set<Step> steps = FollowUp.of(Answers.of(all).result(), history).steps();
    if (steps.contains(Step.PROJECT_MANAGER)) {
      return Next.MANAGER;
    }
    if (steps.contains(Step.REOPEN_HIGHER)) {
      return Next.REOPENED;
    }
    if (steps.contains(Step.PERSON_CALLS)) {
      return Next.PERSON;
    }
    return steps.contains(Step.REST_TASK) ? Next.REST : Next.CLOSED;
  }

  private synchronized void say(Item item, String value) {
    last++;
    keep(
        Said.of(
            source.survey(), source.call(), last, source.channel(), item, value, Utc.now(clock)));
  }

  private void keep(Said said) {
    all.add(said);
    keeper.accept(said);
  }
}
