package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.conversation.Call;
import java.util.Optional;

/** The queues of those who want a person. Implemented by the backend over the call router. */
@FunctionalInterface
public interface PersonQueues {
  /** There are none: the phones of the directory are rung. */
  PersonQueues NONE = (call, needs) -> Optional.empty();

  /**
   * A caller begins to wait. Answers within 1 s, and never throws because of the database.
   *
   * @return empty where nobody answers queues: the phones of the directory are rung
   */
  Optional<QueueWait> join(Call call, QueueNeeds needs);
}
