package cn.wuye.hotline.backend.idempotency;

import cn.wuye.hotline.ivr.data.Sha256;

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
    return new IdempotentRequest(client, key, Sha256.of(contents));
  }
}
