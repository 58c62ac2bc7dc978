package cn.wuye.hotline.backend.message.channel;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How SMS are sent.
 *
 * @param provider {@code none, twilio, http}
 * @param timeout of one attempt, 0.2–30 s
 * @param reply how the provider hands on what people answer
 */
@Validated
@ConfigurationProperties(value = "hotline.sms", ignoreUnknownFields = false)
public record SmsProperties(
    @DefaultValue("none") @NotNull @Pattern(regexp = "none|twilio|http") String provider,
    @DefaultValue("15s") @NotNull @DurationMin(millis = 200) @DurationMax(seconds = 30)
        Duration timeout,
    @DefaultValue @Valid Twilio twilio,
    @DefaultValue @Valid Http http,
    @DefaultValue @Valid Reply reply) {

  /** Whether the chosen provider has what it needs. */
  @AssertTrue(
      message =
          "hotline.sms.provider=twilio needs hotline.sms.twilio.account, .token and .from;"
              + " http needs hotline.sms.http.url")
  boolean isComplete() {
    return switch (provider) {
      case "twilio" ->
          !twilio.account().isEmpty() && !twilio.token().isEmpty() && !twilio.from().isEmpty();
      case "http" -> !http.url().isEmpty();
      default -> true;
    };
  }

  /** Whether what people answer can be known to come from the provider. */
  @AssertTrue(
      message =
          "hotline.sms.reply.enabled needs hotline.sms.twilio.token and .public-url, or with"
              + " provider=http hotline.sms.reply.secret")
  boolean isReplyChecked() {
    return !reply.enabled()
        || switch (provider) {
          case "twilio" -> !twilio.token().isEmpty() && !twilio.publicUrl().isEmpty();
          case "http" -> !reply.secret().isEmpty();
          default -> false;
        };
  }

  /**
   * Twilio.
   *
   * @param account the account's SID
   * @param token its secret, which also signs call-backs; never shown
   * @param from a number in international form, or the SID of a messaging service ({@code MG…})
   * @param url Twilio's address, or that of a proxy before it
   * @param publicUrl this hotline's address as Twilio sees it, {@code https://hotline.example.cn};
   *     empty: what becomes of a message is not told
   */
  public record Twilio(
      @DefaultValue("") @NotNull String account,
      @DefaultValue("") @NotNull String token,
      @DefaultValue("") @NotNull @Pattern(regexp = "|\\+[0-9]{5,15}|MG[0-9a-fA-F]{32}") String from,
      @DefaultValue("https://api.twilio.com") @NotNull @Pattern(regexp = "https?://[^/]+")
          String url,
      @DefaultValue("") @NotNull @Pattern(regexp = "|https?://.+[^/]") String publicUrl) {
    @Override
    public String toString() {
      return "Twilio[" + account + " at " + url + "]";
    }
  }

  /**
   * Any provider that takes an SMS by one HTTP request. {@code {to}} (138…), {@code {e164}}
   * (+86138…), {@code {text}} and {@code {id}} are replaced in address, headers and body, escaped
   * as each needs it.
   *
   * @param url with variables where it needs them
   * @param method {@code POST, PUT, GET}
   * @param headers {@code Name: value}, one a line or separated by " | "; never shown
   * @param body a JSON text, or a form where the header Content-Type says so
   * @param successField JSON pointer into the answer, {@code /code}; empty: every 2xx is a success
   * @param successValue what stands there when it was taken
   * @param idField JSON pointer to the provider's name of the message; may be empty
   */
  public record Http(
      @DefaultValue("") @NotNull @Pattern(regexp = "|https?://.+") String url,
      @DefaultValue("POST") @NotNull @Pattern(regexp = "POST|PUT|GET") String method,
      @DefaultValue("") @NotNull String headers,
      @DefaultValue("{\"mobile\":\"{to}\",\"content\":\"{text}\",\"requestId\":\"{id}\"}") @NotNull
          String body,
      @DefaultValue("") @NotNull @Pattern(regexp = "|/.+") String successField,
      @DefaultValue("0") @NotNull String successValue,
      @DefaultValue("") @NotNull @Pattern(regexp = "|/.+") String idField) {
    @Override
    public String toString() {
      return "Http[" + method + " " + url + "]";
    }
  }

  /**
   * How a provider hands on what people answer. Twilio has ways of its own; any other sends a
   * request with a JSON object, a JSON array of several, or a form.
   *
   * @param enabled whether it does: people are told that they may answer
   * @param secret by which the provider is known, at least 16 characters; empty: nothing is taken;
   *     never shown
   * @param fromField JSON pointer to the sender's number; of a form the field's name after the "/"
   * @param textField to what was written, likewise
   * @param idField to what the provider knows it by, likewise
   */
  public record Reply(
      @DefaultValue("false") boolean enabled,
      @DefaultValue("") @NotNull @Pattern(regexp = "|\\S{16,200}") String secret,
      @DefaultValue("/mobile") @NotNull @Pattern(regexp = "/.+") String fromField,
      @DefaultValue("/content") @NotNull @Pattern(regexp = "/.+") String textField,
      @DefaultValue("/id") @NotNull @Pattern(regexp = "/.+") String idField) {
    @Override
    public String toString() {
      return "Reply[" + fromField + " " + textField + " " + idField + "]";
    }
  }
}
