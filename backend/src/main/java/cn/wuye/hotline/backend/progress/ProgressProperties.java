package cn.wuye.hotline.backend.progress;

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
 * What callers are told of earlier tickets.
 *
 * @param sameWindow a ticket opened so long ago may be about the same thing, 1 day – 1 year
 * @param solvedWindow a ticket solved so long ago is still told, 1 day – 1 year
 * @param guesses how many ticket numbers one telephone number may ask for in vain, or as a
 *     stranger, in an hour, 1–1,000; all callers who withhold their number share ten times as many
 */
@Validated
@ConfigurationProperties(value = "hotline.progress", ignoreUnknownFields = false)
record ProgressProperties(
    @DefaultValue("30d") @NotNull @DurationMin(days = 1) @DurationMax(days = 366)
        Duration sameWindow,
    @DefaultValue("30d") @NotNull @DurationMin(days = 1) @DurationMax(days = 366)
        Duration solvedWindow,
    @DefaultValue("6") @Min(1) @Max(1000) int guesses) {}
