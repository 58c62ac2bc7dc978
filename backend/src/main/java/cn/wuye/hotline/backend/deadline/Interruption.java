package cn.wuye.hotline.backend.deadline;

import cn.wuye.hotline.backend.deadline.rule.PauseReason;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Time that a clock leaves out.
 *
 * @param to the first moment that counts again; null while that is not known
 * @param reason empty for the time between a solution and the re-opening
 */
public record Interruption(Instant from, @Nullable Instant to, Optional<PauseReason> reason) {

  /** Without what comes after a moment. */
  Interruption until(Instant end) {
    return to == null || to.isAfter(end) ? new Interruption(from, end, reason) : this;
  }
}
