package cn.wuye.hotline.backend.queue.callback;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.router.queue.CallerNeeds;
import cn.wuye.hotline.router.queue.Precedence;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A caller's place in a queue, which she keeps.
 *
 * @param phone where she is reached
 * @param callId the call in which she waited
 * @param estate null when it is not known
 * @param since when she began to wait
 */
public record Place(
    PhoneNumber phone,
    String queueCode,
    String callId,
    @Nullable EstateId estate,
    boolean emergency,
    boolean older,
    Instant since) {

  /** Before whom she comes now: higher is earlier. */
  public int precedence(Instant now) {
    return Precedence.of(
        new CallerNeeds("", "", "", emergency, older), Duration.between(since, now));
  }
}
