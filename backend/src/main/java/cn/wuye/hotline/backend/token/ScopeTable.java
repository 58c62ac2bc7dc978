package cn.wuye.hotline.backend.token;

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
          Map.entry("tickets", Scope.TICKETS_READ),
          Map.entry("categories", Scope.TICKETS_READ),
          Map.entry("deadline-rules", Scope.TICKETS_READ),
          Map.entry("calendars", Scope.TICKETS_READ),
          Map.entry("incidents", Scope.TICKETS_READ),
          Map.entry("quality", Scope.TICKETS_READ),
          Map.entry("surveys", Scope.TICKETS_READ),
          Map.entry("calls", Scope.CALLS_READ),
          Map.entry("recordings", Scope.RECORDINGS_READ),
          Map.entry("estates", Scope.ESTATES_READ),
          Map.entry("equipment", Scope.ESTATES_READ),
          Map.entry("residents", Scope.RESIDENTS_READ));
  private static final Map<String, Scope> WRITE =
      Map.of(
          "tickets", Scope.TICKETS_WRITE,
          "incidents", Scope.TICKETS_WRITE,
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
    Map<String, Scope> scopes = READING.contains(method) ? READ : WRITE;
    return Optional.of(scopes.getOrDefault(resource, Scope.ADMIN));
  }
}
