package cn.wuye.hotline.backend.limit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many requests of the API are answered per minute. Each node counts for itself: behind a load
 * balancer n nodes allow up to n times as many. A client that paused may send a minute's worth at
 * once.
 *
 * @param perUser of one user by password, or of one access token, 1–1,000,000
 * @param perAddress from one address, whoever asks (of IPv6: one /64), 1–1,000,000; behind a
 *     reverse proxy that does not tell the client's address all clients are one
 * @param strangers from one address without signing in, or with a token that is not valid,
 *     1–1,000,000
 */
@Validated
@ConfigurationProperties(value = "hotline.api.rate", ignoreUnknownFields = false)
record RateProperties(
    @DefaultValue("1200") @Min(1) @Max(1_000_000) int perUser,
    @DefaultValue("6000") @Min(1) @Max(1_000_000) int perAddress,
    @DefaultValue("60") @Min(1) @Max(1_000_000) int strangers) {}
