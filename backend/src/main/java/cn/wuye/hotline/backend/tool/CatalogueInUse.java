package cn.wuye.hotline.backend.tool;

import cn.wuye.hotline.ivr.prompt.Prompt.Fixed;
import cn.wuye.hotline.ivr.prompt.PromptCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pieces that the hotline says now: as the application wrote them down, since their words can
 * be changed; before its first start those that are shipped.
 */
final class CatalogueInUse {
  private static final String NO_NAME = "物业服务";

  private CatalogueInUse() {}

  static List<Fixed> read(Path home, Map<String, String> environment) throws IOException {
    Path index = home.resolve("prompts/index.json");
    if (!Files.exists(index)) {
      String name = environment.getOrDefault("HOTLINE_NAME", "");
      return PromptCatalogue.shipped(name.isBlank() ? NO_NAME : name.strip()).fixed();
    }
    try {
      List<Fixed> pieces = new ArrayList<>();
      JsonNode root = JsonMapper.shared().readTree(Files.readAllBytes(index));
      root.properties()
          .forEach(
              each ->
                  pieces.add(
                      new Fixed(each.getKey(), each.getValue().path("text").stringValue(""))));
      return pieces;
    } catch (JacksonException e) {
      throw new IOException(index + " cannot be read; ./hotline up writes it anew", e);
    }
  }
}
