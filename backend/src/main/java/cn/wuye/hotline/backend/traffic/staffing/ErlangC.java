package cn.wuye.hotline.backend.traffic.staffing;

import java.time.Duration;

/**
 * A queue in which calls come independently of each other, talks are of exponential length, and
 * nobody hangs up (M/M/N): A. K. Erlang, "Solution of some Problems in the Theory of Probabilities
 * of Significance in Automatic Telephone Exchanges", 1917. Because in truth some hang up, it asks
 * for slightly more agents than are needed.
 *
 * <p>With the load {@code A} (calls that come during one talk's length, in erlang) and {@code N}
 * agents, {@code B} is Erlang's loss formula, reckoned by {@code B(0) = 1, B(n) = A·B(n−1) / (n +
 * A·B(n−1))}, which neither overflows nor loses digits, as powers and factorials would. Then
 *
 * <ul>
 *   <li>the probability of waiting {@code C = N·B / (N − A·(1 − B))},
 *   <li>the service level {@code 1 − C·exp(−(N − A)·t / h)} for the time {@code t} and the mean
 *       handling time {@code h},
 *   <li>the occupancy {@code A / N}.
 * </ul>
 *
 * With no more agents than the load, everybody waits, ever longer.
 */
public final class ErlangC {
  private final double load;
  private final int agents;
  private final double loss;

  private ErlangC(double load, int agents, double loss) {
    this.load = load;
    this.agents = agents;
    this.loss = loss;
  }

  /**
   * A queue without agents; {@link #withOneMore} has one.
   *
   * @param load erlang, 0 or more
   */
  static ErlangC empty(double load) {
    if (!(load >= 0) || Double.isInfinite(load)) {
      throw new IllegalArgumentException("a load is 0 erlang or more: " + load);
    }
    return new ErlangC(load, 0, 1);
  }

  /**
   * A queue with so many agents; takes time in proportion to them.
   *
   * @param load erlang, 0 or more
   * @param agents 0 or more
   */
  static ErlangC of(double load, int agents) {
    if (agents < 0) {
      throw new IllegalArgumentException("agents are 0 or more: " + agents);
    }
    ErlangC queue = empty(load);
    for (int n = 0; n < agents; n++) {
      queue = queue.withOneMore();
    }
    return queue;
  }

  /** The same load with one more agent. */
  ErlangC withOneMore() {
    int more = agents + 1;
    return new ErlangC(load, more, load * loss / (more + load * loss));
  }

  /** Erlang. */
  public double load() {
    return load;
  }

  public int agents() {
    return agents;
  }

  /** Whether the agents can keep up. */
  public boolean stable() {
    return agents > load;
  }

  /** The probability that a caller has to wait at all, 0–1. */
  public double waits() {
    return stable() ? agents * loss / (agents - load * (1 - loss)) : 1;
  }

  /**
   * The share of callers who are answered in time, 0–1.
   *
   * @param handling mean time of talk, hold and wrap-up; more than 0
   */
  public double serviceLevel(Duration within, Duration handling) {
    if (!stable()) {
      return 0;
    }
    double lengths = (double) within.toMillis() / handling.toMillis();
    return 1 - waits() * Math.exp(-(agents - load) * lengths);
  }

  /** How much of the agents' time is work on calls, 0–1. */
  public double occupancy() {
    return stable() ? load / agents : 1;
  }
}
