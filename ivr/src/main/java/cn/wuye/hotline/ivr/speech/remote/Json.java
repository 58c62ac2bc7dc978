package cn.wuye.hotline.ivr.speech.remote;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON that goes to servers and comes from them. */
final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static String write(Map<String, ?> object) {
    return MAPPER.writeValueAsString(object);
  }

  /**
   * An object.
   *
   * @throws Nonsense when it is something else
   */
  static JsonNode object(String message) {
    try {
      JsonNode tree = MAPPER.readTree(message);
      if (tree.isObject()) {
        return tree;
      }
    } catch (JacksonException e) {
      throw Nonsense.message(message);
    }
    throw Nonsense.message(message);
  }
}
