package cn.wuye.hotline.backend.traffic.desk;

import cn.wuye.hotline.backend.persistence.Coded;

/** What each line of a report is. */
public enum Grouping implements Coded {
  /** A quarter of an hour. */
  QUARTER("quarter", 7),
  DAY("day", 400),
  /** From Monday to Sunday. */
  WEEK("week", 400),
  QUEUE("queue", 400),
  /** What agents did, not what became of callers. */
  AGENT("agent", 400);

  private final String code;
  private final int mostDays;

  Grouping(String code, int mostDays) {
    this.code = code;
    this.mostDays = mostDays;
  }

  @Override
  public String code() {
    return code;
  }

  /** More days than these make no report. */
  public int mostDays() {
    return mostDays;
  }
}
