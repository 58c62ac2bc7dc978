package cn.wuye.hotline.router.live;

import cn.wuye.hotline.router.agent.AgentSnapshot.Phone;
import java.time.Instant;
import java.util.Optional;

/**
 * An agent's place in a queue.
 *
 * @param device what is rung, {@code PJSIP/1001}
 * @param pause the reason of her pause, which may be empty; no value when she is not paused
 * @param calls how many she has had in this queue since Asterisk began
 */
public record QueueMember(
    String queue,
    String device,
    int penalty,
    Optional<String> pause,
    Optional<Instant> pausedAt,
    Phone phone,
    int calls,
    Optional<Instant> lastCallAt) {
  QueueMember withPenalty(int newPenalty) {
    return new QueueMember(queue, device, newPenalty, pause, pausedAt, phone, calls, lastCallAt);
  }
}
