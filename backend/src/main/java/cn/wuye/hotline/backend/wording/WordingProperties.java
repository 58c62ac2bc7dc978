package cn.wuye.hotline.backend.wording;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The wording's freshness.
 *
 * @param refresh how often a node looks whether another version is live, 0.1 s – 1 min
 */
@Validated
@ConfigurationProperties(value = "hotline.wording", ignoreUnknownFields = false)
record WordingProperties(
    @DefaultValue("2s") @NotNull @DurationMin(millis = 100) @DurationMax(minutes = 1)
        Duration refresh) {}
