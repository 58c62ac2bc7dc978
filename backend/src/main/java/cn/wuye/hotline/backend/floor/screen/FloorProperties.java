package cn.wuye.hotline.backend.floor.screen;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The live page.
 *
 * @param patience who waits longer raises an alarm; 10 s – 1 h
 */
@Validated
@ConfigurationProperties(value = "hotline.floor", ignoreUnknownFields = false)
public record FloorProperties(
    @DefaultValue("2m") @NotNull @DurationMin(seconds = 10) @DurationMax(hours = 1)
        Duration patience) {}
