package cn.wuye.hotline.ivr.agi;

import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.port.CallNow;
import cn.wuye.hotline.ivr.port.CallsNow;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between the calls and who follows them: each call has one place, in which the latest waits
 * for its turn. Returns at once, whatever becomes of it.
 */
final class LatestCalls implements CallsNow, AutoCloseable {
  /** Between two times that the same call is told of. */
  static final Duration BETWEEN = Duration.ofMillis(250);

  /** More calls than one node holds: who follows them has got stuck. */
  static final int MOST = 2_000;

  private static final Logger LOG = LoggerFactory.getLogger(LatestCalls.class);

  private final CallsNow follower;
  private final Map<CallId, Place> places = new HashMap<>();
  private final ScheduledExecutorService thread;
  private boolean full;
  private boolean failing;
  private boolean closed;

  private static final class Place {
    /** Null: over. */
    private @Nullable CallNow latest;

    private boolean due;
    private long toldAt = System.nanoTime() - BETWEEN.toNanos();
  }

  LatestCalls(CallsNow follower) {
    this.follower = follower;
    this.thread =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread made = new Thread(task, "calls-now");
              made.setDaemon(true);
              return made;
            });
  }

  @Override
  public synchronized void told(CallNow now) {
    CallId call = now.call().id();
    if (places.size() >= MOST && !places.containsKey(call)) {
      if (!full) {
        full = true;
        LOG.warn("{} calls wait to be shown live; further ones are not", MOST);
      }
      return;
    }
    put(call, places.computeIfAbsent(call, id -> new Place()), now);
  }

  @Override
  public synchronized void over(CallId call) {
    Place place = places.get(call);
    if (place != null) {
      put(call, place, null);
    }
  }

  private void put(CallId call, Place place, @Nullable CallNow latest) {
    place.latest = latest;
    if (!place.due && !closed) {
      place.due = true;
      long early = BETWEEN.toNanos() - (System.nanoTime() - place.toldAt);
      thread.schedule(() -> tell(call, place), Math.max(0, early), TimeUnit.NANOSECONDS);
    }
  }

  private void tell(CallId call, Place place) {
    CallNow latest = taken(call, place);
    try {
      if (latest == null) {
        follower.over(call);
      } else {
        follower.told(latest);
      }
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        failing = true;
        // Its message may hold what she said.
        LOG.warn("call {} is not shown live: {}", call, e.getClass().getName());
      }
    }
  }

  private synchronized @Nullable CallNow taken(CallId call, Place place) {
    place.due = false;
    place.toldAt = System.nanoTime();
    if (place.latest == null) {
      places.remove(call);
      full = false;
    }
    return place.latest;
  }

  /** Tells nothing more; what still comes is left out. */
  @Override
  public synchronized void close() {
    closed = true;
    thread.shutdownNow();
  }
}
