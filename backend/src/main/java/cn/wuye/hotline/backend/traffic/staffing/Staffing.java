package cn.wuye.hotline.backend.traffic.staffing;

import cn.wuye.hotline.backend.traffic.figures.Quarter;
import java.time.Duration;

/**
 * Who is needed in a quarter of an hour, and what is then to be expected.
 *
 * @param load erlang
 * @param atDesks agents who must be there
 * @param scheduled agents who must be planned, so that so many are there
 * @param serviceLevel 0–1
 * @param occupancy 0–1
 */
public record Staffing(
    double load, int atDesks, int scheduled, double serviceLevel, double occupancy) {
  /** So much of a person is a slip of reckoning with fractions, and nobody is planned for it. */
  private static final double SLIP = 1e-9;

  /**
   * The fewest agents who reach the goal: its service level, and no higher occupancy than it
   * allows.
   *
   * @param calls expected in the quarter, 0 or more
   * @param handling mean time of talk, hold and wrap-up; more than 0
   */
  public static Staffing needed(double calls, Duration handling, StaffingGoal goal) {
    if (!(calls >= 0) || handling.isNegative() || handling.isZero()) {
      throw new IllegalArgumentException(
          "calls are 0 or more and have a length: " + calls + " of " + handling);
    }
    double load = calls * handling.toMillis() / Quarter.LENGTH.toMillis();
    ErlangC queue = ErlangC.empty(load);
    while (!enough(queue, handling, goal)) {
      queue = queue.withOneMore();
    }
    return new Staffing(
        load,
        queue.agents(),
        (int) Math.ceil(queue.agents() / (1 - goal.shrinkage()) - SLIP),
        load == 0 ? 1 : queue.serviceLevel(goal.within(), handling),
        load == 0 ? 0 : queue.occupancy());
  }

  private static boolean enough(ErlangC queue, Duration handling, StaffingGoal goal) {
    if (queue.agents() < goal.least()) {
      return false;
    }
    return queue.load() == 0
        || (queue.stable()
            && queue.occupancy() <= goal.maxOccupancy()
            && queue.serviceLevel(goal.within(), handling) >= goal.serviceLevel());
  }
}
