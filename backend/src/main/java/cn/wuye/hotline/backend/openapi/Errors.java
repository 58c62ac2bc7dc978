package cn.wuye.hotline.backend.openapi;

import cn.wuye.hotline.backend.problem.Problem;
import cn.wuye.hotline.backend.problem.Problem.FieldProblem;
import cn.wuye.hotline.backend.problem.ProblemWriter;
import cn.wuye.hotline.backend.token.Scope;
import cn.wuye.hotline.backend.token.ScopeTable;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json31;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * What can go wrong with each operation, as problem details: what follows from its form (a body, a
 * path variable …) by itself, what only the operation knows from its {@code x-problems} in the
 * overlay ({@code "409": [ticket-changed]}).
 */
final class Errors {
  private static final String PROBLEM = "#/components/schemas/Problem";
  private static final Map<String, String> UNKNOWN =
      Map.ofEntries(
          Map.entry("surveys", "survey-unknown"),
          Map.entry("tickets", "ticket-unknown"),
          Map.entry("calls", "call-unknown"),
          Map.entry("recordings", "recording-unknown"),
          Map.entry("estates", "estate-unknown"),
          Map.entry("residents", "resident-unknown"),
          Map.entry("intake", "rejected-unknown"),
          Map.entry("imports", "import-unknown"),
          Map.entry("messages", "message-unknown"),
          Map.entry("incidents", "proposal-unknown"),
          Map.entry("polls", "poll-unknown"),
          Map.entry("quality", "quality-unknown"));

  private final ProblemWriter problems;

  Errors(ProblemWriter problems) {
    this.problems = problems;
  }

  void apply(ObjectNode document) {
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (operation.getValue() instanceof ObjectNode known && known.has("responses")) {
          scope(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), known);
          codes(path.getKey(), known)
              .forEach((status, codes) -> response(known, path.getKey(), status, codes));
          known.remove("x-problems");
        }
      }
    }
  }

  private static void scope(String method, String path, ObjectNode operation) {
    ScopeTable.needed(method, path)
        .map(Scope::code)
        .ifPresent(
            scope -> {
              String text = operation.path("description").asText("");
              operation.put(
                  "description",
                  text + (text.isEmpty() ? "" : "\n\n") + "访问令牌需要权限范围 `" + scope + "`。");
              var security = operation.putArray("security");
              security.addObject().putArray("basic");
              security.addObject().putArray("token").add(scope);
            });
  }

  private static Map<HttpStatus, List<String>> codes(String path, ObjectNode operation) {
    Map<HttpStatus, List<String>> codes = new LinkedHashMap<>();
    add(codes, HttpStatus.BAD_REQUEST, "request-rejected");
    boolean body = operation.has("requestBody");
    boolean parameters = !operation.path("parameters").isEmpty();
    if (body || parameters) {
      add(codes, HttpStatus.BAD_REQUEST, "fields-invalid");
    }
    if (body) {
      add(codes, HttpStatus.BAD_REQUEST, "body-broken");
      add(codes, HttpStatus.BAD_REQUEST, "body-missing");
      add(codes, HttpStatus.CONTENT_TOO_LARGE, "body-too-large");
      add(codes, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "media-type-unsupported");
    }
    add(codes, HttpStatus.UNAUTHORIZED, "unauthorized");
    add(codes, HttpStatus.UNAUTHORIZED, "token-invalid");
    add(codes, HttpStatus.FORBIDDEN, "forbidden");
    add(codes, HttpStatus.FORBIDDEN, "scope-missing");
    if (path.contains("{")) {
      String resource = path.substring("/api/v1/".length()).split("/", 2)[0];
      add(codes, HttpStatus.NOT_FOUND, UNKNOWN.getOrDefault(resource, "route-unknown"));
    }
    add(codes, HttpStatus.NOT_ACCEPTABLE, "not-acceptable");
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("name").asText().equals("Idempotency-Key")) {
        add(codes, HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused");
      }
    }
    for (Map.Entry<String, JsonNode> more : operation.path("x-problems").properties()) {
      more.getValue()
          .forEach(
              c -> add(codes, HttpStatus.valueOf(Integer.parseInt(more.getKey())), c.asText()));
    }
    add(codes, HttpStatus.TOO_MANY_REQUESTS, "too-many-requests");
    add(codes, HttpStatus.SERVICE_UNAVAILABLE, "database-away");
    return codes;
  }

  private static void add(Map<HttpStatus, List<String>> codes, HttpStatus status, String code) {
    codes.computeIfAbsent(status, s -> new ArrayList<>()).add(code);
  }

  private void response(ObjectNode operation, String path, HttpStatus status, List<String> codes) {
    ObjectNode response =
        ((ObjectNode) operation.get("responses")).putObject(Integer.toString(status.value()));
    ObjectNode content = response.putObject("content").putObject("application/problem+json");
    content.putObject("schema").put("$ref", PROBLEM);
    ObjectNode examples = content.putObject("examples");
    List<String> titles = new ArrayList<>();
    for (String code : codes) {
      Map<String, Object> example =
          problems.describe(problem(status, code), path, Locale.SIMPLIFIED_CHINESE);
      titles.add(String.valueOf(example.get("title")));
      examples.putObject(code).set("value", Json31.mapper().valueToTree(example));
    }
    response.put("description", String.join("；", titles));
    if (status == HttpStatus.TOO_MANY_REQUESTS || status == HttpStatus.SERVICE_UNAVAILABLE) {
      header(response, "Retry-After", "多少秒后再试", "10");
    }
    if (status == HttpStatus.UNAUTHORIZED) {
      header(response, "WWW-Authenticate", "如何登录", "Basic realm=\"hotline\", charset=\"UTF-8\"");
    }
  }

  private static void header(ObjectNode response, String name, String says, String example) {
    ObjectNode header = response.withObject("/headers").putObject(name);
    header.put("description", says).putObject("schema").put("type", "string");
    header.put("example", example);
  }

  /** A problem as it might be: its arguments are examples. */
  private static Problem problem(HttpStatus status, String code) {
    if (code.equals("fields-invalid")) {
      return Problem.ofFields(List.of(FieldProblem.of("limit", "range", 1, 200)));
    }
    Object[] arguments =
        switch (code) {
          case "body-broken" -> new Object[] {2, 10};
          case "body-too-large" -> new Object[] {262_144};
          case "media-type-unsupported" -> new Object[] {"text/plain", "application/json"};
          case "not-acceptable" -> new Object[] {"application/json"};
          case "too-many-requests" -> new Object[] {7};
          case "scope-missing" -> new Object[] {"tickets:read"};
          case "import-too-large" -> new Object[] {200};
          case "import-too-many" -> new Object[] {20_000};
          case "ticket-changed" -> new Object[] {3, "1000002", 4};
          case "transition-refused" -> new Object[] {"1000002", "new", "solve", "accept, withdraw"};
          default -> new Object[] {"1000002"};
        };
    return Problem.of(status, code, arguments);
  }
}
