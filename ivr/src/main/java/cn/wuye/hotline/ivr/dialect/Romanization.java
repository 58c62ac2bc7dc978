package cn.wuye.hotline.ivr.dialect;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the sound of a dialect is written in Latin letters. */
enum Romanization {
  /** It is not. */
  NONE("", " "),
  /** Cantonese: every syllable ends in the number of its tone. */
  JYUTPING("[a-z]{1,6}[1-6]", " "),
  /** Minnan: tones are marks above the letters, syllables of a word are joined by hyphens. */
  TAILO("[\\p{IsLatin}\\p{M}]+", "--?| ");

  private final Pattern syllable;
  private final Pattern between;

  Romanization(String syllable, String between) {
    this.syllable = Pattern.compile(syllable);
    this.between = Pattern.compile(between);
  }

  static Optional<Romanization> of(String code) {
    return Arrays.stream(values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(code))
        .findFirst();
  }

  /** How many syllables are written there; -1 when one of them is none. */
  int syllables(String written) {
    String[] syllables = between.split(written, -1);
    boolean wrong = Arrays.stream(syllables).anyMatch(each -> !syllable.matcher(each).matches());
    return wrong ? -1 : syllables.length;
  }
}
