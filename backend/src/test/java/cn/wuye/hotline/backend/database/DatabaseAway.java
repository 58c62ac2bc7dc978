package cn.wuye.hotline.backend.database;

/** The database's absence, for fakes with a failure switch. */
public final class DatabaseAway {
  private DatabaseAway() {}

  /** What the gate throws during an outage. */
  public static DatabaseAwayException exception() {
    return new DatabaseAwayException("switched off by the test", null);
  }
}
