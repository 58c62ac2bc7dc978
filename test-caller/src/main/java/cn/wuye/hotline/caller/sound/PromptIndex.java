package cn.wuye.hotline.caller.sound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code index.json} of the prompts' folder: which file holds which piece. */
final class PromptIndex {
  private PromptIndex() {}

  /** Key → file; empty when there is no index, since the files are then named by their keys. */
  static Map<String, Path> read(Path folder) throws IOException {
    Map<String, Path> files = new LinkedHashMap<>();
    Path index = folder.resolve("index.json");
    if (!Files.isReadable(index)) {
      return files;
    }
    try {
      JsonNode root = JsonMapper.shared().readTree(Files.readString(index));
      root.properties()
          .forEach(entry -> files.put(entry.getKey(), folder.resolve(file(entry.getValue()))));
      return files;
    } catch (JacksonException e) {
      throw new IOException(index + " is broken: " + e.getOriginalMessage(), e);
    }
  }

  private static String file(JsonNode value) {
    return value.isString() ? value.stringValue("") : value.path("file").stringValue("");
  }
}
