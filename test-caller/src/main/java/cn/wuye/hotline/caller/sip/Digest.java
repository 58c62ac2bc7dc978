package cn.wuye.hotline.caller.sip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The answer to a server that asks for a password (RFC 2617, MD5). */
final class Digest {
  private static final String MINE = "0a4f113b";

  private Digest() {}

  /**
   * The header's value.
   *
   * @param challenge of the server, one that is not of SHA
   */
  static String answer(String challenge, String method, String uri, String user, String password) {
    String realm = part(challenge, "realm");
    String nonce = part(challenge, "nonce");
    String proof =
        md5(
            String.join(
                ":",
                md5(user + ":" + realm + ":" + password),
                nonce,
                "00000001",
                MINE,
                "auth",
                md5(method + ":" + uri)));
    return ("Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", response=\"%s\","
            + " algorithm=MD5, cnonce=\"%s\", opaque=\"%s\", qop=auth, nc=00000001")
        .formatted(user, realm, nonce, uri, proof, MINE, part(challenge, "opaque"));
  }

  private static String part(String challenge, String name) {
    Matcher matcher = Pattern.compile(name + "=\"([^\"]*)\"").matcher(challenge);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
