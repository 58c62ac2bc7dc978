package cn.wuye.hotline.backend.survey.followup;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.FollowUp;
import cn.wuye.hotline.backend.survey.store.AnswerRows;
import cn.wuye.hotline.backend.survey.store.PlannedSurveys;
import cn.wuye.hotline.backend.survey.store.Survey;
import cn.wuye.hotline.backend.survey.store.SurveyRows;
import cn.wuye.hotline.backend.survey.store.SurveyState;
import cn.wuye.hotline.backend.survey.store.SurveyTask;
import cn.wuye.hotline.backend.survey.store.SurveyTaskRows;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Happening;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.TicketWork;
import cn.wuye.hotline.backend.ticket.Verb;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What people have to do after surveys; a ticket waits for it, and is archived when it is done. */
@Component
public class SurveyTasks {
  /** Longest words with a task, in characters. */
  public static final int MAX_WORDS = 2000;

  private final SurveyTaskRows rows;
  private final SurveyRows surveys;
  private final AnswerRows said;
  private final Consequences consequences;
  private final TicketWork work;
  private final Transactions transactions;
  private final Clock clock;

  SurveyTasks(
      SurveyTaskRows rows,
      SurveyRows surveys,
      AnswerRows said,
      Consequences consequences,
      TicketWork work,
      Transactions transactions,
      Clock clock) {
    this.rows = rows;
    this.surveys = surveys;
    this.said = said;
    this.consequences = consequences;
    this.work = work;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Those that are open and may be seen, the one that is due first first; at most a hundred. */
  public List<SurveyTask> open(EstateScope scope) {
    return rows.open(scope);
  }

  /** Those of a ticket. The ticket itself must be visible to who asks. */
  public List<SurveyTask> of(TicketNumber ticket) {
    return rows.of(ticket);
  }

  /**
   * Somebody has done it.
   *
   * @param words what came of it, 1–{@value #MAX_WORDS} characters; they stand in the timeline
   * @param by his login
   * @return false when there is no such task for who asks, or it is not open any more
   */
  public boolean done(long id, String words, EstateScope scope, String by) {
    Text.require("words", words, MAX_WORDS);
    return transactions.run(
        () ->
            rows.find(id, scope)
                .flatMap(
                    task ->
                        work.locked(task.ticket()).filter(ticket -> done(task, ticket, words, by)))
                .isPresent());
  }

  /**
   * Whether its ticket is archived once it is done. Belongs to a transaction of the caller, until
   * whose end nobody else changes the ticket.
   */
  public boolean archives(SurveyTask task) {
    return task.open()
        && work.locked(task.ticket())
            .filter(
                ticket ->
                    surveys.of(ticket.number()).stream()
                            .filter(each -> each.id() == task.survey())
                            .anyMatch(each -> each.state() == SurveyState.PERSON)
                        || over(ticket, task))
            .isPresent();
  }

  private boolean done(SurveyTask task, Ticket ticket, String words, String by) {
    Instant now = Utc.now(clock);
    if (!rows.done(task.id(), by, words, now)) {
      return false;
    }
    Actor actor = Actor.user(by);
    work.note(ticket, actor, new Happening.NoteAdded(words));
    Optional<Survey> survey = surveys.locked(task.survey());
    if (survey.filter(found -> found.state() == SurveyState.PERSON).isPresent()) {
      consequences.apply(
          ticket,
          survey.get(),
          said.of(task.survey()),
          new FollowUp(Set.of(FollowUp.Step.ARCHIVE_UNREACHED), 0),
          SurveyState.UNREACHED,
          now);
    } else if (over(ticket, task)) {
      archive(ticket, actor);
    }
    return true;
  }

  /** Whether nothing is waited for but this task. */
  private boolean over(Ticket ticket, SurveyTask task) {
    return PlannedSurveys.WAITING.contains(ticket.state())
        && rows.of(ticket.number()).stream()
            .filter(SurveyTask::open)
            .allMatch(each -> each.id() == task.id())
        && surveys.of(ticket.number()).stream().noneMatch(each -> each.state().open());
  }

  private void archive(Ticket ticket, Actor actor) {
    Optional<Ticket> asked =
        ticket.state() == State.CALLBACK
            ? Optional.of(ticket)
            : work.move(ticket, Verb.CALL_BACK, actor, "");
    asked.ifPresent(found -> work.move(found, Verb.ARCHIVE, actor, ""));
  }
}
