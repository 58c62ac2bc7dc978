package cn.wuye.hotline.backend.poll;

import cn.wuye.hotline.backend.survey.Share;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What was answered to one question.
 *
 * @param counts how many gave each number; empty where words are wanted
 * @param words how many said something where words are wanted
 */
public record PollTally(PollQuestion question, Map<Integer, Long> counts, long words) {
  private static final int DEGREE = 20;
  private static final int TENTHS = 10;

  public PollTally {
    counts = Map.copyOf(counts);
  }

  /** How many have answered. */
  public long answers() {
    return question.kind() == QuestionKind.WORDS
        ? words
        : counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many of them gave this number. */
  public Share share(int value) {
    return new Share(counts.getOrDefault(value, 0L), answers());
  }

  /**
   * The mean: of degrees in scores of 20–100 as everywhere, of points in tenths.
   *
   * @return empty when there are too few answers, or the numbers are no measure
   */
  public OptionalInt mean() {
    return switch (question.kind()) {
      case DEGREES -> Share.mean(sum() * DEGREE, answers());
      case POINTS -> Share.mean(sum() * TENTHS, answers());
      case YES_NO, WORDS -> OptionalInt.empty();
    };
  }

  private long sum() {
    return counts.entrySet().stream().mapToLong(each -> each.getKey() * each.getValue()).sum();
  }
}
