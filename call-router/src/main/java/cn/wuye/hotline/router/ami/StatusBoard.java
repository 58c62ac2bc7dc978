package cn.wuye.hotline.router.ami;

import cn.wuye.hotline.router.ami.AmiStatus.State;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the state of the connection and the times it was blind; says each change once. */
final class StatusBoard {
  private static final Logger LOG = LoggerFactory.getLogger(StatusBoard.class);
  private static final int KEPT = 100;

  private final Clock clock;
  private final Consumer<AmiStatus> told;
  private final Deque<BlindSpan> blindSpans = new ArrayDeque<>();
  private @Nullable Instant blindSince;
  private volatile AmiStatus status;

  StatusBoard(Clock clock, Consumer<AmiStatus> told) {
    this.clock = clock;
    this.told = told;
    this.status = new AmiStatus(State.DOWN, "not connected yet", clock.instant(), List.of());
  }

  AmiStatus status() {
    return status;
  }

  synchronized Optional<BlindSpan> up(String description, int channels) {
    Optional<BlindSpan> blind = Optional.empty();
    if (blindSince != null) {
      BlindSpan span = new BlindSpan(blindSince, clock.instant());
      blind = Optional.of(span);
      blindSpans.add(span);
      if (blindSpans.size() > KEPT) {
        blindSpans.remove();
      }
      blindSince = null;
      LOG.warn(
          "AMI: blind from {} to {}; state taken anew, {} channels",
          span.from(),
          span.to(),
          channels);
    } else {
      LOG.info("AMI: {}; {} channels", description, channels);
    }
    set(State.UP, description);
    return blind;
  }

  synchronized void down(String description) {
    if (status.up()) {
      blindSince = clock.instant();
    }
    if (status.state() != State.DOWN) {
      LOG.warn("AMI: {}; connecting again", description);
    }
    set(State.DOWN, description);
  }

  synchronized void refused(String description) {
    LOG.error("AMI: {}", description);
    set(State.REFUSED, description);
  }

  synchronized void closed() {
    set(State.CLOSED, "closed");
  }

  private void set(State state, String description) {
    if (state == status.state() && description.equals(status.description())) {
      return;
    }
    Instant since = state == status.state() ? status.since() : clock.instant();
    status = new AmiStatus(state, description, since, List.copyOf(blindSpans));
    told.accept(status);
  }
}
