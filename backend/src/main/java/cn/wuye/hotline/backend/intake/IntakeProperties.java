package cn.wuye.hotline.backend.intake;

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
 * How calls are taken in.
 *
 * @param round pause between two looks at journal and spool, 0.05 s – 1 min
 * @param keepJournals how long the journals of calls that are entered stay for looking up, 0 – 3
 *     years
 * @param numbers how many ticket numbers this node keeps in stock, 100–10,000; half of them at
 *     least last through an outage of the database
 */
@Validated
@ConfigurationProperties(value = "hotline.intake", ignoreUnknownFields = false)
record IntakeProperties(
    @DefaultValue("1s") @NotNull @DurationMin(millis = 50) @DurationMax(minutes = 1) Duration round,
    @DefaultValue("30d") @NotNull @DurationMin @DurationMax(days = 1096) Duration keepJournals,
    @DefaultValue("400") @Min(100) @Max(10_000) int numbers) {}
