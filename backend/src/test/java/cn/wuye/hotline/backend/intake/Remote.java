package cn.wuye.hotline.backend.intake;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Clients that try the other node when theirs does not answer. */
final class Remote {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int ATTEMPTS = 30;

  private Remote() {}

  /** A partner's program. */
  static final class Api {
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final String token;
    private final URI[] nodes;

    /**
     * @param nodes the first never dies
     */
    Api(String token, URI... nodes) {
      this.token = token;
      this.nodes = nodes;
    }

    /** The path of the ticket that is opened. */
    String open(int node, String body) {
      String key = UUID.randomUUID().toString();
      HttpResponse<String> answer = send(node, "POST", "/api/v1/tickets", body, key);
      if (answer.statusCode() != 201) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
      return answer.headers().firstValue("Location").orElseThrow();
    }

    /** Changes a field; reads again and repeats as long as others are faster. */
    void amend(int node, String path, String field, String json, String wanted) {
      for (int i = 0; i < ATTEMPTS; i++) {
        HttpResponse<String> read = send(node, "GET", path, "", "");
        if (read.statusCode() != 200) {
          throw new IllegalStateException(read.statusCode() + " " + read.body());
        }
        String now = read.body();
        if (wanted.equals(JsonPath.<String>read(now, json))) {
          return;
        }
        Number version = JsonPath.read(now, "$.version");
        HttpResponse<String> answer =
            send(node, "PATCH", path, "{\"version\":" + version + "," + field + "}", "");
        if (answer.statusCode() != 200 && answer.statusCode() != 409) {
          throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
      }
      throw new IllegalStateException(path + " is changed by others without end");
    }

    private HttpResponse<String> send(
        int node, String method, String path, String body, String key) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder()
              .timeout(TIMEOUT)
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/json")
              .method(method, HttpRequest.BodyPublishers.ofString(body));
      if (!key.isEmpty()) {
        request.header("Idempotency-Key", key);
      }
      try {
        return exchange(http, request.uri(nodes[node].resolve(path)));
      } catch (IOException dead) {
        return send(0, method, path, body, key);
      }
    }
  }

  /** Somebody at a desk. */
  static final class Form {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("name=\"key\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http =
        HttpClient.newBuilder().connectTimeout(TIMEOUT).cookieHandler(new CookieManager()).build();
    private final URI other;
    private URI node;

    Form(URI node, URI other) {
      this.node = node;
      this.other = other;
    }

    void signIn(String user, String password) {
      String page = send("GET", "/login", "").body();
      Map<String, String> fields = Map.of("username", user, "password", password);
      HttpResponse<String> answer = send("POST", "/login", encoded(page, fields));
      if (!answer.headers().firstValue("Location").orElse("").endsWith("/console/tickets")) {
        throw new IllegalStateException("not signed in: " + answer.headers().map());
      }
    }

    void open(Map<String, String> fields) {
      String page = send("GET", "/console/tickets/new", "").body();
      Map<String, String> all = new HashMap<>(fields);
      all.put("key", found(KEY, page));
      HttpResponse<String> answer = send("POST", "/console/tickets/new", encoded(page, all));
      if (answer.statusCode() != 302) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
    }

    private HttpResponse<String> send(String method, String path, String body) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder()
              .timeout(TIMEOUT)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .method(method, HttpRequest.BodyPublishers.ofString(body));
      try {
        return exchange(http, request.uri(node.resolve(path)));
      } catch (IOException dead) {
        node = other;
        return send(method, path, body);
      }
    }

    private static String encoded(String page, Map<String, String> fields) {
      Map<String, String> all = new HashMap<>(fields);
      all.put("_csrf", found(CSRF, page));
      return all.entrySet().stream()
          .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
          .collect(Collectors.joining("&"));
    }

    private static String found(Pattern what, String page) {
      Matcher matcher = what.matcher(page);
      if (!matcher.find()) {
        throw new IllegalStateException("no " + what + " in " + page);
      }
      return matcher.group(1);
    }
  }

  private static HttpResponse<String> exchange(HttpClient http, HttpRequest.Builder request)
      throws IOException {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
