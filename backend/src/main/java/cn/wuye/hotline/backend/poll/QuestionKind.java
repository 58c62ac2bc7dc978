package cn.wuye.hotline.backend.poll;

import cn.wuye.hotline.backend.persistence.Coded;
import java.util.List;
import java.util.stream.IntStream;

/** What is an answer to a question. */
public enum QuestionKind implements Coded {
  /** Five degrees: 5 very satisfied to 1 very dissatisfied. */
  DEGREES("degrees", 1, 5),
  /** 1 yes, 2 no, 3 partly. */
  YES_NO("yes-no", 1, 3),
  /** 0 to 10. */
  POINTS("points", 0, 10),
  /** Whatever she has to say. */
  WORDS("words", 0, -1);

  private final String code;
  private final int least;
  private final int most;

  QuestionKind(String code, int least, int most) {
    this.code = code;
    this.least = least;
    this.most = most;
  }

  @Override
  public String code() {
    return code;
  }

  /** Whether a number is an answer to it. */
  public boolean takes(int value) {
    return value >= least && value <= most;
  }

  /** The numbers that are answers, the best first; none where words are wanted. */
  public List<Integer> numbers() {
    List<Integer> rising = IntStream.rangeClosed(least, most).boxed().toList();
    return this == YES_NO
        ? rising
        : IntStream.rangeClosed(1, rising.size())
            .mapToObj(i -> rising.get(rising.size() - i))
            .toList();
  }
}
