package cn.wuye.hotline.backend.thirdparty;

import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A third party's task as its contract sees it.
 *
 * @param task id of the task
 * @param due for each target, by the contract at the time of the offer
 * @param cents for each target what a miss costs, in hundredths of a yuan
 * @param met for each target that was reached, when
 * @param endedAt nothing is missed after that; null while it runs
 */
public record PartyJob(
    long task,
    TicketNumber ticket,
    String party,
    Instant openedAt,
    Map<Target, Instant> due,
    Map<Target, Long> cents,
    Map<Target, Instant> met,
    @Nullable Instant endedAt) {
  public PartyJob {
    due = Map.copyOf(due);
    cents = Map.copyOf(cents);
    met = Map.copyOf(met);
  }

  /** When a target is due. */
  public Instant due(Target target) {
    return due.getOrDefault(target, Instant.MAX);
  }

  /** When a target was reached. */
  public Optional<Instant> met(Target target) {
    return Optional.ofNullable(met.get(target));
  }

  /** Whether a target was not reached in time, as far as is known now. */
  boolean missed(Target target, Instant now) {
    Instant until = met(target).orElse(endedAt == null ? now : endedAt);
    return due(target).isBefore(until);
  }

  /** The next time that may be missed; empty when none can be any more. */
  Optional<Instant> nextDue(Instant now) {
    return endedAt == null
        ? Arrays.stream(Target.values())
            .filter(target -> met(target).isEmpty())
            .map(this::due)
            .filter(due -> !due.isBefore(now))
            .sorted()
            .findFirst()
        : Optional.empty();
  }
}
