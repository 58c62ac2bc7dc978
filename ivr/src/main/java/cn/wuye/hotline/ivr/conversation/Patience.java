package cn.wuye.hotline.ivr.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long a call may go on with the machine alone. */
public final class Patience {
  /** Never ends. */
  static final Patience ENDLESS = new Patience(Clock.systemUTC(), Duration.ofDays(365));

  private final Clock clock;
  private final Duration longest;
  private Instant end;

  /**
   * @param longest from now on; more than zero
   */
  public Patience(Clock clock, Duration longest) {
    this.clock = clock;
    this.longest = longest;
    this.end = clock.instant().plus(longest);
  }

  void check() {
    if (clock.instant().isAfter(end)) {
      throw new CallTooLong("after " + longest.toSeconds() + " s with the machine");
    }
  }

  void renew() {
    end = clock.instant().plus(longest);
  }
}
