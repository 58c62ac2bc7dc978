package cn.wuye.hotline.backend.resident;

import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * A number as a keyed hash, where the number itself must not be kept. The same on every node; who
 * has the database and not the cluster's secret cannot try all numbers.
 */
@Component
public class NumberHash {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  NumberHash(ClusterProperties cluster) {
    // A cluster without a secret is a developer's machine; an empty key is refused by Java.
    String secret = cluster.secret().isEmpty() ? "no-secret" : cluster.secret();
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** 64 hexadecimal digits. */
  public String of(PhoneNumber number) {
    return of(NumberKey.of(number));
  }

  /** The same of something that stands for a number. */
  public String of(String key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(this.key);
      return HexFormat.of().formatHex(mac.doFinal(key.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
