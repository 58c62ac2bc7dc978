package cn.wuye.hotline.backend.floor;

import cn.wuye.hotline.backend.traffic.figures.CallSums;
import java.util.List;

/**
 * What a queue's day came to so far.
 *
 * @param today of who began to wait today
 * @param callBacks asked for today, neither made nor given up
 * @param waiting how many waited at the end of each of the last 60 minutes, the oldest first
 * @param answered how many were answered in each of them
 */
public record QueueFigures(
    CallSums today, int callBacks, List<Integer> waiting, List<Integer> answered) {
  /** Of a queue in which nothing happened. */
  public static final QueueFigures NONE =
      new QueueFigures(CallSums.NONE, 0, LastHour.NOTHING, LastHour.NOTHING);

  public QueueFigures {
    waiting = List.copyOf(waiting);
    answered = List.copyOf(answered);
  }

  /** Of two queues together. */
  public QueueFigures plus(QueueFigures other) {
    return new QueueFigures(
        today.plus(other.today),
        callBacks + other.callBacks,
        LastHour.sum(waiting, other.waiting),
        LastHour.sum(answered, other.answered));
  }
}
