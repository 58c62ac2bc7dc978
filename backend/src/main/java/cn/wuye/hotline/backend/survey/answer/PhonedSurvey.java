package cn.wuye.hotline.backend.survey.answer;

import cn.wuye.hotline.backend.survey.FollowUp;
import cn.wuye.hotline.backend.survey.FollowUp.Step;
import cn.wuye.hotline.backend.survey.SurveyHistory;
import cn.wuye.hotline.backend.survey.store.Answers;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.backend.survey.store.Said;
import cn.wuye.hotline.backend.survey.store.Told;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.ivr.port.Aspect;
import cn.wuye.hotline.ivr.port.OwnVoice;
import cn.wuye.hotline.ivr.port.Solved;
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

/** One call in which a survey about a ticket is answered. */
final class PhonedSurvey extends AnsweredCall<Said> {
  private final List<Said> all;
  private final SurveyHistory history;
  private final Source source;
  private final Supplier<Optional<OwnVoice>> ownVoice;
  private final Supplier<Optional<State>> withdrawn;

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
    super(about, source.call(), source.last(), allowed, keeper, clock);
    this.all = new ArrayList<>(before);
    this.history = history;
    this.source = source;
    this.ownVoice = ownVoice;
    this.withdrawn = withdrawn;
  }

  @Override
  protected Said said(Item item, Told told) {
    return new Said(source.survey(), source.channel(), item, told);
  }

  @Override
  protected void keep(Said said) {
    all.add(said);
    super.keep(said);
  }

  @Override
  public Optional<OwnVoice> ownVoice() {
    return ownVoice.get();
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
  public void comment(Comment comment) {
    tell(comment, told -> said(Item.COMMENT, told));
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
}
