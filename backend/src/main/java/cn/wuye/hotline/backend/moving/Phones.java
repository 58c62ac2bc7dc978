package cn.wuye.hotline.backend.moving;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.text.Normalizer;
import java.util.Optional;

/** Telephone numbers as people write them: 138-0000-0001, （0571）8765 4321, +86 138…. */
final class Phones {
  private static final int SHORTEST = 3;

  private Phones() {}

  static Optional<PhoneNumber> read(String text) {
    String digits =
        Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s()\\-–—.]", "");
    if (!digits.matches("\\+?[0-9]{" + SHORTEST + ",20}")) {
      return Optional.empty();
    }
    boolean mobile = digits.startsWith("1") && !digits.startsWith("10") && !digits.startsWith("12");
    // A mobile has eleven digits: with one too few it would be kept, and never reach anybody.
    return mobile && digits.length() >= 7 && digits.length() != 11
        ? Optional.empty()
        : Optional.of(new PhoneNumber(digits));
  }
}
