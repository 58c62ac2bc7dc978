package cn.wuye.hotline.backend.resident;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What all nodes have in common.
 *
 * @param secret key of the hashes of telephone numbers; changing it forgets whose they were
 */
@ConfigurationProperties(value = "hotline.cluster", ignoreUnknownFields = false)
record ClusterProperties(@DefaultValue("") String secret) {}
