package cn.wuye.hotline.backend.directory;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The directory's freshness.
 *
 * @param refresh how often it looks for changes, 0.1 s – 10 min
 */
@Validated
@ConfigurationProperties(value = "hotline.directory", ignoreUnknownFields = false)
record DirectoryProperties(
    @DefaultValue("30s") @NotNull @DurationMin(millis = 100) @DurationMax(minutes = 10)
        Duration refresh) {}
