package cn.wuye.hotline.backend.survey;

import cn.wuye.hotline.backend.persistence.Coded;
import java.util.Optional;

/** How satisfied a resident is. */
public enum Satisfaction implements Coded {
  VERY_SATISFIED("very-satisfied", 5, 100),
  SATISFIED("satisfied", 4, 80),
  FAIR("fair", 3, 60),
  DISSATISFIED("dissatisfied", 2, 40),
  VERY_DISSATISFIED("very-dissatisfied", 1, 20);

  /** Who gives less is phoned by a person. */
  private static final int GOOD = 80;

  /** Who gives no more has the work done again. */
  private static final int BAD = 40;

  private final String code;
  private final int key;
  private final int score;

  Satisfaction(String code, int key, int score) {
    this.code = code;
    this.key = key;
    this.score = score;
  }

  /**
   * What a key means.
   *
   * @return empty when it is none of 1 to 5
   */
  public static Optional<Satisfaction> ofKey(int key) {
    for (Satisfaction each : values()) {
      if (each.key == key) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  @Override
  public String code() {
    return code;
  }

  /** The key that is pressed for it, 5 for the best. */
  public int key() {
    return key;
  }

  /** What it counts, 20–100. */
  public int score() {
    return score;
  }

  /** Whether a person phones. */
  public boolean low() {
    return score < GOOD;
  }

  /** Whether the work is done again. */
  public boolean bad() {
    return score <= BAD;
  }
}
