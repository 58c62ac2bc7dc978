package cn.wuye.hotline.backend.thirdparty;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How third parties are dealt with.
 *
 * @param publicUrl this hotline's address as they see it, {@code https://hotline.example.cn}; empty
 *     string: messages bring no link
 * @param linkDays how long a link opens its job, 1–90 days
 * @param webhookHosts hosts that webhooks may go to although they are in the house's own network or
 *     have no TLS
 * @param poll how often each node looks for times that were missed, 1 s – 10 min
 */
@Validated
@ConfigurationProperties(value = "hotline.third-party", ignoreUnknownFields = false)
record ThirdPartyProperties(
    @DefaultValue("") @NotNull @Pattern(regexp = "|https?://.+[^/]") String publicUrl,
    @DefaultValue("14") @Min(1) @Max(90) int linkDays,
    @DefaultValue @NotNull Set<String> webhookHosts,
    @DefaultValue("15s") @NotNull @DurationMin(seconds = 1) @DurationMax(minutes = 10)
        Duration poll) {}
