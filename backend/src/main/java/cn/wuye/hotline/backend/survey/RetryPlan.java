package cn.wuye.hotline.backend.survey;

import cn.wuye.hotline.backend.survey.NextCall.CallAt;
import cn.wuye.hotline.backend.survey.NextCall.Done;
import cn.wuye.hotline.backend.survey.NextCall.Person;
import cn.wuye.hotline.backend.survey.NextCall.Unreached;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * When somebody is phoned again: every outcome has its rule. Whatever the rule, {@link
 * CallingHours} has the last word on the moment.
 */
public final class RetryPlan {
  static final Duration AFTER_BUSY = Duration.ofMinutes(10);
  static final Duration AFTER_NO_ANSWER = Duration.ofHours(3);
  static final Duration AFTER_CONGESTION = Duration.ofMinutes(5);

  /** So many times busy in a row are once in vain. */
  private static final int BUSY_IN_ROW = 3;

  private static final int MOST_REJECTIONS = 2;
  private static final int MOST_POSTPONED = 3;
  private static final int LONGEST_BACK_OFF = 4;

  /** So many times in a row, and over the time in which she is to be reached. */
  private static final int MOST_CONGESTED = 20;

  private static final LocalTime NOON = LocalTime.of(12, 0);
  private static final LocalTime LATE = LocalTime.of(17, 0);
  private static final int MOST_PARTS = 12;

  private final CallingHours hours;

  /** A part of the day: who does not answer in one may in another. */
  private enum Part {
    MORNING,
    AFTERNOON,
    EVENING
  }

  public RetryPlan(CallingHours hours) {
    this.hours = hours;
  }

  /**
   * What is done after the last of the attempts.
   *
   * @param attempts of this round, the eldest first; at least one
   * @param asked when she has asked to be phoned; empty when she named no time
   * @param calls when her number was called, whatever for, these attempts included but for those
   *     that failed on our side
   */
  public NextCall next(
      List<CallAttempt> attempts,
      Optional<Instant> asked,
      Callee callee,
      Collection<Instant> calls,
      Instant now) {
    Situation at = new Situation(attempts, callee, calls, now);
    return switch (at.last().outcome()) {
      case ANSWERED -> new Done();
      case DECLINED -> new Unreached(now);
      case STRANGER -> new Person(false);
      case UNREACHABLE -> new Person(true);
      case CONGESTION -> congested(at);
      case BUSY -> at.inRow(CallOutcome.BUSY) % BUSY_IN_ROW == 0 ? later(at) : at.after(AFTER_BUSY);
      case NO_ANSWER, MACHINE, LOST -> later(at);
      case REJECTED, HUNG_UP -> rejected(at);
      case POSTPONED -> postponed(at, asked);
    };
  }

  /** How often she was phoned in vain. */
  public static int unreached(List<CallAttempt> attempts) {
    int unreached = 0;
    int busy = 0;
    for (CallAttempt attempt : attempts) {
      if (attempt.outcome() == CallOutcome.CONGESTION) {
        continue;
      }
      busy = attempt.outcome() == CallOutcome.BUSY ? busy + 1 : 0;
      if (attempt.outcome().unreached() || (busy > 0 && busy % BUSY_IN_ROW == 0)) {
        unreached++;
      }
    }
    return unreached;
  }

  /** Our side may be in trouble for long; what fails for days fails for this number. */
  private static NextCall congested(Situation at) {
    boolean hopeless =
        at.inRow(CallOutcome.CONGESTION) >= MOST_CONGESTED && !at.now.isBefore(at.end());
    return hopeless ? new Person(true) : at.after(backOff(at));
  }

  private static Duration backOff(Situation at) {
    int doubled = Math.min(LONGEST_BACK_OFF, at.inRow(CallOutcome.CONGESTION) - 1);
    return AFTER_CONGESTION.multipliedBy(1L << doubled);
  }

  /** In 3 h, from the second time on the next day; always at another time of day. */
  private NextCall later(Situation at) {
    boolean first = unreached(at.attempts) < FollowUp.UNREACHED;
    Instant from = first ? at.last().at().plus(AFTER_NO_ANSWER) : tomorrow(at.last().at());
    Instant call = anotherPart(from, at);
    return first || call.isBefore(at.end()) ? new CallAt(call) : at.giveUp();
  }

  private NextCall rejected(Situation at) {
    long rejections =
        at.attempts.stream()
            .filter(
                each ->
                    each.outcome() == CallOutcome.REJECTED || each.outcome() == CallOutcome.HUNG_UP)
            .count();
    return rejections >= MOST_REJECTIONS ? at.giveUp() : at.from(tomorrow(at.last().at()));
  }

  private NextCall postponed(Situation at, Optional<Instant> asked) {
    long postponed =
        at.attempts.stream().filter(each -> each.outcome() == CallOutcome.POSTPONED).count();
    if (postponed > MOST_POSTPONED) {
      return at.giveUp();
    }
    Callee hers = asked.isPresent() ? at.callee.atAnyHour() : at.callee;
    return asked
        .<NextCall>map(time -> new CallAt(hours.next(max(time, at.now), hers, at.calls)))
        .orElseGet(() -> new CallAt(anotherPart(at.last().at().plus(AFTER_NO_ANSWER), at)));
  }

  /** The first allowed moment in another part of the day, or any when only one part is allowed. */
  private Instant anotherPart(Instant from, Situation at) {
    Instant earliest = max(from, at.now);
    Part before = part(at.last().at());
    Instant search = earliest;
    for (int i = 0; i < MOST_PARTS; i++) {
      Instant call = hours.next(search, at.callee, at.calls);
      if (part(call) != before) {
        return call;
      }
      search = nextPart(call);
    }
    return hours.next(earliest, at.callee, at.calls);
  }

  private Part part(Instant moment) {
    LocalTime time = moment.atZone(hours.zone()).toLocalTime();
    if (time.isBefore(NOON)) {
      return Part.MORNING;
    }
    return time.isBefore(LATE) ? Part.AFTERNOON : Part.EVENING;
  }

  private Instant nextPart(Instant moment) {
    ZonedDateTime local = moment.atZone(hours.zone());
    LocalDateTime next =
        switch (part(moment)) {
          case MORNING -> local.toLocalDate().atTime(NOON);
          case AFTERNOON -> local.toLocalDate().atTime(LATE);
          case EVENING -> local.toLocalDate().plusDays(1).atStartOfDay();
        };
    return next.atZone(hours.zone()).toInstant();
  }

  private Instant tomorrow(Instant moment) {
    return moment
        .atZone(hours.zone())
        .toLocalDate()
        .plusDays(1)
        .atStartOfDay(hours.zone())
        .toInstant();
  }

  private static Instant max(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** The attempts with all around them. */
  private final class Situation {
    private final List<CallAttempt> attempts;
    private final Callee callee;
    private final Collection<Instant> calls;
    private final Instant now;

    Situation(List<CallAttempt> attempts, Callee callee, Collection<Instant> calls, Instant now) {
      if (attempts.isEmpty()) {
        throw new IllegalArgumentException("nobody was phoned yet");
      }
      this.attempts = List.copyOf(attempts);
      this.callee = callee;
      this.calls = List.copyOf(calls);
      this.now = now;
    }

    CallAttempt last() {
      return attempts.get(attempts.size() - 1);
    }

    /** How many of the last attempts ended like this; those that failed on our side aside. */
    int inRow(CallOutcome outcome) {
      int count = 0;
      for (int i = attempts.size() - 1; i >= 0; i--) {
        CallOutcome each = attempts.get(i).outcome();
        if (each == outcome) {
          count++;
        } else if (each != CallOutcome.CONGESTION) {
          break;
        }
      }
      return count;
    }

    NextCall after(Duration pause) {
      return from(last().at().plus(pause));
    }

    NextCall from(Instant earliest) {
      return new CallAt(hours.next(max(earliest, now), callee, calls));
    }

    /** When three days have gone since she was first phoned. */
    Instant end() {
      return attempts.get(0).at().plus(FollowUp.TRYING);
    }

    NextCall giveUp() {
      return new Unreached(max(now, end()));
    }
  }
}
