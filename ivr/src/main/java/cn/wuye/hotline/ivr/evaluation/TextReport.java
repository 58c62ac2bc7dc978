package cn.wuye.hotline.ivr.evaluation;

import java.util.List;

/**
 * How well a set of sentences was understood. Accuracies are shares of all rows, 0–1.
 *
 * @param emergencies how many rows are emergencies
 * @param emergencyRecall the share of them that was taken for one; 1 when there is none
 * @param emergencyFalseAlarms how many of the other rows were taken for one
 * @param unsure how often the caller would have been asked again
 * @param confusions what was taken for what, the most frequent first
 */
public record TextReport(
    int rows,
    double categoryAccuracy,
    double subcategoryAccuracy,
    double urgencyAccuracy,
    double kindAccuracy,
    int emergencies,
    double emergencyRecall,
    int emergencyFalseAlarms,
    int unsure,
    List<Confusion> confusions) {
  public TextReport {
    confusions = List.copyOf(confusions);
  }

  /**
   * One thing that was taken for another.
   *
   * @param what {@code topic, urgency, kind}
   * @param expected the code that the set has; empty string for none
   * @param read the code that was understood
   */
  public record Confusion(String what, String expected, String read, List<Example> examples) {
    public Confusion {
      examples = List.copyOf(examples);
    }

    /** How often. */
    public int count() {
      return examples.size();
    }
  }

  /**
   * A row in which it happened.
   *
   * @param words the emergency word, or the phrases that counted and the topic of each, and by what
   *     it is like known sentences of what was understood
   */
  public record Example(int row, String text, List<String> words) {
    public Example {
      words = List.copyOf(words);
    }
  }
}
