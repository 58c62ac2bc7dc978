package cn.wuye.hotline.backend.message.outbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When messages are sent.
 *
 * @param workers how many are sent at once by this node, 0–16; 0: the other nodes send
 * @param pause how long a worker rests when nothing is due, 0.1 s – 1 min
 * @param lease how long a worker may take for one message before another takes it over, 1–10 min;
 *     more than a channel's time-out
 * @param attempts how often a provider is asked before somebody has to look, 1–20
 * @param quietFrom from when residents are left alone
 * @param quietUntil until when; the same as {@code quietFrom}: never
 * @param zone of these times
 * @param keep how long messages are kept that wait no more, 30 days – 30 years
 * @param pace a resident gets one ordinary message within this time, up to 24 h; 0: any number
 */
@Validated
@ConfigurationProperties(value = "hotline.message", ignoreUnknownFields = false)
record OutboxProperties(
    @DefaultValue("2") @Min(0) @Max(16) int workers,
    @DefaultValue("2s") @NotNull @DurationMin(millis = 100) @DurationMax(minutes = 1)
        Duration pause,
    @DefaultValue("2m") @NotNull @DurationMin(minutes = 1) @DurationMax(minutes = 10)
        Duration lease,
    @DefaultValue("8") @Min(1) @Max(20) int attempts,
    @DefaultValue("21:00") @NotNull LocalTime quietFrom,
    @DefaultValue("08:00") @NotNull LocalTime quietUntil,
    @DefaultValue("Asia/Shanghai") @NotNull ZoneId zone,
    @DefaultValue("1095d") @NotNull @DurationMin(days = 30) @DurationMax(days = 10_950)
        Duration keep,
    @DefaultValue("1h") @NotNull @DurationMin @DurationMax(hours = 24) Duration pace) {}
