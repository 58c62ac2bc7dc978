package cn.wuye.hotline.backend.deadline;

import cn.wuye.hotline.backend.deadline.rule.ClockKind;
import cn.wuye.hotline.backend.deadline.rule.DeadlineRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All clocks of a ticket.
 *
 * @param rule the rule for the ticket as it is now; empty when none matches, which is shown as such
 * @param all by target, in the order of the rule, and occurrence
 */
public record Clocks(Optional<DeadlineRule> rule, List<TicketClock> all) {
  public Clocks {
    all = List.copyOf(all);
  }

  public Optional<TicketClock> find(String target, int occurrence) {
    return find(new ClockKey(target, occurrence));
  }

  public Optional<TicketClock> find(ClockKey key) {
    return all.stream().filter(clock -> clock.key().equals(key)).findFirst();
  }

  /** The earliest due time of what is still waited for; empty when nothing is, or all is paused. */
  public Optional<Instant> nextDue() {
    return all.stream()
        .filter(TicketClock::open)
        .map(TicketClock::due)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder());
  }

  /** The worst of the results of this kind, counting what is not stopped as it stands. */
  public Optional<Duration> worst(ClockKind kind) {
    return all.stream()
        .filter(clock -> clock.kind() == kind && clock.state() != ClockState.DROPPED)
        .map(TicketClock::left)
        .min(Comparator.naturalOrder());
  }

  /**
   * These, but with everything that was settled before left exactly as it was: what a repository
   * stores after a recomputation. A settled clock that no history explains any more stays too.
   */
  public Clocks keeping(Clocks before) {
    Map<ClockKey, TicketClock> settled = new TreeMap<>(Comparator.comparing(ClockKey::toString));
    before.all.stream().filter(TicketClock::settled).forEach(c -> settled.put(c.key(), c));
    List<TicketClock> merged = new ArrayList<>();
    for (TicketClock clock : all) {
      TicketClock kept = settled.remove(clock.key());
      merged.add(kept != null ? kept : clock);
    }
    merged.addAll(settled.values());
    return new Clocks(rule, merged);
  }
}
