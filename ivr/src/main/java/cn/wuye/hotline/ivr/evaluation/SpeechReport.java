package cn.wuye.hotline.ivr.evaluation;

import java.util.List;
import java.util.Map;

/**
 * How well a set of recordings was understood.
 *
 * @param all the whole set
 * @param menu the answers to a choice among it
 * @param dialects by dialect
 * @param noises by noise level
 * @param mistakes what was taken for something else, in the order of the set
 */
public record SpeechReport(
    Figures all,
    Figures menu,
    Map<String, Figures> dialects,
    Map<String, Figures> noises,
    List<Mistake> mistakes) {
  public SpeechReport {
    mistakes = List.copyOf(mistakes);
  }

  /**
   * Counts; the three outcomes of {@code own} add up to it.
   *
   * @param own recordings of which something should be understood
   * @param right understood as meant
   * @param rejected nothing was understood: the caller would be asked again
   * @param wrong something else was understood
   * @param foreign recordings of which nothing may be understood
   * @param falseAccepts of these, those of which the open question or the choice understood
   *     something
   * @param characterErrors wrong, missing and surplus characters of free recognition
   * @param characters how many were said where recognition was free
   */
  public record Figures(
      int own,
      int right,
      int rejected,
      int wrong,
      int foreign,
      int falseAccepts,
      int characterErrors,
      int characters) {

    /** 0–1, more where more was heard than said; 0 when nothing was said. */
    public double characterErrorRate() {
      return share(characterErrors, characters);
    }

    /** 0–1, of {@code own}. */
    public double accuracy() {
      return share(right, own);
    }

    /** 0–1, of {@code own}. */
    public double rejectedShare() {
      return share(rejected, own);
    }

    /** 0–1, of {@code own}. */
    public double wrongShare() {
      return share(wrong, own);
    }

    /** 0–1, of {@code foreign}. */
    public double falseAcceptShare() {
      return share(falseAccepts, foreign);
    }

    private static double share(int some, int all) {
      return all == 0 ? 0 : (double) some / all;
    }
  }

  /**
   * A recording that was taken for something else.
   *
   * @param heard the text of the recogniser
   * @param understood the intent; never empty
   */
  public record Mistake(SpokenClip clip, String heard, String understood) {}
}
