package cn.wuye.hotline.backend.survey.sms;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * In what other ways than by phone residents are asked; the same on all nodes.
 *
 * @param sms whether she is asked by SMS once her first call was in vain; whose number does not
 *     exist is asked anyway
 * @param link whether the message brings a page where she can answer
 * @param publicUrl this hotline's address as residents see it, {@code https://hotline.example.cn};
 *     empty string: no page
 * @param linkDays how long the page can be answered, 1–30 days
 */
@Validated
@ConfigurationProperties(value = "hotline.surveys", ignoreUnknownFields = false)
public record SurveyWaysProperties(
    @DefaultValue("false") boolean sms,
    @DefaultValue("false") boolean link,
    @DefaultValue("") @NotNull @Pattern(regexp = "|https?://.+[^/]") String publicUrl,
    @DefaultValue("7") @Min(1) @Max(30) int linkDays) {
  /** Whether there are pages on which residents can answer. */
  public boolean links() {
    return link && !publicUrl.isEmpty();
  }
}
