package cn.wuye.hotline.backend.queue.waiting;

import cn.wuye.hotline.router.live.QueueHappening;
import cn.wuye.hotline.router.live.QueuesListener;
import cn.wuye.hotline.router.queue.ExpectedWait;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** How fast calls were answered lately on this node, call-backs included. */
final class AnsweredCalls implements QueuesListener {
  static final Duration WINDOW = Duration.ofMinutes(15);

  private final Clock clock;
  private final Map<String, Deque<Instant>> answered = new HashMap<>();

  AnsweredCalls(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void happened(QueueHappening happening, Instant at) {
    if (happening instanceof QueueHappening.Answered) {
      Deque<Instant> moments =
          answered.computeIfAbsent(happening.queue(), queue -> new ArrayDeque<>());
      moments.addLast(at);
      forget(moments);
    }
  }

  /**
   * What a caller may expect.
   *
   * @param queue by Asterisk's name
   */
  synchronized ExpectedWait of(String queue) {
    Deque<Instant> moments = answered.computeIfAbsent(queue, q -> new ArrayDeque<>());
    forget(moments);
    return new ExpectedWait(WINDOW, moments.size());
  }

  private void forget(Deque<Instant> moments) {
    Instant from = clock.instant().minus(WINDOW);
    while (!moments.isEmpty() && moments.getFirst().isBefore(from)) {
      moments.removeFirst();
    }
  }
}
