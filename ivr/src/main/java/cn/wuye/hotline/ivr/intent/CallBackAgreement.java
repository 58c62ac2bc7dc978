package cn.wuye.hotline.ivr.intent;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.UnaryOperator;

/** Whether somebody can be phoned when she wishes, and when instead. */
public sealed interface CallBackAgreement {
  /** Who wants to be phoned later than this has meant something else. */
  Duration FARTHEST = Duration.ofDays(14);

  /** She will be phoned then. */
  record Agreed(Instant at) implements CallBackAgreement {}

  /** Not then, but this would do. */
  record Offered(Instant instead, Reason reason) implements CallBackAgreement {}

  /** Why not. */
  enum Reason {
    /** It has passed already. */
    PAST,
    /** Nobody is phoned at such an hour. */
    HOUR,
    /** It is more than {@link #FARTHEST} away. */
    FAR
  }

  /**
   * Compares a wish with the rules.
   *
   * @param wanted by the resident's clock
   * @param zone the resident's
   * @param allowed the first moment from a given one on at which she may be phoned
   */
  static CallBackAgreement of(
      LocalDateTime wanted, ZoneId zone, Instant now, UnaryOperator<Instant> allowed) {
    Instant at = wanted.atZone(zone).toInstant();
    if (!at.isAfter(now)) {
      return new Offered(allowed.apply(now.plus(Duration.ofHours(1))), Reason.PAST);
    }
    if (at.isAfter(now.plus(FARTHEST))) {
      return new Offered(allowed.apply(now.plus(Duration.ofDays(1))), Reason.FAR);
    }
    Instant next = allowed.apply(at);
    return next.equals(at) ? new Agreed(at) : new Offered(next, Reason.HOUR);
  }
}
