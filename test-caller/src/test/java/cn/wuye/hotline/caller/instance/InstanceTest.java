package cn.wuye.hotline.caller.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceTest {
  @Test
  @SuppressWarnings("resource") // nothing of it was started
  void anotherHotlinesEnvironmentStaysOutside(@TempDir Path home) throws IOException {
    Instance instance = new Instance(Path.of("."), home).with("HOTLINE_NAME", "测试");

    Map<String, String> environment =
        instance.own(
            new HashMap<>(
                Map.of(
                    "PATH", "/bin",
                    "HOTLINE_CACHE", "/cache",
                    "HOTLINE_HOME", "/other",
                    "HOTLINE_DB_URL", "jdbc:mysql://other/hotline",
                    "HOTLINE_AMI_PASSWORD", "secret")));

    assertThat(environment)
        .containsEntry("PATH", "/bin")
        .containsEntry("HOTLINE_CACHE", "/cache")
        .containsEntry("HOTLINE_HOME", home.toString())
        .containsEntry("HOTLINE_INSTANCE", String.valueOf(instance.number()))
        .containsEntry("HOTLINE_NAME", "测试")
        .doesNotContainKeys("HOTLINE_DB_URL", "HOTLINE_AMI_PASSWORD");
  }
}
