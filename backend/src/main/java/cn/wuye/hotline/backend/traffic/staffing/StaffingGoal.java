package cn.wuye.hotline.backend.traffic.staffing;

import java.time.Duration;

/**
 * What staff is planned for.
 *
 * @param serviceLevel share of callers answered {@code within}; 0 or more, less than 1: all of them
 *     would take no end of agents
 * @param within longest wait that is in time
 * @param maxOccupancy how much of their time agents may work on calls without a breath; more than
 *     0, at most 1
 * @param shrinkage share of the paid time in which agents are not at their desks: breaks, training,
 *     illness; 0 or more, less than 1
 * @param least agents who are there however few calls are expected, 0 or more
 */
public record StaffingGoal(
    double serviceLevel, Duration within, double maxOccupancy, double shrinkage, int least) {
  private static final double PERCENT = 100;

  /** Percent. */
  public static final Limits SERVICE_LEVEL = new Limits(80, 0, 99);

  /** Seconds. */
  public static final Limits WITHIN = new Limits(20, 0, 3600);

  /** Percent. */
  public static final Limits MAX_OCCUPANCY = new Limits(85, 1, 100);

  /** Percent. */
  public static final Limits SHRINKAGE = new Limits(30, 0, 90);

  /** Agents. */
  public static final Limits LEAST = new Limits(1, 0, 500);

  /** What is usual. */
  public static final StaffingGoal SHIPPED =
      ofPercents(
          SERVICE_LEVEL.usual(),
          WITHIN.usual(),
          MAX_OCCUPANCY.usual(),
          SHRINKAGE.usual(),
          LEAST.usual());

  /**
   * What may be asked for, in whole numbers.
   *
   * @param usual when nothing is asked for
   * @param least allowed
   * @param most allowed
   */
  public record Limits(int usual, int least, int most) {
    /** Whether a number is within them. */
    public boolean hold(int number) {
      return number >= least && number <= most;
    }
  }

  public StaffingGoal {
    require(serviceLevel >= 0 && serviceLevel < 1, "a service level is 0 to less than 1");
    require(!within.isNegative(), "a wait is not negative");
    require(maxOccupancy > 0 && maxOccupancy <= 1, "an occupancy is more than 0, at most 1");
    require(shrinkage >= 0 && shrinkage < 1, "a shrinkage is 0 to less than 1");
    require(least >= 0, "agents are 0 or more");
  }

  /**
   * Shares in percent.
   *
   * @param within seconds
   * @param least agents
   */
  public static StaffingGoal ofPercents(
      int serviceLevel, int within, int maxOccupancy, int shrinkage, int least) {
    return new StaffingGoal(
        serviceLevel / PERCENT,
        Duration.ofSeconds(within),
        maxOccupancy / PERCENT,
        shrinkage / PERCENT,
        least);
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what);
    }
  }
}
