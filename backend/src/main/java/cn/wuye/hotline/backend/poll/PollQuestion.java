package cn.wuye.hotline.backend.poll;

/**
 * A question of a poll.
 *
 * @param number its place, from 1
 * @param zh as it is said
 */
public record PollQuestion(int number, QuestionKind kind, String zh) {
  /** Longest question, in characters: what is longer is forgotten before it ends. */
  public static final int MAX_TEXT = 60;

  public PollQuestion {
    if (number < 1) {
      throw new IllegalArgumentException("questions are counted from 1: " + number);
    }
  }
}
