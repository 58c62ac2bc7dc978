package cn.wuye.hotline.backend.message.voice;

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
 * Messages by phone.
 *
 * @param enabled whether anybody is phoned; the same on all nodes, also on one that has no Asterisk
 * @param calls how many people this node phones at once, 0–16, of several one for emergencies only;
 *     0: the other nodes phone
 * @param ring how long a phone rings, 5–60 s
 * @param tries how often somebody is phoned in vain, 1–10
 * @param residentPause between calls to a resident, 1 min – 6 h
 * @param staffPause between calls to staff, 10 s – 1 h; where a list is phoned the next follows at
 *     once
 * @param othersFirst how long a node without its Asterisk leaves a call to the others before it
 *     counts as a failed attempt, up to 10 min
 */
@Validated
@ConfigurationProperties(value = "hotline.voice", ignoreUnknownFields = false)
public record VoiceProperties(
    @DefaultValue("false") boolean enabled,
    @DefaultValue("2") @Min(0) @Max(16) int calls,
    @DefaultValue("25s") @NotNull @DurationMin(seconds = 5) @DurationMax(seconds = 60)
        Duration ring,
    @DefaultValue("3") @Min(1) @Max(10) int tries,
    @DefaultValue("10m") @NotNull @DurationMin(minutes = 1) @DurationMax(hours = 6)
        Duration residentPause,
    @DefaultValue("2m") @NotNull @DurationMin(seconds = 10) @DurationMax(hours = 1)
        Duration staffPause,
    @DefaultValue("20s") @NotNull @DurationMin @DurationMax(minutes = 10) Duration othersFirst) {}
