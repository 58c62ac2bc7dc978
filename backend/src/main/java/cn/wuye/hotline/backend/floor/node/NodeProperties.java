package cn.wuye.hotline.backend.floor.node;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the other nodes reach this one.
 *
 * @param url {@code http(s)://HOST[:PORT]}, at most 200 characters; empty: this machine's own
 *     loopback address, so that only nodes of the same machine do
 * @param sip {@code HOST:PORT} where its Asterisk takes callers of other nodes, at most 120
 *     characters; empty: it takes none
 */
@Validated
@ConfigurationProperties(value = "hotline.node", ignoreUnknownFields = false)
record NodeProperties(
    @DefaultValue("") @NotNull @Pattern(regexp = "|(?=.{1,200}$)https?://[A-Za-z0-9.:\\[\\]-]+")
        String url,
    @DefaultValue("") @NotNull @Pattern(regexp = "|(?=.{1,120}$)[A-Za-z0-9.\\[\\]:-]+:[0-9]{1,5}")
        String sip) {}
