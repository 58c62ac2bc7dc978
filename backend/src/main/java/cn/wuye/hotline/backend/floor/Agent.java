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
 * @param talk with whom she talks; null for nobody, or when it is not known
 */
public record Agent(
    String extension,
    Doing doing,
    Instant since,
    @Nullable Instant until,
    String reason,
    List<String> queues,
    @Nullable Talk talk) {
  public Agent {
    queues = List.copyOf(queues);
  }

  /** One who talks with nobody. */
  public Agent(
      String extension,
      Doing doing,
      Instant since,
      @Nullable Instant until,
      String reason,
      List<String> queues) {
    this(extension, doing, since, until, reason, queues, null);
  }

  /**
   * A caller who talks with her.
   *
   * @param call unique id of the caller's channel
   * @param queue code of the queue where she waited; empty when not known
   * @param estate id; empty while unknown
   */
  public record Talk(String call, String queue, String estate) {}
}
