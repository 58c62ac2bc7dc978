package cn.wuye.hotline.backend.intake.transcription;

import cn.wuye.hotline.ivr.conversation.CallId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls that could not be transcribed. Used by one thread at a time. */
final class Attempts {
  private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

  /** Who cannot be transcribed in so many attempts is left to a person until the next start. */
  private static final int MOST = 3;

  private final Duration rest;
  private final Clock clock;
  private static final Duration FORGOTTEN = Duration.ofDays(31);

  private final Map<CallId, Failed> failed = new HashMap<>();

  private record Failed(int count, Instant last) {}

  /**
   * @param rest how long a call is left alone after it failed; zero for not at all
   */
  Attempts(Duration rest, Clock clock) {
    this.rest = rest;
    this.clock = clock;
  }

  /** The ids of the calls that are not to be tried now. */
  List<String> putAside() {
    Instant now = clock.instant();
    failed.values().removeIf(each -> each.last().plus(FORGOTTEN).isBefore(now));
    return failed.entrySet().stream()
        .filter(
            each ->
                each.getValue().count() >= MOST || each.getValue().last().plus(rest).isAfter(now))
        .map(each -> each.getKey().value())
        .toList();
  }

  void failed(CallId call, String why) {
    int count =
        failed
            .merge(
                call,
                new Failed(1, clock.instant()),
                (before, now) -> new Failed(before.count() + 1, now.last()))
            .count();
    LOG.warn(
        "Call {}: not transcribed ({}), attempt {} of {}; a person can listen to it meanwhile",
        call,
        why,
        count,
        MOST);
  }
}
