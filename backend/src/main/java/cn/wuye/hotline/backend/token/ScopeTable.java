package cn.wuye.hotline.backend.token;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which request needs which scope: the one table. What does not stand in it needs {@code admin}.
 */
public final class ScopeTable {
  private static final String API = "/api/v1/";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Map<String, Scope> READ =
      Map.ofEntries(
          entry("tickets", Scope.TICKETS_READ),
          entry("categories", Scope.TICKETS_READ),
          entry("deadline-rules", Scope.TICKETS_READ),
          entry("calendars", Scope.TICKETS_READ),
          entry("incidents", Scope.TICKETS_READ),
          entry("quality", Scope.TICKETS_READ),
          entry("polls", Scope.TICKETS_READ),
          entry("surveys", Scope.TICKETS_READ),
          entry("calls", Scope.CALLS_READ),
          entry("call-backs", Scope.CALLS_READ),
          entry("floor", Scope.CALLS_READ),
          entry("queues", Scope.CALLS_READ),
          entry("recordings", Scope.RECORDINGS_READ),
          entry("estates", Scope.ESTATES_READ),
          entry("traffic", Scope.CALLS_READ),
          entry("equipment", Scope.ESTATES_READ),
          entry("knowledge", Scope.ESTATES_READ),
          entry("residents", Scope.RESIDENTS_READ));
  private static final Map<String, Scope> WRITE =
      Map.of(
          "tickets", Scope.TICKETS_WRITE,
          "incidents", Scope.TICKETS_WRITE,
          "surveys", Scope.TICKETS_WRITE,
          "residents", Scope.RESIDENTS_WRITE);

  private ScopeTable() {}

  /**
   * The scope that a token needs for a request; empty when it needs none.
   *
   * @param method as in the request, capitals
   * @param path without the context path
   */
  public static Optional<Scope> needed(String method, String path) {
    if (path.startsWith("/actuator/")) {
      return Optional.of(Scope.METRICS);
    }
    String resource = path.startsWith(API) ? path.substring(API.length()).split("/", 2)[0] : "";
    if (resource.equals("openapi") || resource.equals("openapi.yaml")) {
      return Optional.empty();
    }
    boolean reads = READING.contains(method);
    // The switch is all that is put there; by its name it could be written otherwise (%73witch).
    if (method.equals("PUT") && resource.equals("surveys")) {
      return Optional.of(Scope.ADMIN);
    }
    Map<String, Scope> scopes = reads ? READ : WRITE;
    return Optional.of(scopes.getOrDefault(resource, Scope.ADMIN));
  }
}
