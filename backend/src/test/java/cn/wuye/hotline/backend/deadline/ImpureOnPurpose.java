package cn.wuye.hotline.backend.deadline;

import java.sql.Timestamp;

/** Does what a rule of the architecture forbids here, for it to find. */
public final class ImpureOnPurpose {
  private ImpureOnPurpose() {}

  /** Knows a database. */
  public static Timestamp column(long moment) {
    return new Timestamp(moment);
  }
}
