package cn.wuye.hotline.ivr.intent;

import java.util.List;
import java.util.Set;

/**
 * Differences of sound that many speakers of Chinese do not make: zh/z, ch/c, sh/s, n/l, r/l, f/h,
 * an/ang, en/eng, in/ing. Tones are left out before.
 */
final class Accent {
  private static final List<Set<String>> NEIGHBOURS =
      List.of(
          Set.of("b", "p"),
          Set.of("d", "t"),
          Set.of("g", "k", "f"),
          Set.of("j", "q", "x"),
          Set.of("z", "c", "s"),
          Set.of("m", "l"),
          Set.of("", "w", "y"));

  private Accent() {}

  /** The syllable as it is when none of these differences is made. */
  static String fold(String syllable) {
    String s = syllable.replace('ü', 'v');
    String initial = initial(s);
    String rest = s.substring(initial.length());
    if (initial.equals("h") && rest.startsWith("u")) {
      // hua/fa, hui/fei, huan/fan, hun/fen, huang/fang: "花" and "发" are one sound from Hunan to
      // Fujian.
      initial = "f";
      rest =
          switch (rest) {
            case "u" -> "u";
            case "ui" -> "ei";
            case "un" -> "en";
            case "uo" -> "o";
            default -> rest.substring(1);
          };
    }
    if (initial.equals("h") && rest.equals("ong")) {
      initial = "f";
      rest = "eng";
    }
    initial =
        switch (initial) {
          case "zh" -> "z";
          case "ch" -> "c";
          case "sh" -> "s";
          case "n", "r" -> "l";
          default -> initial;
        };
    if (rest.endsWith("ang") || rest.endsWith("eng") || rest.endsWith("ing")) {
      rest = rest.substring(0, rest.length() - 1);
    }
    return initial + rest;
  }

  /**
   * Whether recognisers and ears mix up two folded syllables: the same final after initials that
   * are made at the same place (b/p, d/t, g/k …), or the same initial before finals that begin or
   * end alike.
   */
  static boolean similar(String one, String other) {
    String a = initial(one);
    String b = initial(other);
    String restOfOne = one.substring(a.length());
    String restOfOther = other.substring(b.length());
    if (restOfOne.isEmpty() || restOfOther.isEmpty()) {
      return false;
    }
    if (restOfOne.equals(restOfOther)) {
      return NEIGHBOURS.stream().anyMatch(group -> group.contains(a) && group.contains(b));
    }
    return a.equals(b)
        && !a.isEmpty()
        && (restOfOne.startsWith(restOfOther)
            || restOfOther.startsWith(restOfOne)
            || restOfOne.endsWith(restOfOther)
            || restOfOther.endsWith(restOfOne));
  }

  private static String initial(String syllable) {
    int end = 0;
    while (end < syllable.length() && "aeiouv".indexOf(syllable.charAt(end)) < 0) {
      end++;
    }
    return syllable.substring(0, end);
  }
}
