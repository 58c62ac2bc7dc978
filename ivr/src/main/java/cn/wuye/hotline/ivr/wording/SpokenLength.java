package cn.wuye.hotline.ivr.wording;

import java.time.Duration;

/** How long words take to be said, by somebody who speaks clearly to old people. */
final class SpokenLength {
  private static final Duration SYLLABLE = Duration.ofMillis(240);
  private static final Duration SENTENCE = Duration.ofMillis(350);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private SpokenLength() {}

  static Duration of(String text) {
    Duration length = Duration.ZERO;
    for (char c : text.toCharArray()) {
      if (Character.isLetterOrDigit(c)) {
        length = length.plus(SYLLABLE);
      } else if ("。！？.!?".indexOf(c) >= 0) {
        length = length.plus(SENTENCE);
      } else if ("，、；：,;:".indexOf(c) >= 0) {
        length = length.plus(PAUSE);
      }
    }
    return length;
  }
}
