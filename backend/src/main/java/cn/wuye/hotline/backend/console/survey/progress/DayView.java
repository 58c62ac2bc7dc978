package cn.wuye.hotline.backend.console.survey.progress;

import java.util.List;

/**
 * How surveys go today, in words.
 *
 * @param asOf wall clock, to the second
 * @param paused a sentence; empty string unless nobody is phoned
 * @param outside a sentence that says when calls begin again; empty string within the hours
 * @param more how many calls go on besides those shown, in words; empty string for none
 * @param lines what the lines do, in words
 * @param waiting a sentence while callers wait; empty string otherwise
 */
record DayView(
    String asOf,
    String asOfIso,
    String paused,
    String outside,
    List<NumberView> numbers,
    List<CallView> calls,
    String more,
    String lines,
    String waiting,
    List<NodeView> nodes) {

  /**
   * A number of the day.
   *
   * @param code {@code planned, waiting, calling, reached, answered, dissatisfied, unreached}
   * @param tone colour: danger, or the empty string
   */
  record NumberView(String code, String name, long value, String tone) {}

  /** A call that goes on. */
  record CallView(
      String id,
      String ticket,
      String estate,
      String number,
      String attempt,
      String node,
      String since) {}

  /**
   * A node that phones, or did.
   *
   * @param silent whether it tells nothing any more
   */
  record NodeView(String name, String words, boolean silent) {}
}
