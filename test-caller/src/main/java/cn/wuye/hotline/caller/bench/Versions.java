package cn.wuye.hotline.caller.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the figures were measured with. */
final class Versions {
  private Versions() {}

  static Map<String, Object> of() {
    Map<String, Object> versions = new LinkedHashMap<>();
    versions.put("java", Runtime.version().toString());
    versions.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    versions.put("processors", Runtime.getRuntime().availableProcessors());
    return versions;
  }
}
