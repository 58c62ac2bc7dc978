package cn.wuye.hotline.router.queue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A caller's way into a queue, in Asterisk's words. The variables stay on her channel: when the
 * application dies while she waits, the fallback takes her back with them.
 *
 * @param variables to be set on her channel before
 * @param arguments of the application {@code Queue}, with a ringing tone
 * @param musicArguments the same with the music of her channel
 */
public record QueueEntry(Map<String, String> variables, String arguments, String musicArguments) {
  /** Where the application has sent her. */
  public static final String QUEUE = "HOTLINE_QUEUE";

  private static final String PRECEDENCE = "QUEUE_PRIO";
  private static final String REACH = "QUEUE_MAX_PENALTY";

  /** c: the script goes on after the talk; C: answered elsewhere is no missed call. */
  private static final String OPTIONS = "cC";

  private static final String RINGS = "r";

  public QueueEntry {
    variables = Map.copyOf(variables);
  }

  /** The same with another precedence. */
  public QueueEntry withPrecedence(int precedence) {
    return with(PRECEDENCE, precedence);
  }

  /** The same for agents as far away as that. */
  public QueueEntry withReach(Reach reach) {
    return with(REACH, reach.penalty());
  }

  private QueueEntry with(String name, int value) {
    Map<String, String> other = new LinkedHashMap<>(variables);
    other.put(name, String.valueOf(value));
    return new QueueEntry(other, arguments, musicArguments);
  }

  /**
   * @param waited since she began to wait
   * @param slice how long she stays in the queue; at least a second
   * @param again whether she was in this queue before: the reach that it had then is kept, as it
   *     stands on her channel
   */
  public static QueueEntry of(
      QueueDefinition queue, CallerNeeds caller, Duration waited, Duration slice, boolean again) {
    if (slice.toSeconds() < 1) {
      throw new IllegalArgumentException("a slice of " + slice);
    }
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put(QUEUE, queue.asteriskName());
    variables.put(PRECEDENCE, String.valueOf(Precedence.of(caller, waited)));
    if (!again) {
      variables.put(REACH, String.valueOf(Reach.ESTATE.penalty()));
    }
    return new QueueEntry(
        variables, arguments(queue, OPTIONS + RINGS, slice), arguments(queue, OPTIONS, slice));
  }

  private static String arguments(QueueDefinition queue, String options, Duration slice) {
    return queue.asteriskName() + "," + options + ",,," + slice.toSeconds();
  }
}
