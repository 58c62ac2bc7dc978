package cn.wuye.hotline.ivr.port;

import cn.wuye.hotline.ivr.conversation.Call;
import cn.wuye.hotline.ivr.port.PhoneRinger.Beside;
import cn.wuye.hotline.ivr.prompt.Prompt;
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

  /**
   * Has an agent looked for in an emergency, beside the people on duty who are rung: who answers
   * sooner talks with the caller. Returns at once.
   *
   * @param whisper what the agent is told before she is put into the call's room
   * @return empty where no agent is there
   */
  default Optional<Beside> alarm(Call call, QueueNeeds needs, Prompt whisper) {
    return Optional.empty();
  }
}
