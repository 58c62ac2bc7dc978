package cn.wuye.hotline.ivr.intent;

import cn.wuye.hotline.ivr.dialect.AccentRule;
import cn.wuye.hotline.ivr.dialect.Dialects;
import java.util.List;
import java.util.Set;

/**
 * Differences of sound that many speakers of Chinese do not make ({@link AccentRule}). Tones are
 * left out before.
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

  private static final Accent SHIPPED = new Accent(Dialects.shipped().accents());

  private final Set<AccentRule> rules;

  /**
   * @param rules the differences that are not made
   */
  Accent(Set<AccentRule> rules) {
    this.rules = Set.copyOf(rules);
  }

  /** What the speakers of any dialect do not tell apart. */
  static Accent shipped() {
    return SHIPPED;
  }

  /** The syllable as it is when none of these differences is made. */
  String fold(String syllable) {
    String s = syllable.replace('ü', 'v');
    String initial = initial(s);
    String rest = s.substring(initial.length());
    if (rules.contains(AccentRule.F_H) && initial.equals("h") && rest.startsWith("u")) {
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
    if (rules.contains(AccentRule.F_H) && initial.equals("h") && rest.equals("ong")) {
      initial = "f";
      rest = "eng";
    }
    initial =
        switch (initial) {
          case "zh" -> without(AccentRule.ZH_Z, initial, "z");
          case "ch" -> without(AccentRule.CH_C, initial, "c");
          case "sh" -> without(AccentRule.SH_S, initial, "s");
          case "n" -> without(AccentRule.N_L, initial, "l");
          case "r" -> without(AccentRule.R_L, initial, "l");
          default -> initial;
        };
    return initial + nasal(rest);
  }

  private String nasal(String rest) {
    String shorter = rest.substring(0, Math.max(0, rest.length() - 1));
    if (rest.endsWith("ang")) {
      return without(AccentRule.AN_ANG, rest, shorter);
    }
    if (rest.endsWith("eng")) {
      return without(AccentRule.EN_ENG, rest, shorter);
    }
    return rest.endsWith("ing") ? without(AccentRule.IN_ING, rest, shorter) : rest;
  }

  private String without(AccentRule rule, String told, String notTold) {
    return rules.contains(rule) ? notTold : told;
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
