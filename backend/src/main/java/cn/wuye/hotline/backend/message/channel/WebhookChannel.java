package cn.wuye.hotline.backend.message.channel;

import cn.wuye.hotline.backend.message.Webhooks;
import cn.wuye.hotline.backend.message.template.Medium;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Tells a company's system, signed as Standard Webhooks has it: HMAC-SHA256 over {@code
 * id.timestamp.body}, base64. The id is the same for all attempts; time-outs, 429 and 5xx are tried
 * again, anything else waits for a person.
 */
@Component
public class WebhookChannel implements MessageChannel {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final String HMAC = "HmacSHA256";

  private final ObjectProvider<Webhooks> webhooks;
  private final HttpExchange exchange;
  private final Clock clock;

  @Autowired
  WebhookChannel(ObjectProvider<Webhooks> webhooks, Clock clock) {
    this(webhooks, clock, TIMEOUT);
  }

  WebhookChannel(ObjectProvider<Webhooks> webhooks, Clock clock, Duration timeout) {
    this.webhooks = webhooks;
    this.exchange = new HttpExchange(timeout, clock, status -> status != 429 && status / 100 != 5);
    this.clock = clock;
  }

  @Override
  public Medium medium() {
    return Medium.WEBHOOK;
  }

  /**
   * @param message its address is the code of the company
   */
  @Override
  public SendResult send(OutgoingText message) {
    Webhooks known = webhooks.getIfAvailable();
    Webhooks.Where where =
        known == null ? new Webhooks.Nowhere("nobody has webhooks") : known.target(message.to());
    if (where instanceof Webhooks.Nowhere nowhere) {
      return new SendResult.Refused(nowhere.why());
    }
    try {
      exchange.ask(request(message, (Webhooks.There) where));
      return new SendResult.Accepted("");
    } catch (HttpExchange.NotTaken notTaken) {
      return notTaken.result();
    }
  }

  private HttpRequest.Builder request(OutgoingText message, Webhooks.There there) {
    String id = "hotline-" + message.id();
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    return HttpRequest.newBuilder(there.address())
        .header("Content-Type", "application/json; charset=utf-8")
        .header("Webhook-Id", id)
        .header("Webhook-Timestamp", timestamp)
        .header(
            "Webhook-Signature",
            "v1," + signature(there.key(), id + "." + timestamp + "." + message.text()))
        .POST(HttpRequest.BodyPublishers.ofString(message.text()));
  }

  private static String signature(byte[] key, String signed) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
