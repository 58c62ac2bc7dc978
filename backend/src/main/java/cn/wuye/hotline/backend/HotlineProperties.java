package cn.wuye.hotline.backend;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What every part of the application needs to know of its node.
 *
 * @param nodeId this node's name, unique in the cluster, the same as its Asterisk's {@code
 *     systemname}; 1–40 letters, digits, '-' and '_'
 * @param home the folder that holds all state of this instance
 */
@Validated
@ConfigurationProperties("hotline")
public record HotlineProperties(
    @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,40}") String nodeId, @NotNull Path home) {}
