package cn.wuye.hotline.backend.recording;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where recordings are kept.
 *
 * @param folder a folder that every node can read and write
 */
@Validated
@ConfigurationProperties("hotline.recordings")
record RecordingProperties(@NotNull Path folder) {}
