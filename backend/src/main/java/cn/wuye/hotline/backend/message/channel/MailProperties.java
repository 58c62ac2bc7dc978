package cn.wuye.hotline.backend.message.channel;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How e-mail is sent.
 *
 * @param host of the SMTP server; empty: no e-mail is sent
 * @param port 587 with STARTTLS, 465 with TLS
 * @param user empty: without signing in
 * @param password never shown
 * @param from whose name mails carry
 * @param tls {@code starttls, tls, none}
 * @param timeout of connecting, reading and writing each, 0.2–10 s; a mail takes 30 s at most in
 *     all
 */
@Validated
@ConfigurationProperties(value = "hotline.mail", ignoreUnknownFields = false)
record MailProperties(
    @DefaultValue("") @NotNull String host,
    @DefaultValue("587") @Min(1) @Max(65_535) int port,
    @DefaultValue("") @NotNull String user,
    @DefaultValue("") @NotNull String password,
    @DefaultValue("hotline@localhost") @NotNull @Pattern(regexp = "\\S+@\\S+") String from,
    @DefaultValue("starttls") @NotNull @Pattern(regexp = "starttls|tls|none") String tls,
    @DefaultValue("10s") @NotNull @DurationMin(millis = 200) @DurationMax(seconds = 10)
        Duration timeout) {
  @Override
  public String toString() {
    return "MailProperties[" + user + "@" + host + ":" + port + "]";
  }
}
