package cn.wuye.hotline.backend.console;

import java.util.List;

/**
 * A ticket's deadlines in words.
 *
 * @param readable whether the rules and calendars can be understood; without them nothing is said
 * @param lines one per clock; none when no rule matches
 * @param why the rules that were looked at, strongest first
 * @param paused whether something stands still
 * @param reasons for which it may be paused now
 */
record ClocksView(
    boolean readable, List<Line> lines, List<Why> why, boolean paused, List<Choice> reasons) {
  static final ClocksView UNREADABLE =
      new ClocksView(false, List.of(), List.of(), false, List.of());

  /**
   * One clock.
   *
   * @param tone {@code ok, warn, danger, info, plain}
   * @param how how much is left, or by how much it was met or missed
   * @param due empty while paused
   * @param percent of its time that is used, 0–100
   * @param counting whether its time runs at this very moment, so that the page may count down
   * @param leftMs milliseconds left, negative when over
   * @param rule which rule and calendar it keeps
   */
  record Line(
      String name,
      String state,
      String tone,
      String how,
      String due,
      String dueIso,
      int percent,
      boolean counting,
      long leftMs,
      long withinMs,
      String rule) {}

  /** A rule and why it holds or does not. */
  record Why(String rule, boolean won, String sentence) {}
}
