package cn.wuye.hotline.backend.survey.followup;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.outbound.NumberCalls;
import cn.wuye.hotline.backend.outbound.PhoneUse;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.survey.Callee;
import cn.wuye.hotline.backend.survey.CallingHours;
import cn.wuye.hotline.backend.survey.DueCall;
import cn.wuye.hotline.backend.survey.DueCall.Priority;
import cn.wuye.hotline.backend.survey.PlannedCall;
import cn.wuye.hotline.backend.survey.SurveyPlan;
import cn.wuye.hotline.backend.survey.store.AttemptRows;
import cn.wuye.hotline.backend.survey.store.DueRows;
import cn.wuye.hotline.backend.survey.store.PlannedSurveys;
import cn.wuye.hotline.backend.survey.store.StoredCalls;
import cn.wuye.hotline.backend.survey.store.SurveyHours;
import cn.wuye.hotline.backend.survey.store.SurveyRows;
import cn.wuye.hotline.backend.survey.store.SurveySwitch;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The plan of surveys as the database has it. */
@Component
class StoredPlan extends StoredCalls<DueRows.Due> implements SurveyPlan {
  private final SurveyRows rows;
  private final DueRows due;
  private final SurveySwitch paused;
  private final SurveyHours hours;
  private final Outcomes outcomes;
  private final Tickets tickets;
  private final Transactions transactions;
  private final Audit audit;
  private final Clock clock;

  StoredPlan(
      SurveyRows rows,
      DueRows due,
      AttemptRows attempts,
      SurveySwitch paused,
      SurveyHours hours,
      NumberCalls calls,
      Outcomes outcomes,
      Tickets tickets,
      Transactions transactions,
      Audit audit,
      Clock clock) {
    super(attempts, paused, calls, transactions, clock);
    this.rows = rows;
    this.due = due;
    this.paused = paused;
    this.hours = hours;
    this.outcomes = outcomes;
    this.tickets = tickets;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  protected List<DueRows.Due> rows(Instant now, int most) {
    return due.due(now, most);
  }

  @Override
  protected long id(DueRows.Due row) {
    return row.id();
  }

  @Override
  protected void move(DueRows.Due row, Instant to) {
    rows.move(row.id(), row.due(), to, Priority.of(row.urgent()).headStart());
  }

  @Override
  protected Optional<PlannedCall> callable(DueRows.Due row, Instant now) {
    return tickets
        .find(row.ticket(), EstateScope.ALL)
        .flatMap(ticket -> callable(row, ticket, now));
  }

  /** What fell due at an hour that has passed meanwhile is moved to the next that is allowed. */
  private Optional<PlannedCall> callable(DueRows.Due row, Ticket ticket, Instant now) {
    Reporter reporter = ticket.contents().reporter();
    PhoneNumber number = reporter.phone();
    if (number == null || !PlannedSurveys.residents(number) || hours.declined(reporter)) {
      outcomes.giveUpLater(row.id(), now);
      return Optional.empty();
    }
    CallingHours allowed = hours.of(ticket.contents().place().estateId(), now);
    Callee usual = hours.callee(reporter, now);
    Callee callee = row.asked() ? usual.atAnyHour() : usual;
    List<Instant> calls = hours.calls(number, now);
    Instant next = allowed.next(now, callee, calls);
    if (next.isAfter(now)) {
      move(row, next);
      return Optional.empty();
    }
    return Optional.of(
        new PlannedCall(
            new DueCall(row.id(), number, row.due(), Priority.of(row.urgent())),
            row.attempts() + 1));
  }

  @Override
  protected boolean take(long survey, String node, Instant now, Instant until) {
    return rows.take(survey, node, now, until);
  }

  @Override
  protected Optional<Called> called(long id) {
    return rows.find(id)
        .flatMap(
            survey ->
                tickets
                    .find(survey.ticket(), EstateScope.ALL)
                    .map(ticket -> ticket.contents().reporter().phone())
                    .map(number -> new Called(number, PhoneUse.survey(id, survey.attempts()))));
  }

  @Override
  public void outcome(long survey, int attempt, CallOutcome outcome, Instant at) {
    outcomes.ended(survey, attempt, outcome, Utc.truncated(at));
  }

  @Override
  public void pause(String by) {
    turn(true, by, "survey.paused");
  }

  @Override
  public void resume(String by) {
    turn(false, by, "survey.resumed");
  }

  private void turn(boolean off, String by, String action) {
    transactions.run(
        () -> {
          boolean changed = paused.set(off, by, Utc.now(clock));
          if (changed) {
            audit.record(Audit.user(by), new AuditAction(action), "survey", Map.of());
          }
          return changed;
        });
  }
}
