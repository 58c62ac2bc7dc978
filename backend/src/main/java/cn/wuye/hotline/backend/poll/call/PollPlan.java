package cn.wuye.hotline.backend.poll.call;

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
import cn.wuye.hotline.backend.survey.Callee;
import cn.wuye.hotline.backend.survey.DueCall;
import cn.wuye.hotline.backend.survey.DueCall.Priority;
import cn.wuye.hotline.backend.survey.PlannedCall;
import cn.wuye.hotline.backend.survey.store.PlannedSurveys;
import cn.wuye.hotline.backend.survey.store.StoredCalls;
import cn.wuye.hotline.backend.survey.store.SurveyHours;
import cn.wuye.hotline.backend.survey.store.SurveySwitch;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Those who were drawn for running polls, as the campaign calls them: under the same switch, hours
 * and limits of numbers as surveys about tickets.
 */
@Component
class PollPlan extends StoredCalls<PollResidentRows.Due> {
  private final PollResidentRows rows;
  private final PollCallees callees;
  private final PollOutcomes outcomes;
  private final SurveyHours hours;

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
    super(attempts, paused, calls, transactions, clock);
    this.rows = rows;
    this.callees = callees;
    this.outcomes = outcomes;
    this.hours = hours;
  }

  @Override
  public CallKind kind() {
    return CallKind.POLL;
  }

  @Override
  protected List<PollResidentRows.Due> rows(Instant now, int most) {
    return rows.due(now, most);
  }

  @Override
  protected long id(PollResidentRows.Due due) {
    return due.who().id();
  }

  @Override
  protected void move(PollResidentRows.Due due, Instant to) {
    rows.move(due.who().id(), due.due(), to);
  }

  /** What fell due at an hour that is not allowed is moved to the next that is. */
  @Override
  protected Optional<PlannedCall> callable(PollResidentRows.Due due, Instant now) {
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
      move(due, next);
      return Optional.empty();
    }
    return Optional.of(
        new PlannedCall(
            new DueCall(who.id(), number, due.due(), Priority.ORDINARY), who.attempts() + 1));
  }

  @Override
  protected boolean take(long id, String node, Instant now, Instant until) {
    return rows.take(id, node, now, until);
  }

  @Override
  protected Optional<Called> called(long id) {
    return rows.find(id)
        .flatMap(
            who ->
                callees
                    .find(who)
                    .map(Reporter::phone)
                    .map(number -> new Called(number, PhoneUse.poll(id, who.attempts()))));
  }

  @Override
  public void outcome(long id, int attempt, CallOutcome outcome, Instant at) {
    outcomes.ended(id, attempt, outcome, Utc.truncated(at));
  }
}
