package cn.wuye.hotline.backend.poll.call;

import cn.wuye.hotline.backend.database.DatabaseFailure;
import cn.wuye.hotline.backend.outbound.NumberCalls;
import cn.wuye.hotline.backend.outbound.PhoneUse;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.poll.AskedState;
import cn.wuye.hotline.backend.poll.store.PollAttemptRows;
import cn.wuye.hotline.backend.poll.store.PollResident;
import cn.wuye.hotline.backend.poll.store.PollResidentRows;
import cn.wuye.hotline.backend.survey.CallKind;
import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.survey.CallPlan;
import cn.wuye.hotline.backend.survey.Callee;
import cn.wuye.hotline.backend.survey.DueCall;
import cn.wuye.hotline.backend.survey.DueCall.Priority;
import cn.wuye.hotline.backend.survey.PlannedCall;
import cn.wuye.hotline.backend.survey.store.PlannedSurveys;
import cn.wuye.hotline.backend.survey.store.SurveyHours;
import cn.wuye.hotline.backend.survey.store.SurveySwitch;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Those who were drawn for running polls, as the campaign calls them: under the same switch, hours
 * and limits of numbers as surveys about tickets.
 */
@Component
class PollPlan implements CallPlan {
  private static final Logger log = LoggerFactory.getLogger(PollPlan.class);
  private static final Duration LATER = Duration.ofHours(1);

  private final PollResidentRows rows;
  private final PollAttemptRows attempts;
  private final PollCallees callees;
  private final PollOutcomes outcomes;
  private final SurveyHours hours;
  private final SurveySwitch paused;
  private final NumberCalls calls;
  private final Transactions transactions;
  private final Clock clock;

  PollPlan(
      PollResidentRows rows,
      PollAttemptRows attempts,
      PollCallees callees,
      PollOutcomes outcomes,
      SurveyHours hours,
      SurveySwitch paused,
      NumberCalls calls,
      Transactions transactions,
      Clock clock) {
    this.rows = rows;
    this.attempts = attempts;
    this.callees = callees;
    this.outcomes = outcomes;
    this.hours = hours;
    this.paused = paused;
    this.calls = calls;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** One who may be called now. */
  record DuePoll(DueCall call, int attempt) implements PlannedCall {}

  @Override
  public CallKind kind() {
    return CallKind.POLL;
  }

  @Override
  public List<DuePoll> due(Instant now, int most) {
    List<DuePoll> callable = new ArrayList<>();
    if (paused.paused()) {
      return callable;
    }
    for (PollResidentRows.Due each : rows.due(now, most)) {
      looked(each, now).ifPresent(callable::add);
    }
    return callable;
  }

  /** Whatever is wrong with one keeps no others: she is looked at again later. */
  private Optional<DuePoll> looked(PollResidentRows.Due due, Instant now) {
    try {
      return callable(due, now);
    } catch (RuntimeException e) {
      DatabaseFailure.requireRefused(e);
      log.error("{} of a poll cannot be phoned", due.who().id(), e);
      rows.move(due.who().id(), due.due(), now.plus(LATER));
      return Optional.empty();
    }
  }

  /** What fell due at an hour that is not allowed is moved to the next that is. */
  private Optional<DuePoll> callable(PollResidentRows.Due due, Instant now) {
    PollResident who = due.who();
    Optional<Reporter> found = callees.find(who);
    PhoneNumber number = found.map(Reporter::phone).orElse(null);
    if (found.isEmpty() || number == null || !PlannedSurveys.residents(number)) {
      outcomes.leaveOut(who.id(), AskedState.NOT_ASKED, now);
      return Optional.empty();
    }
    Reporter resident = found.get();
    if (hours.declined(resident)) {
      outcomes.leaveOut(who.id(), AskedState.DECLINED, now);
      return Optional.empty();
    }
    Callee usual = hours.callee(resident, now);
    Callee callee = due.asked() ? usual.atAnyHour() : usual;
    Instant next = hours.of(who.estate(), now).next(now, callee, hours.calls(number, now));
    if (next.isAfter(now)) {
      rows.move(who.id(), due.due(), next);
      return Optional.empty();
    }
    return Optional.of(
        new DuePoll(
            new DueCall(who.id(), number, due.due(), Priority.ORDINARY), who.attempts() + 1));
  }

  @Override
  public boolean take(long id, String node, Instant until) {
    return transactions.run(
        () -> {
          Instant now = Utc.now(clock);
          boolean taken = !paused.paused() && rows.take(id, node, now, until);
          if (taken) {
            attempts.begin(id, now);
            rows.find(id).ifPresent(who -> counted(who, now));
          }
          return taken;
        });
  }

  private void counted(PollResident who, Instant now) {
    callees
        .find(who)
        .map(Reporter::phone)
        .ifPresent(number -> calls.called(number, PhoneUse.poll(who.id(), who.attempts()), now));
  }

  @Override
  public void outcome(long id, int attempt, CallOutcome outcome, Instant at) {
    outcomes.ended(id, attempt, outcome, Utc.truncated(at));
  }

  @Override
  public List<Taken> lost(Instant now, int most) {
    return attempts.lost(now, most);
  }

  @Override
  public boolean paused() {
    return paused.paused();
  }
}
