package cn.wuye.hotline.backend.message.event;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whom the hotline tells by itself.
 *
 * @param reporters whether who reported a ticket is told that it was taken and that it was solved;
 *     without a channel nobody is told anything
 * @param desk who is named while nobody in particular sees to it, at most 20 characters
 */
@Validated
@ConfigurationProperties(value = "hotline.notice", ignoreUnknownFields = false)
record NoticeProperties(
    @DefaultValue("true") boolean reporters,
    @DefaultValue("客服中心") @NotBlank @Size(max = 20) String desk) {}
