package cn.wuye.hotline.backend.sample;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sample data.
 *
 * @param load whether an empty database is filled with it at the start
 * @param size {@code usual}: 2,000 tickets of a year; {@code large}: 20,000 of 18 months
 */
@ConfigurationProperties(value = "hotline.sample", ignoreUnknownFields = false)
record SampleProperties(
    @DefaultValue("false") boolean load, @DefaultValue("usual") SampleSize size) {}
