package cn.wuye.hotline.backend.prompt;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Recorded prompts.
 *
 * @param refresh how often a node looks whether another one has changed a recording, 0.5 s – 10 min
 */
@Validated
@ConfigurationProperties(value = "hotline.prompts", ignoreUnknownFields = false)
record PromptProperties(
    @DefaultValue("2s") @NotNull @DurationMin(millis = 500) @DurationMax(minutes = 10)
        Duration refresh) {}
