package cn.wuye.hotline.backend.thirdparty;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What signs a company's webhooks: derived from the secret that all nodes have, so that it stands
 * in no table and in no backup of the database.
 */
@Component
public class WebhookKeys {
  private static final String HMAC = "HmacSHA256";

  private final String secret;

  WebhookKeys(@Value("${hotline.cluster.secret:}") String secret) {
    this.secret = secret;
  }

  /** The key of a contract; empty while the nodes have no secret. */
  Optional<byte[]> key(Contract contract) {
    if (secret.isEmpty()) {
      return Optional.empty();
    }
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
      String what = "webhook:" + contract.party() + ":" + contract.webhookKey();
      return Optional.of(mac.doFinal(what.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /** As the company is given it, {@code whsec_…}; empty string while there is none. */
  public String shown(Contract contract) {
    return key(contract).map(key -> "whsec_" + Base64.getEncoder().encodeToString(key)).orElse("");
  }
}
