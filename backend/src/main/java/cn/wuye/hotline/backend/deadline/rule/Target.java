package cn.wuye.hotline.backend.deadline.rule;

import java.time.Duration;

/**
 * One thing that has to be done in time. A rule may have several for the same kind of clock: solved
 * within 7 days, and in any case within 30.
 *
 * @param id names it among the targets of a rule; the same id means the same in every rule
 * @param within more than nothing, at most 400 days
 * @param pausable whether pauses are left out
 */
public record Target(
    String id, ClockKind kind, StartsFrom from, Duration within, Runs runs, boolean pausable) {
  /** The longest deadline there is. */
  public static final Duration LONGEST = Duration.ofDays(400);

  public Target {
    if (!id.matches("[a-z][a-z0-9-]{0,23}")) {
      throw new IllegalArgumentException(
          "'" + id + "' is no target id; use lower case letters, digits and '-', at most 24");
    }
    if (within.compareTo(Duration.ofMillis(1)) < 0 || within.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          id + ": " + within + " is no deadline; give more than 0 and at most 400 days");
    }
    boolean messages = kind == ClockKind.UPDATE;
    boolean callBack = kind == ClockKind.CALL_BACK;
    boolean help = kind == ClockKind.HELP;
    if (help != (from == StartsFrom.TASK_OPENED)
        || messages != (from == StartsFrom.RESIDENT_WROTE)
        || callBack != (from == StartsFrom.SOLVED)) {
      throw new IllegalArgumentException(
          id
              + ": a clock of the kind "
              + kind.code()
              + " cannot start from "
              + from.code()
              + "; update starts from resident-wrote, call-back from solved, help from task-opened,"
              + " and nothing else does");
    }
  }
}
