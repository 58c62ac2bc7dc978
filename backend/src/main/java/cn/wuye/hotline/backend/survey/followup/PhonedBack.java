package cn.wuye.hotline.backend.survey.followup;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.outbound.PhoneUse;
import cn.wuye.hotline.backend.outbound.PhonesInUse;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.PlacedCall;
import cn.wuye.hotline.backend.survey.store.AnswerRows;
import cn.wuye.hotline.backend.survey.store.BackRows;
import cn.wuye.hotline.backend.survey.store.Survey;
import cn.wuye.hotline.backend.survey.store.SurveyHours;
import cn.wuye.hotline.backend.survey.store.SurveyRows;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Surveys that residents who were phoned in vain may answer when they phone back. While such a call
 * goes on its survey is not phoned for, and nobody else phones her number; a node that dies in it
 * holds both for no longer than a lease.
 */
@Component
public class PhonedBack {
  /** Within this time she still knows that she was phoned. */
  public static final Duration MISSED = Duration.ofDays(1);

  /** A talk with a person may follow. */
  static final Duration LEASE = Duration.ofMinutes(30);

  /** Shorter: an emergency's message may wait for this number. */
  private static final Duration PHONE_LEASE = Duration.ofMinutes(5);

  private final BackRows back;
  private final SurveyRows rows;
  private final AnswerRows answers;
  private final Tickets tickets;
  private final SurveyHours hours;
  private final PhonesInUse phones;
  private final Outcomes outcomes;
  private final Transactions transactions;
  private final Clock clock;

  PhonedBack(
      BackRows back,
      SurveyRows rows,
      AnswerRows answers,
      Tickets tickets,
      SurveyHours hours,
      PhonesInUse phones,
      Outcomes outcomes,
      Transactions transactions,
      Clock clock) {
    this.back = back;
    this.rows = rows;
    this.answers = answers;
    this.tickets = tickets;
    this.hours = hours;
    this.phones = phones;
    this.outcomes = outcomes;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A survey that is taken for her call.
   *
   * @param calledAt when she was phoned in vain
   */
  public record Taken(Survey survey, Instant calledAt) {}

  /**
   * Takes what a number was phoned for in vain within the last day and that still waits for an
   * answer, unless she wants no surveys. Of several calls at once one gets it; until {@link #ended}
   * it is planned for nobody.
   */
  public Optional<Taken> take(PhoneNumber number, CallId call) {
    return transactions.run(
        () -> {
          Instant now = Utc.now(clock);
          return back.missed(number, now.minus(MISSED), now)
              .filter(missed -> !asksNow(missed) && wanted(missed.survey()))
              .flatMap(missed -> take(missed, number, call, now));
        });
  }

  /** She may have said since that she wants no surveys. */
  private boolean wanted(long survey) {
    return reporter(survey).filter(hours::declined).isEmpty();
  }

  /** Whether she, or whoever else has answered that phone, is being asked in a call of ours. */
  private boolean asksNow(BackRows.Missed missed) {
    String call = PlacedCall.id(missed.survey(), missed.attempt());
    return !missed.ended()
        && answers.said(missed.survey()).stream()
            .anyMatch(said -> said.told().source().equals(call));
  }

  private Optional<Taken> take(
      BackRows.Missed missed, PhoneNumber number, CallId call, Instant now) {
    // In the order of who phones her; a call of ours that goes on has the number already.
    phones.take(number, PhoneUse.phonedBack(missed.survey()), now, now.plus(PHONE_LEASE));
    return back.take(missed.survey(), call.value(), now, now.plus(LEASE))
        ? rows.find(missed.survey()).map(survey -> new Taken(survey, missed.calledAt()))
        : Optional.empty();
  }

  /** Whether that call still has the survey. */
  public boolean goesOn(long survey, String call) {
    return transactions.run(() -> back.holds(survey, call));
  }

  /** The call is over: what she answered counts, else she is phoned later. Repeatable. */
  public void ended(long survey, String call, Instant at) {
    transactions.run(
        () -> {
          // In the order in which they are taken.
          number(survey).ifPresent(number -> phones.release(number, PhoneUse.phonedBack(survey)));
          outcomes.phonedBack(survey, call, Utc.truncated(at));
          return true;
        });
  }

  private Optional<PhoneNumber> number(long survey) {
    return reporter(survey).map(Reporter::phone);
  }

  private Optional<Reporter> reporter(long survey) {
    return rows.find(survey)
        .flatMap(found -> tickets.find(found.ticket(), EstateScope.ALL))
        .map(ticket -> ticket.contents().reporter());
  }
}
