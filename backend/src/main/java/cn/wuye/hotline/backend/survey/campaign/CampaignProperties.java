package cn.wuye.hotline.backend.survey.campaign;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Surveys by phone. Trunk, lines and calls a second are the same on all nodes.
 *
 * @param enabled whether this node phones anybody
 * @param trunk the PJSIP endpoint by which calls go out
 * @param lines how many calls it carries at once, over all nodes and in both directions, 1–1000
 * @param keptFree how many lines are left to those who call in, 0–1000
 * @param perSecond how many calls are begun in a second over all nodes, 1–50
 * @param calls how many residents this node phones at once, 1–200
 * @param ring how long a phone rings, 5–60 s
 */
@Validated
@ConfigurationProperties(value = "hotline.campaign", ignoreUnknownFields = false)
public record CampaignProperties(
    @DefaultValue("false") boolean enabled,
    @DefaultValue("carrier") @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,40}") String trunk,
    @DefaultValue("10") @Min(1) @Max(1000) int lines,
    @DefaultValue("5") @Min(0) @Max(1000) int keptFree,
    @DefaultValue("1") @Min(1) @Max(50) int perSecond,
    @DefaultValue("20") @Min(1) @Max(200) int calls,
    @DefaultValue("30s") @NotNull @DurationMin(seconds = 5) @DurationMax(seconds = 60)
        Duration ring) {}
