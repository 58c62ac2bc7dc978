package cn.wuye.hotline.backend.traffic.figures;

import java.util.OptionalDouble;
import java.util.function.ToLongFunction;

/**
 * How many were answered in time, by the formulas that are in use. They differ in what an abandoned
 * call does to the figure. In all of them a key, a call-back, another queue, a lost call, an empty
 * queue and who still waits do nothing.
 *
 * <p>With {@code a} answered, {@code aT} of them in time, {@code b} abandoned, {@code bT} of them
 * in time, {@code bS} of them short, {@code t} who reached the longest wait.
 */
public enum ServiceLevel {
  /**
   * {@code aT / (a + b − bS + t)}: who hung up or waited in vain was not served; the figure that is
   * shown first. Cisco calls it "negative impact of abandoned calls", which passes over short calls
   * as well (Unified Intelligence Center, User Guide, "Service-Level Calculation").
   */
  ABANDONS_AGAINST(
      CallSums::answeredInTime, s -> s.answered() + s.abandonedAfterAll() + s.timedOut()),
  /**
   * {@code aT / a}: abandoned calls are left out. Asterisk's {@code ServiceLevelPerf} ({@code
   * app_queue}: {@code callscompletedinsl / callscompleted}).
   */
  OF_ANSWERED(CallSums::answeredInTime, CallSums::answered),
  /**
   * {@code aT / (a + b − bT)}: who hung up before the time was over is left out, who did so later
   * counts against. Cisco's "ignore abandoned calls".
   */
  ABANDONS_IGNORED(
      CallSums::answeredInTime, s -> s.answered() + s.abandoned() - s.abandonedInTime()),
  /**
   * {@code (aT + bT) / (a + b)}: who hung up in time counts like one who was answered. Asterisk's
   * {@code ServiceLevelPerf2}, Cisco's "positive impact of abandoned calls".
   */
  ABANDONS_FOR(s -> s.answeredInTime() + s.abandonedInTime(), s -> s.answered() + s.abandoned());

  private final ToLongFunction<CallSums> part;
  private final ToLongFunction<CallSums> whole;

  ServiceLevel(ToLongFunction<CallSums> part, ToLongFunction<CallSums> whole) {
    this.part = part;
    this.whole = whole;
  }

  /**
   * In percent, 0–100.
   *
   * @return empty when there is nobody of whom it could be told
   */
  public OptionalDouble of(CallSums sums) {
    return Percent.of(part.applyAsLong(sums), whole.applyAsLong(sums));
  }
}
