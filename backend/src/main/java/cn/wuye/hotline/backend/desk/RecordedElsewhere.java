package cn.wuye.hotline.backend.desk;

/** The recordings of a call that another node has sent here: that node makes them. */
@FunctionalInterface
public interface RecordedElsewhere {
  /**
   * Leaves silence in them from now on, or no longer.
   *
   * @param call id; it names its node
   * @throws TelephoneAway when that node did not do it
   */
  void pause(String call, boolean paused);
}
