package cn.wuye.hotline.backend.ticket.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in the one form in which texts and queries meet: half-width, lower case, simplified, with
 * digits where a number counts a place (三号楼 is 3号楼). Knows where in the original each of its
 * characters comes from.
 */
final class Folded {
  private static final Pattern COUNTED = Pattern.compile("[零〇一二两三四五六七八九十百幺]+(?=[号栋幢座楼层单室门期区])");

  private final StringBuilder text = new StringBuilder();
  private int[] from = new int[64];
  private int[] to = new int[64];

  private Folded() {}

  static Folded of(String original) {
    Folded characters = new Folded();
    for (int at = 0; at < original.length(); ) {
      int character = original.codePointAt(at);
      int end = at + Character.charCount(character);
      characters.add(folded(character), at, end);
      at = end;
    }
    return characters.counted();
  }

  /** The folded text, punctuation and blanks included. */
  String text() {
    return text.toString();
  }

  /** Letters and digits only, everything between them one blank. */
  String runs() {
    return runs(text.toString());
  }

  static String runs(String folded) {
    StringBuilder runs = new StringBuilder();
    folded
        .codePoints()
        .forEach(
            character -> {
              if (Character.isLetterOrDigit(character)) {
                runs.appendCodePoint(character);
              } else if (!runs.isEmpty() && runs.charAt(runs.length() - 1) != ' ') {
                runs.append(' ');
              }
            });
    return runs.toString().strip();
  }

  /** Where the original of these characters begins. */
  int originalFrom(int start) {
    return from[start];
  }

  /**
   * Where the original of these characters ends.
   *
   * @param end exclusive, at least 1
   */
  int originalTo(int end) {
    return to[end - 1];
  }

  private static String folded(int character) {
    if (character < 0x80) {
      return String.valueOf((char) Character.toLowerCase(character));
    }
    String plain =
        Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT);
    StringBuilder simplified = new StringBuilder();
    plain.codePoints().map(Traditional::simplified).forEach(simplified::appendCodePoint);
    return simplified.toString();
  }

  private Folded counted() {
    Matcher numerals = COUNTED.matcher(text);
    if (!numerals.find()) {
      return this;
    }
    Folded counted = new Folded();
    int done = 0;
    do {
      counted.copy(this, done, numerals.start());
      counted.add(
          ChineseNumerals.digits(numerals.group()), from[numerals.start()], to[numerals.end() - 1]);
      done = numerals.end();
    } while (numerals.find());
    counted.copy(this, done, text.length());
    return counted;
  }

  private void copy(Folded other, int start, int end) {
    for (int i = start; i < end; i++) {
      add(String.valueOf(other.text.charAt(i)), other.from[i], other.to[i]);
    }
  }

  private void add(String characters, int start, int end) {
    for (int i = 0; i < characters.length(); i++) {
      if (text.length() == from.length) {
        from = Arrays.copyOf(from, 2 * from.length);
        to = Arrays.copyOf(to, 2 * to.length);
      }
      from[text.length()] = start;
      to[text.length()] = end;
      text.append(characters.charAt(i));
    }
  }
}
