package cn.wuye.hotline.backend.poll.desk;

import cn.wuye.hotline.backend.poll.AskedState;
import java.util.Map;

/**
 * How far a poll is, of the estates that are seen.
 *
 * @param counts how many of those who were drawn stand where
 */
public record PollProgress(Map<AskedState, Long> counts) {
  public PollProgress {
    counts = Map.copyOf(counts);
  }

  /** How many stand there. */
  public long of(AskedState state) {
    return counts.getOrDefault(state, 0L);
  }
}
