package cn.wuye.hotline.caller.bench;

import cn.wuye.hotline.caller.Hotline;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody who has signed in to the console.
 *
 * @param base of the console, without a path
 */
public record ConsoleSession(URI base, List<HttpCookie> cookies) {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  /** Signs the first administrator in. */
  public static ConsoleSession of(Hotline hotline) throws IOException, InterruptedException {
    return of(hotline, "admin");
  }

  /** Signs in somebody who has the first administrator's password. */
  public static ConsoleSession of(Hotline hotline, String user)
      throws IOException, InterruptedException {
    URI base = hotline.api().resolve("/");
    CookieManager cookies = new CookieManager();
    HttpClient client =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    HttpResponse<String> page =
        client.send(
            HttpRequest.newBuilder(base.resolve("/login")).timeout(TIMEOUT).build(),
            BodyHandlers.ofString());
    Matcher token = TOKEN.matcher(page.body());
    if (!token.find()) {
      throw new IOException("the login page has no form token");
    }
    String form =
        "username="
            + encoded(user)
            + "&password="
            + encoded(hotline.adminPassword())
            + "&_csrf="
            + encoded(token.group(1));
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(base.resolve("/login"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.ofString());
    String to = answer.headers().firstValue("Location").orElse("");
    if (answer.statusCode() != 302 || to.contains("/login")) {
      throw new IOException("signing in was answered with " + answer.statusCode() + " " + to);
    }
    return new ConsoleSession(base, List.copyOf(cookies.getCookieStore().getCookies()));
  }

  /** The same at another node of the cluster: sessions are in the database. */
  ConsoleSession at(Hotline other) {
    return new ConsoleSession(other.api().resolve("/"), cookies);
  }

  /** As a request's header. */
  String header() {
    return cookies.stream()
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
