package cn.wuye.hotline.backend.intake;

import cn.wuye.hotline.backend.intake.journal.JournalledCall;
import cn.wuye.hotline.backend.intake.spool.SpooledCall;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides whether a call is over, so that nothing more can come of it. */
final class CallsOver {
  /** MixMonitor completes its files a moment after the hang-up. */
  private static final Duration FILES_AT_REST = Duration.ofSeconds(1);

  private static final Duration GIVEN_UP = Duration.ofMinutes(1);
  private static final Duration GIVEN_UP_UNASKED = Duration.ofMinutes(10);

  /** A dialog hears of the hang-up within a moment; one that does not will not. */
  private static final Duration DIALOG_STUCK = Duration.ofSeconds(30);

  private final LiveCalls live;
  private final ChannelsInUse channels;
  private final Clock clock;

  CallsOver(LiveCalls live, ChannelsInUse channels, Clock clock) {
    this.live = live;
    this.channels = channels;
    this.clock = clock;
  }

  /**
   * @param journalWritten when the journal was last written, if there is one
   */
  boolean isOver(
      CallId call,
      Optional<JournalledCall> journal,
      Optional<Instant> journalWritten,
      Optional<SpooledCall> spool) {
    Instant last = latest(journalWritten, spool.map(SpooledCall::lastChanged));
    Duration rest = Duration.between(last, clock.instant());
    boolean hungUp = spool.flatMap(SpooledCall::ended).isPresent();
    if (live.contains(call)) {
      return hungUp && atLeast(rest, DIALOG_STUCK);
    }
    if (journal.map(JournalledCall::settled).orElse(false)) {
      return true;
    }
    if (hungUp) {
      return atLeast(rest, FILES_AT_REST);
    }
    if (spool.isEmpty()) {
      return journal.map(JournalledCall::ended).orElse(false) || atLeast(rest, GIVEN_UP);
    }
    return atLeast(rest, GIVEN_UP)
        && channels.exists(call).map(e -> !e).orElse(atLeast(rest, GIVEN_UP_UNASKED));
  }

  private static Instant latest(Optional<Instant> a, Optional<Instant> b) {
    Instant first = a.orElse(Instant.EPOCH);
    Instant second = b.orElse(Instant.EPOCH);
    return first.isAfter(second) ? first : second;
  }

  private static boolean atLeast(Duration duration, Duration bound) {
    return duration.compareTo(bound) >= 0;
  }
}
