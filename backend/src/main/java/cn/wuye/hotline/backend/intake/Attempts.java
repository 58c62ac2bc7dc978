package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.ivr.conversation.CallId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts failed attempts for each call and spaces them out. Forgotten at a restart, on purpose. */
final class Attempts {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

  private final Clock clock;
  private final Map<CallId, Attempt> failed = new ConcurrentHashMap<>();

  Attempts(Clock clock) {
    this.clock = clock;
  }

  boolean mayTry(CallId call) {
    Attempt attempt = failed.get(call);
    return attempt == null || !clock.instant().isBefore(attempt.next());
  }

  /** Notes a failure; how many there were so far, this one included. */
  int failed(CallId call) {
    return failed.merge(call, next(1), (before, first) -> next(before.count() + 1)).count();
  }

  void forget(CallId call) {
    failed.remove(call);
  }

  int count() {
    return failed.size();
  }

  private Attempt next(int count) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(count - 1, 10));
    Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    return new Attempt(count, clock.instant().plus(bounded));
  }

  private record Attempt(int count, Instant next) {}
}
