package cn.wuye.hotline.ivr.port;

/**
 * A question of a survey that belongs to no ticket.
 *
 * @param number its place, from 1
 * @param text as it is said, in Chinese
 */
public record AskedQuestion(int number, Kind kind, String text) {
  /** What is an answer. */
  public enum Kind {
    /** 5 非常满意 to 1 非常不满意. */
    DEGREES(1, 5),
    /** 1 yes, 2 no, 3 partly. */
    YES_NO(1, 3),
    /** 0 to 10. */
    POINTS(0, 10),
    /** Whatever she has to say. */
    WORDS(0, -1);

    private final int least;
    private final int most;

    Kind(int least, int most) {
      this.least = least;
      this.most = most;
    }

    /** The least number that is an answer. */
    public int least() {
      return least;
    }

    /** The greatest; less than {@link #least} where no number is an answer. */
    public int most() {
      return most;
    }

    /** Whether a number is an answer. */
    public boolean takes(int value) {
      return value >= least && value <= most;
    }
  }
}
