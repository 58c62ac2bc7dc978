package cn.wuye.hotline.backend.poll.call;

import cn.wuye.hotline.backend.outbound.PhoneUse;
import cn.wuye.hotline.backend.outbound.PhonesInUse;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.poll.store.PollResident;
import cn.wuye.hotline.backend.poll.store.PollResidentRows;
import cn.wuye.hotline.backend.survey.followup.PhonedBack;
import cn.wuye.hotline.backend.survey.store.SurveyHours;
import cn.wuye.hotline.backend.ticket.Reporter;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Polls that residents who were phoned in vain may answer when they phone back. Nothing is taken
 * for such a call but her number: whatever becomes of it, she is phoned no sooner than after half
 * an hour.
 */
@Component
class PolledBack {
  /** A talk with a person may follow. */
  private static final Duration PEACE = Duration.ofMinutes(30);

  /** Shorter: an emergency's message may wait for this number. */
  private static final Duration PHONE_LEASE = Duration.ofMinutes(5);

  private final PollResidentRows rows;
  private final PollCallees callees;
  private final SurveyHours hours;
  private final PhonesInUse phones;
  private final Transactions transactions;
  private final Clock clock;

  PolledBack(
      PollResidentRows rows,
      PollCallees callees,
      SurveyHours hours,
      PhonesInUse phones,
      Transactions transactions,
      Clock clock) {
    this.rows = rows;
    this.callees = callees;
    this.hours = hours;
    this.phones = phones;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * What a number was phoned for in vain within the last day, unless she wants no surveys. Of
   * several calls at once one gets it.
   */
  Optional<PollResidentRows.Missed> take(PhoneNumber number) {
    return transactions.run(
        () -> {
          Instant now = Utc.now(clock);
          return rows.missed(number, now.minus(PhonedBack.MISSED))
              .filter(missed -> wanted(missed.who()))
              .filter(missed -> taken(missed.who().id(), number, now));
        });
  }

  private boolean wanted(PollResident who) {
    return callees.find(who).filter(resident -> !hours.declined(resident)).isPresent();
  }

  /** In the order of who phones her. */
  private boolean taken(long asked, PhoneNumber number, Instant now) {
    PhoneUse use = PhoneUse.poll(asked, 0);
    if (!phones.take(number, use, now, now.plus(PHONE_LEASE))) {
      return false;
    }
    boolean planned = rows.notBefore(asked, now.plus(PEACE));
    if (!planned) {
      phones.release(number, use);
    }
    return planned;
  }

  /** The call is over. Repeatable. */
  void ended(long asked) {
    transactions.run(
        () -> {
          rows.find(asked)
              .flatMap(callees::find)
              .map(Reporter::phone)
              .ifPresent(number -> phones.release(number, PhoneUse.poll(asked, 0)));
          return true;
        });
  }
}
