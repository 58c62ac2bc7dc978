package cn.wuye.hotline.backend.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What is laid over the document: parts of an OpenAPI document in files, one for each resource.
 * They describe what is there: an operation, schema or property that the code does not have is an
 * error. Merged as RFC 7396 says (null removes), parameters by their names.
 */
final class Overlay {
  /** The one schema that no controller shows. */
  private static final String OWN = "Problem";

  private static final ObjectMapper KEEPS_NULLS = new ObjectMapper();
  private static final String FILES = "classpath:openapi/*.yml";

  private final List<ObjectNode> parts;

  private Overlay(List<ObjectNode> parts) {
    this.parts = parts;
  }

  static Overlay shipped() {
    List<ObjectNode> parts = new ArrayList<>();
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
        try (InputStream in = file.getInputStream()) {
          Object part = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
          parts.add(KEEPS_NULLS.valueToTree(part));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Overlay(parts);
  }

  void apply(ObjectNode document) {
    parts.forEach(part -> merge(document, part, ""));
  }

  private static void merge(ObjectNode target, ObjectNode patch, String at) {
    for (Map.Entry<String, JsonNode> entry : patch.properties()) {
      String name = entry.getKey();
      String path = at + "/" + name;
      JsonNode now = target.path(name);
      if (now.isMissingNode() && mustExist(at) && !name.equals(OWN)) {
        throw new IllegalStateException("openapi/*.yml describes what is not there: " + path);
      }
      if (entry.getValue().isNull() && !at.contains("example")) {
        target.remove(name);
      } else if (name.equals("parameters") && entry.getValue() instanceof ArrayNode more) {
        parameters(target.withArray("parameters"), more, path);
      } else if (now instanceof ObjectNode object
          && entry.getValue() instanceof ObjectNode more
          && !name.startsWith("example")) {
        merge(object, more, path);
      } else {
        target.set(name, entry.getValue());
      }
    }
  }

  /** Paths and their methods, schemas and their properties are the code's. */
  private static boolean mustExist(String at) {
    return at.equals("/paths")
        || at.matches("/paths//api/[^ ]*") && !at.matches(".*/(get|post|put|patch|delete)(/.*)?")
        || at.matches("/components/schemas(/[A-Za-z]+/properties)?");
  }

  private static void parameters(ArrayNode now, ArrayNode more, String at) {
    for (JsonNode patch : more) {
      ObjectNode found = null;
      for (JsonNode parameter : now) {
        if (parameter.path("name").equals(patch.path("name"))) {
          found = (ObjectNode) parameter;
        }
      }
      if (found == null) {
        now.add(patch);
      } else {
        merge(found, (ObjectNode) patch, at);
      }
    }
  }
}
