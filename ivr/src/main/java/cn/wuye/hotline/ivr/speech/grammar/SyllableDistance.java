package cn.wuye.hotline.ivr.speech.grammar;

import java.util.List;
import java.util.Set;

/** How easily one Mandarin syllable is taken for another; accents of the South are near. */
final class SyllableDistance {
  /** Initials that many speakers do not tell apart. */
  private static final List<Set<String>> SAME_FOR_MANY =
      List.of(
          Set.of("zh", "z"),
          Set.of("ch", "c"),
          Set.of("sh", "s"),
          Set.of("n", "l"),
          Set.of("r", "l"),
          Set.of("f", "h"));

  /** Initials that a line of 8 kHz makes alike. */
  private static final List<Set<String>> ALIKE =
      List.of(
          Set.of("b", "p"),
          Set.of("d", "t"),
          Set.of("g", "k"),
          Set.of("j", "q", "zh", "ch"),
          Set.of("z", "c", "zh", "ch", "j"),
          Set.of("x", "sh", "s"),
          Set.of("m", "n"),
          Set.of("k", "h"));

  private static final double INITIAL_SHARE = 0.45;

  private SyllableDistance() {}

  static double between(List<Syllable> some, List<Syllable> others) {
    return new EditDistance<Syllable>(SyllableDistance::replace, one -> 1).between(some, others);
  }

  static double replace(Syllable one, Syllable other) {
    return INITIAL_SHARE * initials(one.initial(), other.initial())
        + (1 - INITIAL_SHARE) * rimes(one.rime(), other.rime());
  }

  private static double initials(String one, String other) {
    if (one.equals(other)) {
      return 0;
    }
    if (together(SAME_FOR_MANY, one, other)) {
      return 0.2;
    }
    return together(ALIKE, one, other) ? 0.5 : 1;
  }

  private static boolean together(List<Set<String>> groups, String one, String other) {
    return groups.stream().anyMatch(group -> group.contains(one) && group.contains(other));
  }

  private static double rimes(String one, String other) {
    if (one.equals(other)) {
      return 0;
    }
    if (vowels(one).equals(vowels(other))) {
      // an and ang, in and ing: one sound for many speakers; a nasal against none is not.
      return nasal(one) && nasal(other) ? 0.15 : 0.4;
    }
    return one.charAt(one.length() - 1) == other.charAt(other.length() - 1) ? 0.6 : 1;
  }

  private static boolean nasal(String rime) {
    return rime.endsWith("n") || rime.endsWith("g");
  }

  private static String vowels(String rime) {
    return rime.replaceAll("n?g?$", "");
  }
}
