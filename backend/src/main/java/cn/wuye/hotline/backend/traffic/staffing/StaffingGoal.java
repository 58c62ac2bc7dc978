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
  /** 80 % within 20 s, 85 %, 30 %, one agent. */
  public static final StaffingGoal SHIPPED =
      new StaffingGoal(0.8, Duration.ofSeconds(20), 0.85, 0.3, 1);

  public StaffingGoal {
    require(serviceLevel >= 0 && serviceLevel < 1, "a service level is 0 to less than 1");
    require(!within.isNegative(), "a wait is not negative");
    require(maxOccupancy > 0 && maxOccupancy <= 1, "an occupancy is more than 0, at most 1");
    require(shrinkage >= 0 && shrinkage < 1, "a shrinkage is 0 to less than 1");
    require(least >= 0, "agents are 0 or more");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what);
    }
  }
}
