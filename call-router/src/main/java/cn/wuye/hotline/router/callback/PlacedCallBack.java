package cn.wuye.hotline.router.callback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A call-back on its way: first an agent is found, then the resident is rung. */
public final class PlacedCallBack {
  /** The resident is rung for 45 s; who is on the line longer than this talks. */
  private static final Duration RINGS_AT_MOST = Duration.ofSeconds(50);

  /** Asterisk tells who answered a moment before or after it tells that somebody did. */
  private static final Duration TOLD_WITHIN = Duration.ofSeconds(1);

  private final CompletableFuture<String> device = new CompletableFuture<>();
  private final CompletableFuture<Optional<String>> agent = new CompletableFuture<>();
  private final CompletableFuture<Boolean> talked = new CompletableFuture<>();
  private final Clock clock;
  private volatile Instant answeredAt = Instant.MAX;

  PlacedCallBack(Clock clock) {
    this.clock = clock;
  }

  /**
   * Completes when an agent has answered, with her device (empty text where it was not seen), or
   * with nothing when none did. Never exceptionally.
   */
  public CompletableFuture<Optional<String>> agent() {
    return agent;
  }

  /** Completes after {@link #agent} with whether the resident has answered, too. */
  public CompletableFuture<Boolean> talked() {
    return talked;
  }

  void answeredBy(String answering) {
    device.complete(answering);
  }

  void agentAnswered() {
    answeredAt = clock.instant();
    device
        .completeOnTimeout("", TOLD_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
        .thenAccept(who -> agent.complete(Optional.of(who)));
  }

  void noAgent() {
    agent.complete(Optional.empty());
    talked.complete(false);
  }

  void dialled(boolean answered) {
    talked.complete(answered);
  }

  /** Its channel is no more. */
  void over() {
    if (answeredAt.equals(Instant.MAX)) {
      // The Originate's own answer says so, with its reason.
      return;
    }
    talked.complete(answeredAt.plus(RINGS_AT_MOST).isBefore(clock.instant()));
  }
}
