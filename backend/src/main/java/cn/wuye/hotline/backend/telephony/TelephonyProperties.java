package cn.wuye.hotline.backend.telephony;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The telephone.
 *
 * @param enabled false: this process answers no calls (it serves the console only)
 * @param name the company's name in the greeting, at most 30 characters; {@value #NO_NAME} when
 *     blank
 * @param number what residents dial, 3–20 digits
 * @param recordedPrompts a folder with the operator's own recordings, {@code <key>.wav}; empty for
 *     none
 * @param drain how long calls in progress may go on when the application stops, 0–60 s; less than
 *     {@code spring.lifecycle.timeout-per-shutdown-phase}
 */
@Validated
@ConfigurationProperties(value = "hotline.telephony", ignoreUnknownFields = false)
record TelephonyProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("") @NotNull @Pattern(regexp = ".{0,30}") String name,
    @DefaultValue("4001234567") @NotNull @Pattern(regexp = "\\+?[0-9]{3,20}") String number,
    @DefaultValue("") @NotNull String recordedPrompts,
    @DefaultValue("8s") @NotNull @DurationMin @DurationMax(seconds = 60) Duration drain,
    @DefaultValue @Valid Ami ami,
    @DefaultValue @Valid Listener agi,
    @DefaultValue @Valid AudioSocket audioSocket) {
  static final String NO_NAME = "物业服务";

  TelephonyProperties {
    name = name == null || name.isBlank() ? NO_NAME : name.strip();
  }

  /**
   * Asterisk's manager interface.
   *
   * @param host loopback or a private address
   * @param user as in manager.conf
   * @param password as in manager.conf; never shown
   */
  record Ami(
      @DefaultValue("127.0.0.1") @NotBlank String host,
      @DefaultValue("5038") @Min(1) @Max(65_535) int port,
      @DefaultValue("hotline") @NotBlank String user,
      @DefaultValue("") @NotNull String password) {
    @Override
    public String toString() {
      return "Ami[" + user + "@" + host + ":" + port + "]";
    }
  }

  /**
   * The FastAGI port.
   *
   * @param host loopback or a private address; nobody but Asterisk may reach it
   * @param port 0 takes a free one
   */
  record Listener(
      @DefaultValue("127.0.0.1") @NotBlank String host,
      @DefaultValue("4573") @Min(0) @Max(65_535) int port) {}

  /**
   * The AudioSocket port.
   *
   * @param host loopback or a private address that Asterisk can reach
   * @param port 0 takes a free one
   */
  record AudioSocket(
      @DefaultValue("127.0.0.1") @NotBlank String host,
      @DefaultValue("9092") @Min(0) @Max(65_535) int port) {}
}
