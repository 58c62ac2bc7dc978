package cn.wuye.hotline.backend.survey.progress;

import cn.wuye.hotline.backend.survey.Share;
import java.util.OptionalInt;

/**
 * What residents answered, counted.
 *
 * @param answers surveys with an answer to whether it was solved, or to how satisfied she is
 * @param scored of those: with a score
 * @param scores the sum of the scores, each 20–100
 * @param good of those scored: 80 and 100
 * @param told of those with an answer: said whether it was solved
 * @param solved of those: solved
 * @param dissatisfied of those with an answer: not solved, or 40 and less
 * @param unreached surveys that ended without her being reached; in no percentage
 * @param declined surveys of who wants none; in no percentage
 */
public record Tally(
    long answers,
    long scored,
    long scores,
    long good,
    long told,
    long solved,
    long dissatisfied,
    long unreached,
    long declined) {
  /** Of nothing. */
  public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** The mean score. */
  public OptionalInt meanScore() {
    return Share.mean(scores, scored);
  }

  /** Satisfied or very satisfied, of those who gave a score. */
  public Share satisfiedShare() {
    return new Share(good, scored);
  }

  /** Solved, of those who said whether it was. */
  public Share solvedShare() {
    return new Share(solved, told);
  }

  /** Dissatisfied, of those who answered. */
  public Share dissatisfiedShare() {
    return new Share(dissatisfied, answers);
  }

  /** Both together. */
  public Tally plus(Tally other) {
    return new Tally(
        answers + other.answers,
        scored + other.scored,
        scores + other.scores,
        good + other.good,
        told + other.told,
        solved + other.solved,
        dissatisfied + other.dissatisfied,
        unreached + other.unreached,
        declined + other.declined);
  }
}
