package cn.wuye.hotline.backend.message;

/**
 * Where notices wait to be sent: in the transaction of the change that caused them, so that either
 * both are there or neither is.
 */
public interface Outbox {
  /**
   * Puts a notice there; it is sent at least once.
   *
   * @return false when a notice with this key was there already
   */
  boolean tell(Notice notice);

  /**
   * The same in writing alone, for those of several of whom one is phoned after the other: the one
   * who is told begins the list ({@link PhoneList}).
   */
  boolean write(Notice notice);
}
