package cn.wuye.hotline.ivr.speech.grammar;

import java.util.List;

/**
 * A Mandarin syllable without tone.
 *
 * @param initial {@code zh}, {@code d} …; empty for none
 * @param rime the rest, written in full: {@code iou} for the <i>-iu</i> of 六 and the <i>you</i> of
 *     有 alike, {@code v} for ü
 */
record Syllable(String initial, String rime) {
  private static final List<String> INITIALS =
      List.of(
          "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x",
          "r", "z", "c", "s");

  /** From pinyin as written, tones left out, ü or v: {@code zhuang}, {@code you}, {@code nü}. */
  static Syllable of(String pinyin) {
    String letters = pinyin.replace("ü", "v").replace("u:", "v");
    for (String initial : INITIALS) {
      if (letters.startsWith(initial)) {
        return new Syllable(initial, full(initial, letters.substring(initial.length())));
      }
    }
    return new Syllable("", withoutGlide(letters));
  }

  private static String full(String initial, String rime) {
    if ("jqx".contains(initial) && rime.startsWith("u")) {
      return "v" + rime.substring(1);
    }
    return switch (rime) {
      case "iu" -> "iou";
      case "ui" -> "uei";
      case "un" -> "uen";
      case "ue" -> "ve";
      default -> rime;
    };
  }

  private static String withoutGlide(String letters) {
    if (letters.startsWith("yu") && !letters.startsWith("you")) {
      return "v" + letters.substring(2);
    }
    if (letters.startsWith("y")) {
      return letters.startsWith("yi") ? letters.substring(1) : "i" + letters.substring(1);
    }
    if (letters.startsWith("w")) {
      return letters.startsWith("wu") ? letters.substring(1) : "u" + letters.substring(1);
    }
    return letters;
  }
}
