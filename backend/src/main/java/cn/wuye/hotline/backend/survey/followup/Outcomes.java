package cn.wuye.hotline.backend.survey.followup;

import cn.wuye.hotline.backend.outbound.NumberCalls;
import cn.wuye.hotline.backend.outbound.PhoneUse;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.survey.CallAttempt;
import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.survey.Callee;
import cn.wuye.hotline.backend.survey.CallingHours;
import cn.wuye.hotline.backend.survey.DueCall.Priority;
import cn.wuye.hotline.backend.survey.FollowUp;
import cn.wuye.hotline.backend.survey.NextCall;
import cn.wuye.hotline.backend.survey.PlacedCall;
import cn.wuye.hotline.backend.survey.RetryPlan;
import cn.wuye.hotline.backend.survey.store.AnswerRows;
import cn.wuye.hotline.backend.survey.store.Answers;
import cn.wuye.hotline.backend.survey.store.AttemptRows;
import cn.wuye.hotline.backend.survey.store.BackRows;
import cn.wuye.hotline.backend.survey.store.Histories;
import cn.wuye.hotline.backend.survey.store.ResidentWishes;
import cn.wuye.hotline.backend.survey.store.Said;
import cn.wuye.hotline.backend.survey.store.Survey;
import cn.wuye.hotline.backend.survey.store.SurveyHours;
import cn.wuye.hotline.backend.survey.store.SurveyRows;
import cn.wuye.hotline.backend.survey.store.SurveyState;
import cn.wuye.hotline.backend.survey.store.SurveyTaskRows;
import cn.wuye.hotline.backend.survey.store.TaskKind;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What becomes of a survey after a call, or when nobody could be reached. Each in one transaction,
 * the ticket locked before the survey as whoever changes tickets does.
 */
@Component
class Outcomes {
  /** Who was just on the line is not phoned at once. */
  private static final Duration PEACE = Duration.ofHours(3);

  private final SurveyRows rows;
  private final AttemptRows attempts;
  private final Histories histories;
  private final BackRows back;
  private final AnswerRows said;
  private final SurveyTaskRows tasks;
  private final ResidentWishes wishes;
  private final SurveyHours hours;
  private final NumberCalls calls;
  private final Consequences consequences;
  private final LateCalls late;
  private final TicketWork work;
  private final Transactions transactions;
  private final ApplicationEventPublisher events;

  Outcomes(
      SurveyRows rows,
      AttemptRows attempts,
      Histories histories,
      BackRows back,
      AnswerRows said,
      SurveyTaskRows tasks,
      ResidentWishes wishes,
      SurveyHours hours,
      NumberCalls calls,
      Consequences consequences,
      LateCalls late,
      TicketWork work,
      Transactions transactions,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.attempts = attempts;
    this.histories = histories;
    this.back = back;
    this.said = said;
    this.tasks = tasks;
    this.wishes = wishes;
    this.hours = hours;
    this.calls = calls;
    this.consequences = consequences;
    this.late = late;
    this.work = work;
    this.transactions = transactions;
    this.events = events;
  }

  /**
   * A call has ended; what she said in it stands over what the line told. That she said something
   * is not taken from the line: it is on its way here, in order, and its end tells the same.
   */
  void ended(long id, int attempt, CallOutcome told, Instant at) {
    locked(
        id,
        (ticket, survey) -> {
          Answers answers = said.of(id);
          String source = PlacedCall.id(id, attempt);
          if (told.said() && !answers.ended(source)) {
            return;
          }
          // Who took back all that she had said has only hung up, whatever the line told.
          CallOutcome line = told.said() ? CallOutcome.HUNG_UP : told;
          CallOutcome outcome = answers.outcome(source).orElse(line);
          boolean first = attempts.end(id, attempt, outcome, at);
          if (first && outcome == CallOutcome.CONGESTION) {
            calls.notMade(PhoneUse.survey(id, attempt));
          }
          if (!survey.state().open()) {
            heardLate(ticket, survey, answers, source, at);
            return;
          }
          if (back.goesOn(id)) {
            // She is on the line, having phoned back: that call decides.
            back.attemptOver(id);
            return;
          }
          if (answers.decisive() || outcome == CallOutcome.DECLINED) {
            answered(ticket, survey, answers, at);
          } else if (first && survey.state() == SurveyState.CALLING) {
            String call = PlacedCall.id(id, survey.attempts());
            again(ticket, survey, answers, answers.askedFor(call), at, at);
          }
        });
  }

  /**
   * A call has ended in which she had phoned back. What she answered counts; who answered nothing
   * is phoned when she asked for, or as it was planned, but not within the next hours.
   *
   * @param call its id; one that holds the survey no more changes what she answered, nothing else
   */
  void phonedBack(long id, String call, Instant at) {
    locked(
        id,
        (ticket, survey) -> {
          boolean held = back.release(id, call);
          Answers answers = said.of(id);
          if (!survey.state().open()) {
            heardLate(ticket, survey, answers, call, at);
            return;
          }
          if (answers.decisive() || answers.result().declined()) {
            answered(ticket, survey, answers, at);
          } else if (held && !attempts.running(id)) {
            notNow(ticket, survey, answers, call, at);
          }
        });
  }

  /** The ticket has gone on otherwise in the middle of that call. */
  private void heardLate(Ticket ticket, Survey survey, Answers answers, String call, Instant now) {
    if (survey.state() == SurveyState.WITHDRAWN && answers.ended(call)) {
      Answers here = answers.in(call);
      if (here.result().declined()) {
        wantsNone(ticket);
      }
      late.heard(ticket, survey, here, now);
    }
  }

  private void wantsNone(Ticket ticket) {
    Optional.ofNullable(ticket.contents().reporter().residentId()).ifPresent(wishes::declined);
  }

  private void notNow(Ticket ticket, Survey survey, Answers answers, String call, Instant now) {
    Optional<Instant> wanted = answers.askedFor(call);
    if (wanted.isEmpty()) {
      Optional<Instant> before = answers.askedFor(PlacedCall.id(survey.id(), survey.attempts()));
      again(ticket, survey, answers, before, before.isPresent() ? now : now.plus(PEACE), now);
      return;
    }
    Reporter reporter = ticket.contents().reporter();
    Callee callee = hours.callee(reporter, now).atAnyHour();
    Instant from = wanted.get().isBefore(now) ? now : wanted.get();
    Instant due =
        hours.of(survey.estate(), now).next(from, callee, hours.calls(reporter.phone(), now));
    Duration headStart = Priority.of(survey.urgent()).headStart();
    rows.again(survey.id(), due, wanted.get(), null, headStart);
  }

  /**
   * What came otherwise than in a call of ours; nothing is kept of what comes too late, nor of what
   * one of the staff enters while she is on the phone: what she says herself there counts.
   *
   * @param said decides, or says that she wants no surveys
   * @param by who has entered it
   */
  Entry entered(long id, List<Said> said, Actor by, Instant at) {
    AtomicReference<Entry> entry = new AtomicReference<>(Entry.OVER);
    locked(
        id,
        (ticket, survey) -> {
          if (survey.state().open() && by.person() && rows.talks(id, at)) {
            entry.set(Entry.ON_THE_PHONE);
          } else if (survey.state().open()) {
            said.forEach(this.said::add);
            answered(ticket, survey, this.said.of(id), by, at);
            entry.set(Entry.KEPT);
          }
        });
    return Objects.requireNonNull(entry.get());
  }

  /** The end of the time in which she could be reached; nothing when it is not come. */
  void giveUp(long id, Instant now) {
    locked(
        id,
        (ticket, survey) -> {
          Instant end = survey.giveUpAt();
          if (survey.state() == SurveyState.PLANNED && end != null && !end.isAfter(now)) {
            unreached(ticket, survey, said.of(id), now);
          }
        });
  }

  /** She is called no more, and counts as unreached with the next round of that job. */
  void giveUpLater(long id, Instant now) {
    locked(
        id,
        (ticket, survey) -> {
          if (survey.state() == SurveyState.PLANNED) {
            rows.again(id, null, null, now, Duration.ZERO);
          }
        });
  }

  private void locked(long id, BiConsumer<Ticket, Survey> what) {
    transactions.run(
        () -> {
          rows.find(id)
              .flatMap(seen -> work.locked(seen.ticket()))
              .ifPresent(
                  ticket -> rows.locked(id).ifPresent(survey -> what.accept(ticket, survey)));
          return true;
        });
  }

  private void answered(Ticket ticket, Survey survey, Answers answers, Instant now) {
    answered(ticket, survey, answers, Consequences.MACHINE, now);
  }

  private void answered(Ticket ticket, Survey survey, Answers answers, Actor by, Instant now) {
    if (answers.result().declined()) {
      wantsNone(ticket);
    }
    consequences.apply(
        ticket,
        survey,
        answers,
        FollowUp.of(answers.result(), histories.of(survey, now)),
        answers.decisive() ? SurveyState.ANSWERED : SurveyState.DECLINED,
        by,
        now);
  }

  /**
   * @param asked when she has asked to be called
   * @param earliest not before then
   */
  private void again(
      Ticket ticket,
      Survey survey,
      Answers answers,
      Optional<Instant> asked,
      Instant earliest,
      Instant now) {
    List<CallAttempt> ended = attempts.ended(survey.id());
    Reporter reporter = ticket.contents().reporter();
    CallingHours allowed = hours.of(survey.estate(), now);
    Callee callee = hours.callee(reporter, now);
    List<Instant> before = hours.calls(reporter.phone(), now);
    NextCall next = new RetryPlan(allowed).next(ended, asked, callee, before, now);
    Duration headStart = Priority.of(survey.urgent()).headStart();
    if (next instanceof NextCall.CallAt call) {
      Instant due =
          call.at().isBefore(earliest) ? allowed.next(earliest, callee, before) : call.at();
      rows.again(survey.id(), due, asked.orElse(null), null, headStart);
    } else if (next instanceof NextCall.Unreached end && end.at().isAfter(now)) {
      rows.again(survey.id(), null, null, end.at(), headStart);
    } else if (next instanceof NextCall.Person) {
      rows.handOver(survey.id());
      tasks.open(survey.id(), TaskKind.FIND, now, null);
    } else {
      unreached(ticket, survey, answers, now);
    }
    boolean unreachable = next instanceof NextCall.Person person && person.sms();
    boolean inVain = next instanceof NextCall.CallAt && RetryPlan.unreached(ended) > 0;
    if (unreachable || inVain) {
      events.publishEvent(new CalledInVain(survey.id(), survey.ticket(), unreachable));
    }
  }

  private void unreached(Ticket ticket, Survey survey, Answers answers, Instant now) {
    boolean declined = answers.result().declined() || hours.declined(ticket.contents().reporter());
    consequences.apply(
        ticket,
        survey,
        answers,
        new FollowUp(Set.of(FollowUp.Step.ARCHIVE_UNREACHED), 0),
        declined ? SurveyState.DECLINED : SurveyState.UNREACHED,
        now);
  }
}
