package cn.wuye.hotline.backend.database;

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
 * How patient the application is with its database.
 *
 * @param callBudget how long a caller may be kept waiting for it, 0.1–2 s
 * @param pause between attempts while it is away, 0.1 s – 1 min
 * @param parallel how many calls' work may be in it at once, 1–64
 */
@Validated
@ConfigurationProperties(value = "hotline.database", ignoreUnknownFields = false)
record DatabaseProperties(
    @DefaultValue("1s") @NotNull @DurationMin(millis = 100) @DurationMax(seconds = 2)
        Duration callBudget,
    @DefaultValue("2s") @NotNull @DurationMin(millis = 100) @DurationMax(minutes = 1)
        Duration pause,
    @DefaultValue("8") @Min(1) @Max(64) int parallel) {}
