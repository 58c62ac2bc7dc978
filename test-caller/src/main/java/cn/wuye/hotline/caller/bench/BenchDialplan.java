package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.instance.Instance;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * Extensions of a bench's own in the Asterisk of its own instance; the product's dialplan knows
 * nothing of them, and the next start of Asterisk forgets them.
 */
final class BenchDialplan {
  private BenchDialplan() {}

  /**
   * Adds them to the running Asterisk.
   *
   * @param resource the fragment
   * @param values what stands for its {@code @NAME@}s
   */
  static void add(Instance instance, String resource, Map<String, String> values)
      throws IOException {
    Path etc = instance.home().resolve("asterisk/etc");
    Files.writeString(etc.resolve(resource), fragment(resource, values));
    Files.writeString(
        etc.resolve("extensions.conf"), "#include " + resource + "\n", StandardOpenOption.APPEND);
    instance.run("asterisk", "cli", "dialplan reload");
  }

  static String fragment(String resource, Map<String, String> values) throws IOException {
    try (InputStream in = BenchDialplan.class.getResourceAsStream("/bench/" + resource)) {
      if (in == null) {
        throw new IOException("no resource /bench/" + resource);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (Map.Entry<String, String> value : values.entrySet()) {
        text = text.replace("@" + value.getKey() + "@", value.getValue());
      }
      return text;
    }
  }
}
