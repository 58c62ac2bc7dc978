package cn.wuye.hotline.backend.floor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent who is signed in, as the node of her phone tells it.
 *
 * @param extension of her phone
 * @param until when a wrap-up ends; else null
 * @param reason of a pause; else empty
 * @param queues codes of the queues she is in, in their order
 */
public record Agent(
    String extension,
    Doing doing,
    Instant since,
    @Nullable Instant until,
    String reason,
    List<String> queues) {
  public Agent {
    queues = List.copyOf(queues);
  }
}
