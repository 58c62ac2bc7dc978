package cn.wuye.hotline.backend.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Java knows of the schemas and springdoc does not tell: short names, what may be null, what
 * is always there, and that a request with an unknown field is refused.
 */
final class RecordSchemas {
  private static final String REF = "#/components/schemas/";

  private RecordSchemas() {}

  static void apply(ObjectNode document) {
    ObjectNode schemas = (ObjectNode) document.path("components").path("schemas");
    Map<String, String> names = new HashMap<>();
    for (Map.Entry<String, JsonNode> schema : entries(schemas)) {
      names.put(schema.getKey(), shortName(schema.getKey()));
      record(schema.getKey()).ifPresent(type -> components(type, (ObjectNode) schema.getValue()));
    }
    refuseUnknownFields(document, schemas);
    rename(schemas, names);
    renameReferences(document, names);
  }

  /** {@code …ticket.api.TicketsController.ListView} is {@code TicketsListView}. */
  static String shortName(String qualified) {
    return qualified
        .replaceFirst("^([a-z0-9_]+\\.)+", "")
        .replace("Controller.", "")
        .replace(".", "");
  }

  private static Optional<Class<?>> record(String qualified) {
    String name = qualified.replaceAll("(?<=[A-Z][A-Za-z0-9]{0,99})\\.", "\\$");
    try {
      Class<?> type = Class.forName(name);
      return type.isRecord() ? Optional.of(type) : Optional.empty();
    } catch (ClassNotFoundException notOurs) {
      return Optional.empty();
    }
  }

  private static void components(Class<?> type, ObjectNode schema) {
    ArrayNode required = schema.putArray("required");
    ObjectNode properties = (ObjectNode) schema.path("properties");
    for (RecordComponent component : type.getRecordComponents()) {
      JsonNode property = properties.path(component.getName());
      if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        required.add(component.getName());
      } else if (property instanceof ObjectNode nullable) {
        orNull(nullable);
      }
    }
    if (required.isEmpty()) {
      schema.remove("required");
    }
  }

  private static void orNull(ObjectNode schema) {
    if (schema.has("$ref")) {
      ObjectNode reference = schema.deepCopy();
      schema.removeAll();
      schema.putArray("oneOf").add(reference).addObject().put("type", "null");
      return;
    }
    JsonNode type = schema.path("type");
    ArrayNode types = schema.putArray("type");
    if (type instanceof ArrayNode several) {
      types.addAll(several);
    } else {
      types.add(type.asText());
    }
    types.add("null");
    if (schema.path("enum") instanceof ArrayNode codes) {
      codes.addNull();
    }
  }

  private static void refuseUnknownFields(ObjectNode document, ObjectNode schemas) {
    Set<String> open = new LinkedHashSet<>();
    document.path("paths").findValues("requestBody").forEach(body -> references(body, open));
    List<String> todo = new ArrayList<>(open);
    while (!todo.isEmpty()) {
      ObjectNode schema = (ObjectNode) schemas.path(todo.remove(0));
      if (schema.has("properties")) {
        schema.put("additionalProperties", false);
      }
      Set<String> more = new LinkedHashSet<>();
      references(schema, more);
      more.stream().filter(open::add).forEach(todo::add);
    }
  }

  private static void references(JsonNode node, Set<String> found) {
    node.findValuesAsText("$ref").stream()
        .filter(ref -> ref.startsWith(REF))
        .forEach(ref -> found.add(ref.substring(REF.length())));
  }

  private static void rename(ObjectNode schemas, Map<String, String> names) {
    for (Map.Entry<String, JsonNode> schema : entries(schemas)) {
      schemas.remove(schema.getKey());
      JsonNode taken = schemas.replace(names.getOrDefault(schema.getKey(), ""), schema.getValue());
      if (taken != null) {
        throw new IllegalStateException("two schemas would be called like " + schema.getKey());
      }
    }
  }

  private static void renameReferences(JsonNode node, Map<String, String> names) {
    if (node instanceof ObjectNode object && object.path("$ref").isTextual()) {
      String ref = object.path("$ref").asText();
      String name = ref.startsWith(REF) ? names.get(ref.substring(REF.length())) : null;
      if (name != null) {
        object.put("$ref", REF + name);
      }
    }
    node.forEach(child -> renameReferences(child, names));
  }

  private static List<Map.Entry<String, JsonNode>> entries(ObjectNode node) {
    return new ArrayList<>(node.properties());
  }
}
