package cn.wuye.hotline.backend.token;

import cn.wuye.hotline.ivr.data.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret text of a token: {@code hl_} and 256 random bits. So much chance needs no salt and no
 * slow digest.
 */
record TokenSecret(String text) {
  private static final String MARK = "hl_";
  private static final int SHOWN = MARK.length() + 6;
  private static final SecureRandom RANDOM = new SecureRandom();

  static TokenSecret random() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return new TokenSecret(MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /** Whether it can be one of ours at all. */
  boolean isWellFormed() {
    return text.matches("hl_[A-Za-z0-9_-]{43}");
  }

  /** Its beginning, by which its owner tells it from others. */
  String prefix() {
    return text.substring(0, SHOWN);
  }

  /** What is kept of it. */
  String hash() {
    return Sha256.of(text);
  }

  @Override
  public String toString() {
    return "TokenSecret[***]";
  }
}
