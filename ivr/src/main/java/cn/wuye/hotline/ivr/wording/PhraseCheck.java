package cn.wuye.hotline.ivr.wording;

import cn.wuye.hotline.ivr.wording.Finding.Code;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks that a phrase can be looked for. */
final class PhraseCheck {
  private static final int LONGEST = 30;

  /** A "=" at the beginning, and parts joined by "*". */
  private static final Pattern READABLE =
      Pattern.compile("=?[\\p{IsHan}\\p{L}\\d]+(\\*[\\p{IsHan}\\p{L}\\d]+){0,3}");

  private PhraseCheck() {}

  /** What is wrong with a phrase; single syllables are too common to mean anything. */
  static Optional<Finding> of(String field, String phrase) {
    if (!READABLE.matcher(phrase).matches()) {
      return Optional.of(Finding.of(field, Code.PHRASE_UNREADABLE, phrase));
    }
    if (phrase.length() > LONGEST) {
      return Optional.of(Finding.of(field, Code.PHRASE_TOO_LONG, LONGEST, phrase));
    }
    return plain(phrase).length() < 2
        ? Optional.of(Finding.of(field, Code.PHRASE_TOO_SHORT, phrase))
        : Optional.empty();
  }

  /** The phrase as somebody says it. */
  static String plain(String phrase) {
    return phrase.replace("=", "").replace("*", "");
  }
}
