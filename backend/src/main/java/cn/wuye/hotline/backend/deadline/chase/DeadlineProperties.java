package cn.wuye.hotline.backend.deadline.chase;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How deadlines are watched.
 *
 * @param jobs whether this node takes part in it
 * @param pause between two rounds, 1 s – 1 min
 * @param heartbeat between two signs of life, 1 s – 1 min; after four that are missing another node
 *     takes a job over
 */
@Validated
@ConfigurationProperties(value = "hotline.deadlines", ignoreUnknownFields = false)
record DeadlineProperties(
    @DefaultValue("true") boolean jobs,
    @DefaultValue("15s") @NotNull @DurationMin(seconds = 1) @DurationMax(minutes = 1)
        Duration pause,
    @DefaultValue("15s") @NotNull @DurationMin(seconds = 1) @DurationMax(minutes = 1)
        Duration heartbeat) {}
