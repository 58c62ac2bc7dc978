package cn.wuye.hotline.backend.message.channel;

import cn.wuye.hotline.backend.message.IncomingText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a provider other than Twilio hands on, as {@link SmsProperties.Reply} describes it. */
@Component
public class HttpReplies {
  /** Where it does. */
  public static final String PATH = "/callbacks/sms/http/reply";

  private static final Logger log = LoggerFactory.getLogger(HttpReplies.class);
  private static final String ALGORITHM = "HmacSHA256";

  private final SmsProperties.Reply settings;
  private final JsonMapper json;

  HttpReplies(SmsProperties sms, JsonMapper json) {
    this.settings = sms.reply();
    this.json = json;
  }

  /** Whether who asks knows the secret. */
  public boolean known(String key) {
    return !settings.secret().isEmpty() && equal(settings.secret(), key);
  }

  /**
   * Whether who has sent it knows the secret.
   *
   * @param signature HMAC-SHA256 of the body with the secret, hexadecimal
   */
  public boolean signed(byte[] body, String signature) {
    return !settings.secret().isEmpty() && equal(hmac(body), signature);
  }

  /**
   * What a JSON text holds: one object, or an array of them. One of several that cannot be read
   * takes no others with it.
   *
   * @throws IllegalArgumentException when it is none, or none of them has a sender and an id
   */
  public List<IncomingText> read(byte[] body) {
    try {
      JsonNode root = json.readTree(body);
      List<IncomingText> all = new ArrayList<>();
      Optional<IllegalArgumentException> unreadable = Optional.empty();
      for (JsonNode each : root.isArray() ? root : List.of(root)) {
        try {
          all.add(text(each));
        } catch (IllegalArgumentException e) {
          log.warn("one of the texts that the SMS provider handed on: {}", e.getMessage());
          unreadable = Optional.of(e);
        }
      }
      if (all.isEmpty() && unreadable.isPresent()) {
        throw unreadable.get();
      }
      return all;
    } catch (JacksonException noJson) {
      throw new IllegalArgumentException("no JSON", noJson);
    }
  }

  /**
   * What a form holds.
   *
   * @throws IllegalArgumentException when it has no sender or no id
   */
  public IncomingText read(Map<String, String> form) {
    return text(
        form.getOrDefault(settings.fromField().substring(1), ""),
        form.getOrDefault(settings.textField().substring(1), ""),
        form.getOrDefault(settings.idField().substring(1), ""));
  }

  private static String at(JsonNode node, String pointer) {
    return node.at(pointer).asString("");
  }

  private IncomingText text(JsonNode node) {
    return text(
        at(node, settings.fromField()),
        at(node, settings.textField()),
        at(node, settings.idField()));
  }

  private static IncomingText text(String from, String words, String id) {
    if (from.isBlank() || id.isBlank()) {
      throw new IllegalArgumentException("no sender, or no id");
    }
    return new IncomingText("http", id.strip(), from.strip(), words);
  }

  private String hmac(byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static boolean equal(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
