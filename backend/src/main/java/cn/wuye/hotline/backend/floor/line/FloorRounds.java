package cn.wuye.hotline.backend.floor.line;

import cn.wuye.hotline.backend.database.Periodically;
import cn.wuye.hotline.backend.floor.Floor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Does the rounds: at once when something changes, in a storm 25 times a second at most. */
@Component
public class FloorRounds implements SmartLifecycle {
  /** Waits grow and alarms begin without any event. */
  private static final Duration EVERY = Duration.ofSeconds(1);

  private static final long BETWEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

  private final List<Round> rounds;
  private final Clock clock;
  private final Periodically thread = new Periodically("floor", EVERY, this::all);
  private long last = System.nanoTime() - BETWEEN_NANOS;
  private volatile boolean running;

  FloorRounds(List<Round> rounds, Floor floor, Clock clock) {
    this.rounds = List.copyOf(rounds);
    this.clock = clock;
    floor.addListener(this::soon);
  }

  /** Asks for a round; returns at once. What comes in a burst is told together. */
  public void soon() {
    thread.now();
  }

  private void all() {
    long early = BETWEEN_NANOS - (System.nanoTime() - last);
    if (early > 0) {
      LockSupport.parkNanos(early);
    }
    last = System.nanoTime();
    rounds.forEach(round -> round.round(clock.instant()));
  }

  @Override
  public void start() {
    running = true;
    thread.start();
  }

  @Override
  public void stop() {
    running = false;
    thread.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
