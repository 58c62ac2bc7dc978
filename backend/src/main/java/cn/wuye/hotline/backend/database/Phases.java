package cn.wuye.hotline.backend.database;

/** The order in which the parts start; they stop the other way round. */
public final class Phases {
  /** Brings the schema up. */
  public static final int SCHEMA = 0;

  /**
   * Takes in what journal and spool hold; to the last, so that what the last call said is entered.
   */
  public static final int INTAKE = 100;

  /** Connection to Asterisk's manager. */
  public static final int ROUTER = 200;

  /** Answers calls: opened last, closed first. */
  public static final int TELEPHONE = Integer.MAX_VALUE;

  private Phases() {}
}
