package cn.wuye.hotline.backend.survey.progress;

/**
 * The surveys of a day. Each of the plan is exactly one of waiting, calling, reached and unreached.
 *
 * @param waiting were not called today, but are to be
 * @param calling have a call that goes on
 * @param reached spoke with us today, or answered otherwise
 * @param answered of those reached: gave their answers today
 * @param dissatisfied of those who answered: not solved, or 40 and less
 * @param unreached were called today in vain, whether they are called again or not, or were given
 *     up today
 */
public record TodayNumbers(
    long waiting, long calling, long reached, long answered, long dissatisfied, long unreached) {
  /** All of the day's plan: what was called or settled today, and what is still to be called. */
  public long planned() {
    return waiting + calling + reached + unreached;
  }

  TodayNumbers plus(TodayNumbers other) {
    return new TodayNumbers(
        waiting + other.waiting,
        calling + other.calling,
        reached + other.reached,
        answered + other.answered,
        dissatisfied + other.dissatisfied,
        unreached + other.unreached);
  }
}
