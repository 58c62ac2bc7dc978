package cn.wuye.hotline.ivr.prompt;

import java.util.regex.Pattern;

/** Words as a synthesiser must be given them, and the pauses that their punctuation asks for. */
record SpokenText(String text) {
  private static final String DIGITS = "零幺二三四五六七八九";
  private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{3,}");
  private static final Pattern NOTHING_TO_SAY =
      Pattern.compile("[\\s\\p{Punct}\\p{IsPunctuation}]*");
  private static final String SENTENCE_ENDS = "。？！.?!";
  private static final String PAUSES = "，、；：,;:";

  /** Numbers of three figures and more are telephone numbers and the like: one by one. */
  String said() {
    return LONG_NUMBER
        .matcher(text)
        .replaceAll(
            match -> {
              StringBuilder digits = new StringBuilder();
              match.group().chars().forEach(digit -> digits.append(DIGITS.charAt(digit - '0')));
              return digits.toString();
            });
  }

  boolean silent() {
    return NOTHING_TO_SAY.matcher(text).matches();
  }

  /** Seconds of silence before the words. */
  double lead() {
    return !text.isEmpty() && PAUSES.indexOf(text.charAt(0)) >= 0 ? 0.15 : 0;
  }

  /** Seconds of silence after the words, so that pieces can follow each other without a gap. */
  double tail() {
    char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
    if (SENTENCE_ENDS.indexOf(last) >= 0) {
      return 0.35;
    }
    return PAUSES.indexOf(last) >= 0 ? 0.2 : 0.03;
  }
}
