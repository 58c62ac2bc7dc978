package cn.wuye.hotline.backend.equipment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a preventive work order is proposed.
 *
 * @param complaints so many on one thing, 2–100 …
 * @param days … within so many days, 1–366
 * @param oldYears what was installed so many years ago counts as old, 1–100
 * @param oldComplaints so many on an old thing, 1–100 …
 * @param oldDays … within so many days, 1–3660
 */
@Validated
@ConfigurationProperties(value = "hotline.equipment", ignoreUnknownFields = false)
record EquipmentProperties(
    @DefaultValue("3") @Min(2) @Max(100) int complaints,
    @DefaultValue("30") @Min(1) @Max(366) int days,
    @DefaultValue("15") @Min(1) @Max(100) int oldYears,
    @DefaultValue("2") @Min(1) @Max(100) int oldComplaints,
    @DefaultValue("180") @Min(1) @Max(3660) int oldDays) {}
