package cn.wuye.hotline.backend.wording;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The wording's freshness, and when a change of it is proposed.
 *
 * @param refresh how often a node looks whether another version is live, 0.1 s – 1 min
 * @param misheardCalls from how many different calls on, 1–100, something misheard is proposed
 */
@Validated
@ConfigurationProperties(value = "hotline.wording", ignoreUnknownFields = false)
record WordingProperties(
    @DefaultValue("2s") @NotNull @DurationMin(millis = 100) @DurationMax(minutes = 1)
        Duration refresh,
    @DefaultValue("2") @Min(1) @Max(100) int misheardCalls) {}
