package cn.wuye.hotline.ivr.intent;

import java.util.Arrays;

/**
 * Two texts of one utterance beside each other, sound by sound: what was heard, and what was said.
 * Both in simplified characters, standard words and Chinese numerals, without punctuation. Takes
 * memory by the product of both lengths.
 */
public final class SoundAlignment {
  private static final double MISSING_OR_EXTRA = 0.8;
  private static final int NOTHING = -1;

  private final Utterance heard;
  private final Utterance said;

  /** For each sound that was said the one that was heard for it, or {@value #NOTHING}. */
  private final int[] counterparts;

  private SoundAlignment(Utterance heard, Utterance said) {
    this.heard = heard;
    this.said = said;
    this.counterparts = counterparts(heard, said);
  }

  /** Lays them beside each other, so that what sounds alike stands together. */
  public static SoundAlignment of(String heard, String said) {
    return new SoundAlignment(Utterance.of(heard), Utterance.of(said));
  }

  /** All that was heard. */
  public String heard() {
    return heard.written();
  }

  /** All that was said. */
  public String said() {
    return said.written();
  }

  /** What was heard in place of what was said from one index (inclusive) to another (exclusive). */
  public String inPlaceOf(int from, int to) {
    int[] found = Arrays.stream(counterparts, from, to).filter(index -> index != NOTHING).toArray();
    return found.length == 0 ? "" : heard.written(found[0], found[found.length - 1] + 1);
  }

  /** How many of the characters that were said there were heard as others, or not at all. */
  public int misheard(int from, int to) {
    int wrong = 0;
    for (int i = from; i < to; i++) {
      int at = counterparts[i];
      wrong += at == NOTHING || heard.at(at).written() != said.at(i).written() ? 1 : 0;
    }
    return wrong;
  }

  private static int[] counterparts(Utterance heard, Utterance said) {
    double[][] costs = costs(heard, said);
    int[] counterparts = new int[said.length()];
    Arrays.fill(counterparts, NOTHING);
    int i = said.length();
    int j = heard.length();
    while (i > 0 && j > 0) {
      if (costs[i][j] == costs[i - 1][j - 1] + said.at(i - 1).distance(heard.at(j - 1))) {
        counterparts[--i] = --j;
      } else if (costs[i][j] == costs[i - 1][j] + MISSING_OR_EXTRA) {
        i--;
      } else {
        j--;
      }
    }
    return counterparts;
  }

  /** What it costs at least to make the beginning of one of the beginning of the other. */
  private static double[][] costs(Utterance heard, Utterance said) {
    double[][] costs = new double[said.length() + 1][heard.length() + 1];
    for (int i = 0; i <= said.length(); i++) {
      for (int j = 0; j <= heard.length(); j++) {
        if (i == 0 || j == 0) {
          costs[i][j] = (i + j) * MISSING_OR_EXTRA;
          continue;
        }
        double replaced = costs[i - 1][j - 1] + said.at(i - 1).distance(heard.at(j - 1));
        double missing = costs[i - 1][j] + MISSING_OR_EXTRA;
        double extra = costs[i][j - 1] + MISSING_OR_EXTRA;
        costs[i][j] = Math.min(replaced, Math.min(missing, extra));
      }
    }
    return costs;
  }
}
