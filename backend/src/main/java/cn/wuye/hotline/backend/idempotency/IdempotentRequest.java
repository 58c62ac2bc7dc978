package cn.wuye.hotline.backend.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A request that must be done once.
 *
 * @param client who sent it
 * @param key chosen by the client, 1–200 characters
 * @param hash of what it wants, 64 hexadecimal digits
 */
public record IdempotentRequest(String client, String key, String hash) {
  /** Longest key accepted. */
  public static final int MAX_KEY = 200;

  /**
   * @param contents all that it wants, as one text
   */
  public static IdempotentRequest of(String client, String key, String contents) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(contents.getBytes(StandardCharsets.UTF_8));
      return new IdempotentRequest(client, key, HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }
}
