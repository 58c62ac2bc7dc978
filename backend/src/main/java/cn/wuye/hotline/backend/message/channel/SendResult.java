package cn.wuye.hotline.backend.message.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of an attempt to send. What a provider said holds no number in full. */
public sealed interface SendResult {
  /**
   * The provider has it.
   *
   * @param providerId its name there; may be empty
   */
  record Accepted(String providerId) implements SendResult {}

  /** It will never be taken as it is. */
  record Refused(String why) implements SendResult {}

  /**
   * It may be taken later.
   *
   * @param retryAfter when the provider says so; null otherwise
   */
  record Failed(String why, @Nullable Duration retryAfter) implements SendResult {}
}
