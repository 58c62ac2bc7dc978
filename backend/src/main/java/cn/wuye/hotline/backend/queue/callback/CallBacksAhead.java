package cn.wuye.hotline.backend.queue.callback;

import cn.wuye.hotline.router.queue.CallBack.State;
import java.time.Instant;
import java.util.List;

/**
 * The call-backs of all nodes as they were a moment ago: for calls, which do not ask the database.
 */
public final class CallBacksAhead {
  private volatile List<StoredCallBack> active = List.of();

  void replace(List<StoredCallBack> newer) {
    active = List.copyOf(newer);
  }

  /**
   * How many call-backs of a queue have their turn before a caller.
   *
   * @param precedence hers
   */
  public int before(String queueCode, int precedence, Instant now) {
    return (int)
        active.stream()
            .filter(each -> each.place().queueCode().equals(queueCode))
            .filter(each -> !each.callBack().due().isAfter(now))
            .filter(each -> each.callBack().state() != State.RINGING_CALLER)
            .filter(each -> each.place().precedence(now) > precedence)
            .count();
  }
}
