package cn.wuye.hotline.ivr.speech.grammar;

import cn.wuye.hotline.ivr.speech.Recognized;
import java.util.List;
import java.util.Optional;

/**
 * Finds the phrase that was said within a longer answer ("嗯，我住阳光花园那边"). Strict: the phrase must be
 * whole, of two syllables at least, surely heard, not denied and the only one.
 */
final class KeyPhrase {
  private static final double SURE = 0.9;
  private static final int SHORTEST = 2;
  private static final String DENIALS = "不没别非未";

  /** An answer found inside a longer one is worth less than one that is the whole. */
  private static final double WORTH = 0.7;

  private KeyPhrase() {}

  static Optional<Recognized> in(Hypothesis heard, List<Spelling.Form> forms) {
    String text = sureText(heard);
    String longest = "";
    String phrase = "";
    boolean several = false;
    for (Spelling.Form form : forms) {
      String spoken = form.spoken();
      if (spoken.length() < SHORTEST || !said(text, spoken) || longest.contains(spoken)) {
        continue;
      }
      several = !phrase.isEmpty() && !spoken.contains(longest) && !form.phrase().equals(phrase);
      longest = spoken;
      phrase = form.phrase();
    }
    return phrase.isEmpty() || several
        ? Optional.empty()
        : Optional.of(new Recognized(phrase, WORTH, true));
  }

  private static boolean said(String text, String spoken) {
    int at = text.indexOf(spoken);
    return at >= 0 && (at == 0 || DENIALS.indexOf(text.charAt(at - 1)) < 0);
  }

  /** What is certain, with a gap for what is not. */
  private static String sureText(Hypothesis heard) {
    StringBuilder text = new StringBuilder();
    for (Hypothesis.Word word : heard.words()) {
      text.append(word.garbage() || word.confidence() < SURE ? " " : word.text());
    }
    return text.toString();
  }
}
