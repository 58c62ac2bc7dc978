package cn.wuye.hotline.backend.survey.progress;

import java.time.Instant;
import java.util.List;

/**
 * What the lines do, over all nodes.
 *
 * @param trunk by which calls go out
 * @param lines how many calls it carries at once, in both directions
 * @param keptFree how many of them are left to those who call in
 * @param perSecond how many surveys may be begun in a second
 * @param surveys lines that surveys have
 * @param others lines that anything else has, as the nodes told that live
 * @param waiting callers for whom a person is being rung: while there are any, nobody is phoned
 */
public record LineUse(
    String trunk,
    int lines,
    int keptFree,
    int perSecond,
    int surveys,
    int others,
    int waiting,
    List<Node> nodes) {
  public LineUse {
    nodes = List.copyOf(nodes);
  }

  /**
   * A node that phones, or did.
   *
   * @param surveys lines that its surveys have
   * @param others lines that its Asterisk has for anything else
   * @param waiting callers for whom it rings a person
   * @param seenAt when it told that
   * @param silent whether that is so long ago that it counts no more
   */
  public record Node(
      String name, int surveys, int others, int waiting, Instant seenAt, boolean silent) {}

  /** How many lines surveys could still have now; 0 while anybody waits. */
  public int room() {
    return waiting > 0 ? 0 : Math.max(0, lines - keptFree - surveys - others);
  }
}
