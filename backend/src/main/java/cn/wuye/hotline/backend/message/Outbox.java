package cn.wuye.hotline.backend.message;

import java.util.List;

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

  /**
   * Takes a notice back as needless, as long as it waits. What a provider has by now stays sent.
   *
   * @param once its key
   */
  void withdraw(String once);

  /** Takes several back at once. */
  default void withdraw(List<String> onces) {
    onces.forEach(this::withdraw);
  }

  /** Puts several there at once; none of those whose keys were there already. */
  default void tell(List<Notice> notices) {
    notices.forEach(this::tell);
  }
}
