package cn.wuye.hotline.backend.survey.followup;

import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.survey.FollowUp;
import cn.wuye.hotline.backend.survey.FollowUp.Step;
import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.survey.SurveyResult;
import cn.wuye.hotline.backend.survey.SurveySettled;
import cn.wuye.hotline.backend.survey.store.AnswerChannel;
import cn.wuye.hotline.backend.survey.store.Answers;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.backend.survey.store.PlannedSurveys;
import cn.wuye.hotline.backend.survey.store.Survey;
import cn.wuye.hotline.backend.survey.store.SurveyHours;
import cn.wuye.hotline.backend.survey.store.SurveyRows;
import cn.wuye.hotline.backend.survey.store.SurveyState;
import cn.wuye.hotline.backend.survey.store.SurveyTaskRows;
import cn.wuye.hotline.backend.survey.store.TaskKind;
import cn.wuye.hotline.backend.survey.store.Told;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Addition;
import cn.wuye.hotline.backend.ticket.Additions;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketWork;
import cn.wuye.hotline.backend.ticket.Verb;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Does what {@link FollowUp} says: survey and ticket in the transaction of who holds both. */
@Component
class Consequences {
  static final Actor MACHINE = Actor.system("survey");
  private static final int LONGEST_REASON = 500;

  /** What has a recording. */
  private static final Set<AnswerChannel> CALLS =
      Set.of(AnswerChannel.PHONE, AnswerChannel.CALLBACK);

  private final SurveyRows rows;
  private final SurveyTaskRows tasks;
  private final SurveyHours hours;
  private final Above above;
  private final TicketWork work;
  private final Additions additions;
  private final ApplicationEventPublisher events;

  Consequences(
      SurveyRows rows,
      SurveyTaskRows tasks,
      SurveyHours hours,
      Above above,
      TicketWork work,
      Additions additions,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.tasks = tasks;
    this.hours = hours;
    this.above = above;
    this.work = work;
    this.additions = additions;
    this.events = events;
  }

  /** The same of what nobody has entered. */
  void apply(
      Ticket ticket, Survey survey, Answers answers, FollowUp what, SurveyState as, Instant now) {
    apply(ticket, survey, answers, what, as, MACHINE, now);
  }

  /**
   * Ends a survey.
   *
   * @param ticket locked
   * @param survey locked, and open
   * @param by who has entered what she answered
   */
  void apply(
      Ticket ticket,
      Survey survey,
      Answers answers,
      FollowUp what,
      SurveyState as,
      Actor by,
      Instant now) {
    rows.settle(survey.id(), as, answers, what.level(), now);
    events.publishEvent(new SurveySettled(survey.id(), ticket, answers.result()));
    if (!PlannedSurveys.WAITING.contains(ticket.state())) {
      return;
    }
    Set<Step> steps = what.steps();
    boolean again = steps.contains(Step.REOPEN_HIGHER);
    List<String> told = again ? above.logins(ticket, what.level()) : List.of();
    work.note(ticket, by, surveyed(survey, answers, as, told));
    if (again) {
      reopen(ticket, survey, answers, told);
    } else {
      Ticket asked = asked(ticket);
      if (steps.contains(Step.ARCHIVE) || steps.contains(Step.ARCHIVE_UNREACHED)) {
        work.move(asked, Verb.ARCHIVE, MACHINE, "");
      }
    }
    // After the moves: those withdraw what was open before.
    if (steps.contains(Step.PERSON_CALLS)) {
      Instant due = FollowUp.personDue(now, hours.work(survey.estate(), now));
      tasks.open(survey.id(), TaskKind.PHONE, now, due);
    }
    if (steps.contains(Step.REST_TASK)) {
      tasks.open(survey.id(), TaskKind.REST, now, null);
    }
  }

  /** The ticket as one whose resident was asked. */
  private Ticket asked(Ticket ticket) {
    return ticket.state() == State.CALLBACK
        ? ticket
        : work.move(ticket, Verb.CALL_BACK, MACHINE, "").orElseThrow();
  }

  private void reopen(Ticket ticket, Survey survey, Answers answers, List<String> told) {
    String words = answers.words();
    String reason = words.isEmpty() ? "不满意重办" : "不满意重办：" + words;
    Ticket open =
        work.move(ticket, Verb.REOPEN, MACHINE, Text.fitted(reason, LONGEST_REASON)).orElseThrow();
    answers
        .last()
        .filter(said -> CALLS.contains(said.channel()))
        .ifPresent(said -> recording(open, answers, said.told()));
    above.tell(open, survey.id(), reason, told);
  }

  /** The call is one more about the ticket, so that its recording is played from there. */
  private void recording(Ticket ticket, Answers answers, Told last) {
    additions.keep(
        ticket.number(),
        new Addition(
            new CallId(last.source()),
            Text.fitted(answers.words(), Told.MAX_WORDS),
            false,
            answers.needsTranscript(),
            last.at()));
  }

  private static String channel(Answers answers) {
    return answers.last().map(said -> said.channel().code()).orElse("");
  }

  private static Happening surveyed(
      Survey survey, Answers answers, SurveyState as, List<String> told) {
    SurveyResult result = answers.result();
    Optional<Integer> score = result.satisfaction().map(Satisfaction::score);
    return new Happening.Surveyed(
        survey.round(),
        as.code(),
        as == SurveyState.UNREACHED ? "" : channel(answers),
        answers.value(Item.SOLVED),
        score.orElse(0),
        Text.fitted(answers.words(), Told.MAX_WORDS),
        told);
  }
}
