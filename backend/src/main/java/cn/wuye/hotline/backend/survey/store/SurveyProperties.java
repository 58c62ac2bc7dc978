package cn.wuye.hotline.backend.survey.store;

import cn.wuye.hotline.backend.outbound.CallingFile;
import cn.wuye.hotline.backend.survey.CallRules;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When residents are asked. The same on all nodes.
 *
 * @param calling a file with the hours and numbers of calls, of the shipped one's form; empty: the
 *     shipped one
 * @param within how long after the solution everybody is phoned for the first time, as far as the
 *     hours allow it; 1 s – 24 h
 */
@Validated
@ConfigurationProperties(value = "hotline.survey", ignoreUnknownFields = false)
record SurveyProperties(
    @DefaultValue("") @NotNull String calling,
    @DefaultValue("24h") @NotNull @DurationMin(seconds = 1) @DurationMax(hours = 24)
        Duration within) {

  CallRules rules() {
    return calling.isBlank() ? CallRules.shipped() : CallingFile.read(calling, CallRules::read);
  }
}
