package cn.wuye.hotline.backend.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.api.Http;
import cn.wuye.hotline.backend.database.OnMariaDb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that the API does is described, with examples and errors; nothing else is. */
@OnMariaDb
@SuppressWarnings("NullAway.Init")
class OpenApiIT {
  @Autowired MockMvc mvc;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired JsonMapper json;

  private JsonNode document;

  @BeforeEach
  void read() {
    Http.Reply reply = new Http(mvc, new HttpHeaders()).get("/api/v1/openapi");
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    document = json.readTree(reply.body());
  }

  @Test
  void everyRouteOfTheApiIsDescribedAndNoOther() {
    TreeSet<String> routes = new TreeSet<>();
    requestMappingHandlerMapping
        .getHandlerMethods()
        .forEach(
            (mapping, method) ->
                mapping.getPatternValues().stream()
                    .filter(path -> path.startsWith("/api/") && !path.contains("openapi"))
                    .forEach(
                        path ->
                            mapping
                                .getMethodsCondition()
                                .getMethods()
                                .forEach(m -> routes.add(m + " " + plain(path)))));

    assertThat(operations().keySet()).containsExactlyInAnyOrderElementsOf(routes);
    assertThat(routes).hasSizeGreaterThan(15);
  }

  /** Without the form of its variables. */
  private static String plain(String path) {
    return path.replaceAll("\\{([a-z]+):[^/]*}(?=/|$)", "{$1}");
  }

  @Test
  void everyOperationHasASummaryExamplesAndItsErrors() {
    List<String> missing = new ArrayList<>();
    operations().forEach((name, operation) -> missing.addAll(missing(name, operation)));

    assertThat(missing)
        .as("to be described in src/main/resources/openapi/*.yml, see the files there")
        .isEmpty();
  }

  private static List<String> missing(String name, JsonNode operation) {
    List<String> missing = new ArrayList<>();
    if (operation.path("summary").asString("").isBlank() || operation.path("tags").isEmpty()) {
      missing.add(name + ": a summary and a tag");
    }
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("description").asString("").isBlank() || !parameter.has("example")) {
        missing.add(name + ": description and example of " + parameter.path("name").asString());
      }
    }
    boolean body = operation.has("requestBody");
    if (body && operation.path("requestBody").findValues("example").isEmpty()) {
      missing.add(name + ": an example of the request");
    }
    JsonNode responses = operation.path("responses");
    for (Map.Entry<String, JsonNode> response : responses.properties()) {
      for (Map.Entry<String, JsonNode> content : response.getValue().path("content").properties()) {
        if (!content.getValue().has("schema")
            || !(content.getValue().has("example") || content.getValue().has("examples"))) {
          missing.add(
              name + ": schema and example of " + response.getKey() + " " + content.getKey());
        }
        if (response.getKey().startsWith("4") != content.getKey().contains("problem")
            && !response.getKey().startsWith("5")) {
          missing.add(name + ": " + response.getKey() + " is a problem or is none");
        }
      }
    }
    List<String> errors = new ArrayList<>(List.of("401", "403", "429", "503"));
    if (body) {
      errors.addAll(List.of("400", "413", "415"));
    }
    if (name.contains("{")) {
      errors.add("404");
    }
    errors.stream().filter(e -> !responses.has(e)).forEach(e -> missing.add(name + ": " + e));
    return missing;
  }

  @Test
  void everyReferenceLeadsSomewhereAndNamesAreShort() {
    JsonNode schemas = document.path("components").path("schemas");

    assertThat(document.findValuesAsString("$ref"))
        .isNotEmpty()
        .allSatisfy(
            ref ->
                assertThat(schemas.has(ref.replace("#/components/schemas/", ""))).as(ref).isTrue());
    assertThat(schemas.propertyNames()).allMatch(name -> name.matches("[A-Z][A-Za-z]+"));
    assertThat(schemas.path("TicketView").path("required").toString())
        .contains("\"number\"")
        .doesNotContain("callId");
    assertThat(schemas.path("TicketView").path("properties").path("callId").path("type").toString())
        .contains("null");
    assertThat(schemas.path("NewTicketRequest").path("additionalProperties").asBoolean(true))
        .isFalse();
  }

  @Test
  void theDocumentSaysWhichScopeATokenNeeds() {
    assertThat(amending().path("security").toString())
        .isEqualTo("[{\"basic\":[]},{\"token\":[\"tickets:write\"]}]");
    assertThat(amending().path("responses").path("409").path("content").toString())
        .contains("ticket-changed");
  }

  private JsonNode amending() {
    return Objects.requireNonNull(operations().get("PATCH /api/v1/tickets/{number}"));
  }

  private Map<String, JsonNode> operations() {
    Map<String, JsonNode> operations = new HashMap<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        operations.put(
            method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue());
      }
    }
    return operations;
  }
}
