package cn.wuye.hotline.backend.poll;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.ivr.port.AskedQuestion.Kind;
import java.util.List;
import java.util.stream.IntStream;

/** What is an answer to a question. */
public enum QuestionKind implements Coded {
  /** Five degrees: 5 very satisfied to 1 very dissatisfied. */
  DEGREES("degrees", Kind.DEGREES),
  /** 1 yes, 2 no, 3 partly. */
  YES_NO("yes-no", Kind.YES_NO),
  /** 0 to 10. */
  POINTS("points", Kind.POINTS),
  /** Whatever she has to say. */
  WORDS("words", Kind.WORDS);

  private final String code;
  private final Kind asked;

  QuestionKind(String code, Kind asked) {
    this.code = code;
    this.asked = asked;
  }

  @Override
  public String code() {
    return code;
  }

  /** As it is asked in a call. */
  public Kind asked() {
    return asked;
  }

  /** Whether a number is an answer to it. */
  public boolean takes(int value) {
    return asked.takes(value);
  }

  /** The numbers that are answers, the best first; none where words are wanted. */
  public List<Integer> numbers() {
    List<Integer> rising = IntStream.rangeClosed(asked.least(), asked.most()).boxed().toList();
    return this == YES_NO
        ? rising
        : IntStream.rangeClosed(1, rising.size())
            .mapToObj(i -> rising.get(rising.size() - i))
            .toList();
  }
}
