package cn.wuye.hotline.backend.quality;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A sheet as somebody fills it.
 *
 * @param criteria version that the form showed
 * @param marks one for each criterion that is scored
 * @param remark at most {@value #MAX_WORDS} characters; may be empty
 */
public record Filled(int criteria, List<Mark> marks, String remark) {
  /** Longest remark, and longest words of a dispute and of its answer, in characters. */
  public static final int MAX_WORDS = 1000;

  public Filled {
    marks = List.copyOf(marks);
  }

  Map<Integer, Integer> points() {
    return marks.stream()
        .collect(Collectors.toMap(Mark::position, Mark::points, (first, second) -> second));
  }
}
