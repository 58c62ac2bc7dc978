package cn.wuye.hotline.backend.survey.followup;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.database.DatabaseFailure;
import cn.wuye.hotline.backend.estate.EstateId;
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
import cn.wuye.hotline.backend.survey.DueSurvey;
import cn.wuye.hotline.backend.survey.SurveyPlan;
import cn.wuye.hotline.backend.survey.store.AttemptRows;
import cn.wuye.hotline.backend.survey.store.DueRows;
import cn.wuye.hotline.backend.survey.store.PlannedSurveys;
import cn.wuye.hotline.backend.survey.store.Survey;
import cn.wuye.hotline.backend.survey.store.SurveyHours;
import cn.wuye.hotline.backend.survey.store.SurveyRows;
import cn.wuye.hotline.backend.survey.store.SurveySwitch;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The plan of surveys as the database has it. */
@Component
class StoredPlan implements SurveyPlan {
  private static final Logger log = LoggerFactory.getLogger(StoredPlan.class);
  private static final Duration LATER = Duration.ofHours(1);

  private final SurveyRows rows;
  private final DueRows due;
  private final AttemptRows attempts;
  private final SurveySwitch paused;
  private final SurveyHours hours;
  private final NumberCalls calls;
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
    this.rows = rows;
    this.due = due;
    this.attempts = attempts;
    this.paused = paused;
    this.hours = hours;
    this.calls = calls;
    this.outcomes = outcomes;
    this.tickets = tickets;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public List<DueSurvey> due(Instant now, int most) {
    List<DueSurvey> callable = new ArrayList<>();
    if (paused.paused()) {
      return callable;
    }
    for (DueRows.Due each : due.due(now, most)) {
      callable(each, now).ifPresent(callable::add);
    }
    return callable;
  }

  /** Whatever is wrong with one keeps no others: it is looked at again later. */
  private Optional<DueSurvey> callable(DueRows.Due row, Instant now) {
    try {
      return tickets
          .find(row.ticket(), EstateScope.ALL)
          .flatMap(ticket -> callable(row, ticket, now));
    } catch (RuntimeException e) {
      DatabaseFailure.requireRefused(e);
      log.error("survey {} cannot be phoned for", row.id(), e);
      rows.move(row.id(), row.due(), now.plus(LATER), Priority.of(row.urgent()).headStart());
      return Optional.empty();
    }
  }

  /** What fell due at an hour that has passed meanwhile is moved to the next that is allowed. */
  private Optional<DueSurvey> callable(DueRows.Due row, Ticket ticket, Instant now) {
    Reporter reporter = ticket.contents().reporter();
    PhoneNumber number = reporter.phone();
    if (number == null || !PlannedSurveys.residents(number) || hours.declined(reporter)) {
      outcomes.giveUpLater(row.id(), now);
      return Optional.empty();
    }
    EstateId estate = ticket.contents().place().estateId();
    CallingHours allowed = hours.of(estate, now);
    Callee usual = hours.callee(reporter, now);
    Callee callee = row.asked() ? usual.atAnyHour() : usual;
    List<Instant> calls = hours.calls(number, now);
    Priority priority = Priority.of(row.urgent());
    Instant next = allowed.next(now, callee, calls);
    if (next.isAfter(now)) {
      rows.move(row.id(), row.due(), next, priority.headStart());
      return Optional.empty();
    }
    return Optional.of(
        new DueSurvey(
            new DueCall(row.id(), number, row.due(), priority),
            row.attempts() + 1,
            row.ticket(),
            row.round(),
            estate,
            hours.dialect(reporter)));
  }

  @Override
  public boolean take(long survey, String node, Instant until) {
    return transactions.run(
        () -> {
          Instant now = Utc.now(clock);
          boolean taken = !paused.paused() && rows.take(survey, node, now, until);
          if (taken) {
            attempts.begin(survey, now);
            rows.find(survey).ifPresent(found -> counted(found, now));
          }
          return taken;
        });
  }

  private void counted(Survey survey, Instant now) {
    tickets
        .find(survey.ticket(), EstateScope.ALL)
        .map(ticket -> ticket.contents().reporter().phone())
        .ifPresent(
            number -> calls.called(number, PhoneUse.survey(survey.id(), survey.attempts()), now));
  }

  @Override
  public void outcome(long survey, int attempt, CallOutcome outcome, Instant at) {
    outcomes.ended(survey, attempt, outcome, Utc.truncated(at));
  }

  @Override
  public List<Taken> lost(Instant now, int most) {
    return attempts.lost(now, most);
  }

  @Override
  public boolean paused() {
    return paused.paused();
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
