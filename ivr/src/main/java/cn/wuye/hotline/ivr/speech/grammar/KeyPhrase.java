package cn.wuye.hotline.ivr.speech.grammar;

import cn.wuye.hotline.ivr.speech.Recognized;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the phrase that was said within a longer answer ("嗯，我住阳光花园那边"). Strict: the phrase must be
 * whole, of two syllables at least, surely heard, not denied and the only one. A grammar hears two
 * syllables of its own in almost any sentence: these must be most of what was said, or open it as
 * unhurriedly as an answer ("不是，我说的是……").
 */
final class KeyPhrase {
  private static final double SURE = 0.9;
  private static final int SHORTEST = 2;

  /** From so many syllables on a phrase is seldom heard where it was not said. */
  private static final int DISTINCT = 3;

  /** Share of the utterance's time. */
  private static final double MOST = 0.5;

  /** Two syllables of an answer last half a second and more, those of a sentence a third. */
  private static final double UNHURRIED_SECONDS = 0.42;

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
      several |= !phrase.isEmpty() && !spoken.contains(longest) && !form.phrase().equals(phrase);
      longest = spoken;
      phrase = form.phrase();
    }
    return phrase.isEmpty() || several || !answers(text, longest, heard.words())
        ? Optional.empty()
        : Optional.of(new Recognized(phrase, WORTH, true));
  }

  private static boolean said(String text, String spoken) {
    int at = text.indexOf(spoken);
    return at >= 0 && (at == 0 || DENIALS.indexOf(text.charAt(at - 1)) < 0);
  }

  /** Whether a phrase in the sure text is the answer, not a part of a sentence. */
  private static boolean answers(String text, String spoken, List<Hypothesis.Word> words) {
    if (spoken.length() >= DISTINCT) {
      return true;
    }
    boolean[] own = places(text, spoken);
    double all = 0;
    double phrase = 0;
    boolean forced = true;
    int begin = 0;
    for (Hypothesis.Word word : words) {
      int length = written(word).length();
      int shared = count(own, begin, begin + length);
      all += word.seconds();
      phrase += word.seconds() * shared / Math.max(1, length);
      // An engine that was given no grammar writes what it likes around the phrase.
      forced &= shared == 0 || shared == length;
      begin += length;
    }
    return phrase >= MOST * all
        || (text.startsWith(spoken) && (!forced || phrase >= UNHURRIED_SECONDS));
  }

  /** Which characters belong to the phrase; each time that she says it counts ("不是不是，按错了"). */
  private static boolean[] places(String text, String spoken) {
    boolean[] own = new boolean[text.length()];
    int at = text.indexOf(spoken);
    while (at >= 0) {
      Arrays.fill(own, at, at + spoken.length(), true);
      at = text.indexOf(spoken, at + spoken.length());
    }
    return own;
  }

  private static int count(boolean[] own, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += own[i] ? 1 : 0;
    }
    return count;
  }

  /** What is certain, with a gap for what is not. */
  private static String sureText(Hypothesis heard) {
    return heard.words().stream().map(KeyPhrase::written).collect(Collectors.joining());
  }

  private static String written(Hypothesis.Word word) {
    return word.garbage() || word.confidence() < SURE ? " " : word.text();
  }
}
