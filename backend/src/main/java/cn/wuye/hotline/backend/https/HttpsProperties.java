package cn.wuye.hotline.backend.https;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * HTTPS beside HTTP.
 *
 * @param listen the address; empty: not at all
 * @param port 0 takes a free one
 * @param certificate a file in PEM, with the certificates in between
 * @param key its private key, a file in PEM
 */
@Validated
@ConfigurationProperties(value = "hotline.https", ignoreUnknownFields = false)
record HttpsProperties(
    @DefaultValue("") @NotNull String listen,
    @DefaultValue("8443") @Min(0) @Max(65_535) int port,
    @DefaultValue("") @NotNull String certificate,
    @DefaultValue("") @NotNull String key) {
  HttpsProperties {
    if (!listen.isEmpty() && (certificate.isEmpty() || key.isEmpty())) {
      throw new IllegalArgumentException(
          "hotline.https.listen needs hotline.https.certificate and hotline.https.key");
    }
  }
}
