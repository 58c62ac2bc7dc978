package cn.wuye.hotline.backend.message;

import cn.wuye.hotline.ivr.data.Sha256;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The secret in an address that opens something without signing in: 128 random bits. Only its hash
 * is kept, which opens nothing.
 */
public final class LinkToken {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");
  private static final int BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private LinkToken() {}

  /** A new one. */
  public static String next() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Whether it can be one. */
  public static boolean wellFormed(String token) {
    return FORM.matcher(token).matches();
  }

  /** What is kept of it, 64 characters. */
  public static String hash(String token) {
    return Sha256.of(token);
  }
}
