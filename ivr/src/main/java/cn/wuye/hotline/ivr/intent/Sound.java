package cn.wuye.hotline.ivr.intent;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One syllable: a character and the ways it may sound. Two sounds are compared by how likely one is
 * said or recognised for the other.
 *
 * @param written the character itself; digits are written as Chinese numerals
 * @param plain its readings without tones
 * @param folded its readings as all accents together would say them ({@link Accent})
 */
record Sound(char written, List<String> plain, List<String> folded) {
  /** Characters that differ and sound the same: what a recogniser often confuses. */
  static final double SAME_SOUND = 0.05;

  /** The same only for somebody with an accent. */
  static final double SAME_WITH_ACCENT = 0.15;

  /** Often mixed up ({@link Accent#similar}). */
  static final double SIMILAR = 0.4;

  static Sound of(char written, List<String> plain) {
    Set<String> folded = new LinkedHashSet<>();
    for (String each : plain) {
      folded.add(Accent.shipped().fold(each));
    }
    return new Sound(written, List.copyOf(plain), List.copyOf(folded));
  }

  /** 0 for the same character up to 1 for nothing in common. */
  double distance(Sound other) {
    if (written == other.written) {
      return 0;
    }
    if (common(plain, other.plain)) {
      return SAME_SOUND;
    }
    if (common(folded, other.folded)) {
      return SAME_WITH_ACCENT;
    }
    if (folded.isEmpty() || other.folded.isEmpty()) {
      return 1;
    }
    return Accent.similar(folded.get(0), other.folded.get(0)) ? SIMILAR : 1;
  }

  private static boolean common(List<String> some, List<String> others) {
    for (String each : some) {
      if (others.contains(each)) {
        return true;
      }
    }
    return false;
  }
}
