package cn.wuye.hotline.backend.deadline.escalation;

import cn.wuye.hotline.backend.deadline.ClockCalculator;
import cn.wuye.hotline.backend.deadline.Clocks;
import cn.wuye.hotline.backend.deadline.TicketClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** When a ticket has to be looked at next, if nothing happens to it until then. */
public final class NextLook {
  /** At the very moment itself a clock is still in time. */
  private static final Duration JUST_AFTER = Duration.ofMillis(1);

  private NextLook() {}

  /**
   * The next moment at which a step of the plan may be due or a pause ends by itself.
   *
   * @param told up to when everybody has been told; {@link Instant#MIN} for not yet at all
   * @param unsolvedSince empty once solved, merged or archived
   * @return after {@code told}; empty when nothing is waited for
   */
  public static Optional<Instant> after(
      Instant told,
      EscalationPlan plan,
      Clocks clocks,
      Optional<Instant> unsolvedSince,
      ClockCalculator calculator) {
    return Stream.concat(
            unsolvedSince.map(since -> since.plus(plan.unsolvedAfter())).stream(),
            clocks.all().stream()
                .filter(TicketClock::open)
                .flatMap(clock -> moments(plan, clock, calculator)))
        .filter(moment -> moment.isAfter(told))
        .min(Comparator.naturalOrder());
  }

  private static Stream<Instant> moments(
      EscalationPlan plan, TicketClock clock, ClockCalculator calculator) {
    Instant pausedUntil = clock.pausedUntil();
    if (pausedUntil != null) {
      return Stream.of(pausedUntil);
    }
    Stream<Duration> warnings =
        calculator.warnings(clock.rule()).orElse(plan.warnings()).stream()
            .map(percent -> clock.within().multipliedBy(percent).dividedBy(100));
    Stream<Duration> rungs = plan.rungs().stream().map(rung -> clock.within().plus(rung.after()));
    return Stream.concat(Stream.of(clock.within()), Stream.concat(warnings, rungs))
        .flatMap(amount -> calculator.usedUp(clock, amount).stream())
        .map(moment -> moment.plus(JUST_AFTER));
  }
}
