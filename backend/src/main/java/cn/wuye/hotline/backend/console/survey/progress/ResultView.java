package cn.wuye.hotline.backend.console.survey.progress;

import java.util.List;

/**
 * Results in words: a percentage with the answers that it is of, or that there are too few.
 *
 * @param name of the estate, category or department
 * @param answers how many there are
 * @param mean score
 */
record ResultView(
    String name,
    String answers,
    Cell mean,
    Cell satisfied,
    Cell solved,
    Cell dissatisfied,
    long unreached,
    long declined) {

  /** All that have answers beside them, in the order of the columns. */
  public List<Cell> cells() {
    return List.of(mean, satisfied, solved, dissatisfied);
  }

  /**
   * @param value empty string when there are too few answers
   * @param of the answers that it is of, in words
   */
  record Cell(String value, String of) {}

  /**
   * A table of them.
   *
   * @param code {@code estate, category, department}
   */
  record Table(String code, String title, List<ResultView> lines) {}
}
