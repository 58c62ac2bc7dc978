package cn.wuye.hotline.backend.floor.node;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * By what a node knows that a request comes from another: a code that only who has the cluster's
 * secret can make, over who asks whom for what and when. It is of no use at another node, for
 * another request, or later.
 */
final class NodeToken {
  /** Who asks. */
  static final String FROM = "X-Hotline-Node";

  /** When, in seconds since 1970. */
  static final String AT = "X-Hotline-At";

  /** The code: 64 hexadecimal digits. */
  static final String CODE = "X-Hotline-Code";

  /** The clocks of two nodes may differ by this. */
  private static final Duration TOLERANCE = Duration.ofMinutes(2);

  private static final String ALGORITHM = "HmacSHA256";

  private final String secret;

  /**
   * @param secret of the cluster; without one nobody is believed
   */
  NodeToken(String secret) {
    this.secret = secret;
  }

  /** Whether this node has a secret at all. */
  boolean possible() {
    return !secret.isEmpty();
  }

  /**
   * The code of a request.
   *
   * @param target path and query
   */
  String code(String from, String to, long at, String method, String target) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      String what = String.join("\n", List.of("node", from, to, Long.toString(at), method, target));
      return HexFormat.of().formatHex(mac.doFinal(what.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /**
   * Whether a request is another node's.
   *
   * @param at as it came
   * @param code as it came
   */
  boolean valid(
      String from, String to, String at, String method, String target, String code, Instant now) {
    if (!possible() || from.isEmpty() || from.equals(to) || !at.matches("[0-9]{1,12}")) {
      return false;
    }
    long second = Long.parseLong(at);
    boolean fresh =
        Duration.between(Instant.ofEpochSecond(second), now).abs().compareTo(TOLERANCE) <= 0;
    byte[] right = code(from, to, second, method, target).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(right, code.getBytes(StandardCharsets.UTF_8)) && fresh;
  }
}
