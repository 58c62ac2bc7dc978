package cn.wuye.hotline.backend.poll.call;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.outbound.NumberCalls;
import cn.wuye.hotline.backend.outbound.PhoneUse;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.poll.AskedState;
import cn.wuye.hotline.backend.poll.PollAnswers;
import cn.wuye.hotline.backend.poll.PollState;
import cn.wuye.hotline.backend.poll.store.Poll;
import cn.wuye.hotline.backend.poll.store.PollAnswerRows;
import cn.wuye.hotline.backend.poll.store.PollAttemptRows;
import cn.wuye.hotline.backend.poll.store.PollMessages;
import cn.wuye.hotline.backend.poll.store.PollResident;
import cn.wuye.hotline.backend.poll.store.PollResidentRows;
import cn.wuye.hotline.backend.poll.store.PollRows;
import cn.wuye.hotline.backend.survey.CallKind;
import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.survey.NextCall;
import cn.wuye.hotline.backend.survey.PlacedCall;
import cn.wuye.hotline.backend.survey.RetryPlan;
import cn.wuye.hotline.backend.survey.store.ResidentWishes;
import cn.wuye.hotline.backend.survey.store.SurveyHours;
import cn.wuye.hotline.backend.ticket.Reporter;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** What becomes of who was drawn after a call; each in one transaction, her row locked. */
@Component
class PollOutcomes {
  private final PollRows polls;
  private final PollResidentRows rows;
  private final PollAttemptRows attempts;
  private final PollAnswerRows said;
  private final PollMessages messages;
  private final PollCallees callees;
  private final ResidentWishes wishes;
  private final SurveyHours hours;
  private final NumberCalls calls;
  private final Transactions transactions;

  PollOutcomes(
      PollRows polls,
      PollResidentRows rows,
      PollAttemptRows attempts,
      PollAnswerRows said,
      PollMessages messages,
      PollCallees callees,
      ResidentWishes wishes,
      SurveyHours hours,
      NumberCalls calls,
      Transactions transactions) {
    this.polls = polls;
    this.rows = rows;
    this.attempts = attempts;
    this.said = said;
    this.messages = messages;
    this.callees = callees;
    this.wishes = wishes;
    this.hours = hours;
    this.calls = calls;
    this.transactions = transactions;
  }

  /** A call has ended; what she said in it stands over what the line told. */
  void ended(long id, int attempt, CallOutcome told, Instant at) {
    locked(id, who -> ended(who, attempt, told, at));
  }

  private void ended(PollResident who, int attempt, CallOutcome told, Instant at) {
    PollAnswers answers = said.of(who.id());
    String call = PlacedCall.id(CallKind.POLL, who.id(), attempt);
    if (told.said() && !answers.ended(call)) {
      return;
    }
    CallOutcome outcome = answers.outcome(call).orElse(told);
    boolean first = attempts.end(who.id(), attempt, outcome, at);
    if (first && outcome == CallOutcome.CONGESTION) {
      calls.notMade(PhoneUse.poll(who.id(), attempt));
    }
    // The line does not always tell that she talked with a person, nor is it always there first.
    boolean person = outcome == CallOutcome.ANSWERED || answers.personWanted(call);
    boolean settled = settled(who, answers, person, at);
    if (!settled && first && who.state() == AskedState.CALLING) {
      again(who, answers, call, at);
    }
  }

  /**
   * What she has said until now in a call of her own. Repeatable.
   *
   * @param call its id
   */
  void phonedBack(long id, String call, Instant at) {
    locked(id, who -> phonedBack(who, call, at));
  }

  private void phonedBack(PollResident who, String call, Instant at) {
    PollAnswers answers = said.of(who.id());
    boolean settled = settled(who, answers, answers.personWanted(call), at);
    Optional<Instant> asked = answers.askedFor(call);
    if (!settled && who.state() == AskedState.PLANNED && asked.isPresent()) {
      rows.again(who.id(), asked.get(), asked.get());
    }
  }

  /**
   * Whether nothing more comes of her, by what she has said.
   *
   * @param person whether she wanted to talk with a person, if she answered nothing
   */
  private boolean settled(PollResident who, PollAnswers answers, boolean person, Instant at) {
    Long resident = who.resident();
    if (answers.declined() && resident != null) {
      wishes.declined(resident);
    }
    if (answers.answered()) {
      // Also of who was given up while her answers were on their way.
      if (who.state() != AskedState.ANSWERED) {
        rows.settle(who.id(), AskedState.ANSWERED, at);
        messages.withdraw(who.id());
      }
      return true;
    }
    if (who.state().open() && (answers.declined() || person)) {
      rows.settle(who.id(), AskedState.DECLINED, at);
      messages.withdraw(who.id());
      return true;
    }
    return false;
  }

  /** She is not called at all, unless somebody calls her at this moment. */
  void leaveOut(long id, AskedState state, Instant now) {
    locked(
        id,
        who -> {
          if (who.state() == AskedState.PLANNED) {
            rows.settle(id, state, now);
          }
        });
  }

  private void again(PollResident who, PollAnswers answers, String call, Instant now) {
    Optional<Instant> asked = answers.askedFor(call);
    Optional<Instant> due =
        polls
            .find(who.poll(), EstateScope.ALL)
            .filter(poll -> poll.state() != PollState.ENDED)
            .flatMap(poll -> next(poll, who, asked, now));
    if (due.isPresent()) {
      rows.again(who.id(), due.get(), asked.orElse(null));
    } else {
      rows.settle(who.id(), AskedState.UNREACHED, now);
    }
  }

  /** The next call, if there is one before the poll ends. Nobody looks for who cannot be found. */
  private Optional<Instant> next(
      Poll poll, PollResident who, Optional<Instant> asked, Instant now) {
    Optional<Reporter> resident = callees.find(who);
    if (resident.isEmpty()) {
      return Optional.empty();
    }
    NextCall next =
        new RetryPlan(hours.of(who.estate(), now))
            .next(
                attempts.ended(who.id()),
                asked,
                hours.callee(resident.get(), now),
                hours.calls(resident.get().phone(), now),
                now);
    return next instanceof NextCall.CallAt again && again.at().isBefore(poll.days().end())
        ? Optional.of(again.at())
        : Optional.empty();
  }

  private void locked(long id, Consumer<PollResident> what) {
    transactions.run(
        () -> {
          rows.locked(id).ifPresent(what);
          return true;
        });
  }
}
