package cn.wuye.hotline.ivr.learning;

import java.util.Map;

/**
 * What came out of samples.
 *
 * @param learned without spellings where none was found
 * @param heldBack how samples were heard that had no part in the spellings
 */
public record LearningReport(LearnedPhrase learned, HeldBack heldBack) {

  /**
   * Each sample was heard once with spellings learned from the others; hits, rejections and
   * confusions add up to their number.
   *
   * @param hits heard as the phrase
   * @param rejections nothing was heard: the caller would be asked again
   * @param confusions to what else was heard, how often
   */
  public record HeldBack(int samples, int hits, int rejections, Map<String, Integer> confusions) {
    public HeldBack {
      confusions = Map.copyOf(confusions);
    }

    /** 0–1. */
    public double hitShare() {
      return samples == 0 ? 0 : (double) hits / samples;
    }

    /** How many samples were taken for something else. */
    public int confused() {
      return confusions.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /** Spellings at hand, and more samples of those held back hit than confused. */
  public boolean useful() {
    return !learned.spellings().isEmpty() && heldBack.hits() > heldBack.confused();
  }
}
