package cn.wuye.hotline.backend.related;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How tickets are compared with each other.
 *
 * @param automatic whether the machine compares new tickets; off, people find and merge them
 * @param patience how long a ticket waits to be complete before it is compared: the call may still
 *     be going on; shorter than that of the dispatch, so that what is the same is not dispatched
 * @param poll how often each node looks for tickets that wait
 * @param repeatWindow an earlier ticket of so long ago makes a new one a repeat, 1 day – 1 year
 * @param estateWindows the same by an estate's id, where an estate has another
 * @param sureWithin two open tickets of one number and kind within so long are one, 1 minute – 1
 *     day
 * @param incidentReports so many like reports may be an incident, 2–50
 * @param incidentWithin within so long, 1 minute – 1 day
 */
@Validated
@ConfigurationProperties(value = "hotline.related", ignoreUnknownFields = false)
public record RelatedProperties(
    @DefaultValue("true") boolean automatic,
    @DefaultValue("5s") @NotNull Duration patience,
    @DefaultValue("3s") @NotNull @DurationMin(millis = 100) Duration poll,
    @DefaultValue("30d") @NotNull @DurationMin(days = 1) @DurationMax(days = 366)
        Duration repeatWindow,
    @DefaultValue
        Map<String, @NotNull @DurationMin(days = 1) @DurationMax(days = 366) Duration>
            estateWindows,
    @DefaultValue("1h") @NotNull @DurationMin(minutes = 1) @DurationMax(days = 1)
        Duration sureWithin,
    @DefaultValue("3") @Min(2) @Max(50) int incidentReports,
    @DefaultValue("30m") @NotNull @DurationMin(minutes = 1) @DurationMax(days = 1)
        Duration incidentWithin) {
  public RelatedProperties {
    estateWindows = Map.copyOf(estateWindows);
  }

  /** The window of an estate; the empty string for none. */
  public Duration repeatWindow(String estate) {
    return estateWindows.getOrDefault(estate, repeatWindow);
  }
}
