package cn.wuye.hotline.backend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.user.Staff;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SignInIT extends ConsoleCase {

  @Test
  void wrongPasswordIsToldAndTheRightOneOpensThePageAskedFor() {
    Page page = page(1440);
    page.navigate("/console/status");
    assertThat(page).hasURL(Pattern.compile(".*/login.*"));
    shot(page, "login-1440");

    signIn(page, "admin", "wrong");
    assertThat(page.locator("#why")).containsText("用户名或密码不对");

    signIn(page, "admin", Staff.PASSWORD);
    assertThat(page.locator("h1")).hasText("系统状态");
    shot(page, "status-1440");
  }

  @Test
  void guessingIsSlowedDown() {
    Page page = page(360);
    page.navigate("/login");
    for (int n = 0; n < 6; n++) {
      signIn(page, "guessed", "guess" + n);
      page.waitForURL(Pattern.compile(".*/login\\?.*"));
    }

    assertThat(page.locator("#why")).containsText("失败次数太多");
    shot(page, "login-throttled-360");
  }

  @Test
  void signingOutEndsTheSession() {
    Page page = signedIn(AGENT, 1440);
    page.click("text=退出");
    assertThat(page.locator("#why")).containsText("您已退出");

    page.navigate("/console/tickets");

    assertThat(page).hasURL(Pattern.compile(".*/login.*"));
  }

  @Test
  void whoSentAPageOfAnEndedSessionIsToldSoAndSignsInAgain() {
    Page page = signedIn(AGENT, 1440);
    page.context().clearCookies();

    page.click("text=退出");

    assertThat(page.locator("h1")).hasText("页面已过期");
    page.click("text=重新登录");
    assertThat(page).hasURL(Pattern.compile(".*/login"));
  }

  @Test
  void englishIsOneClickAwayAndStays() {
    Page page = signedIn(AGENT, 1440);
    assertThat(page.locator("h1")).hasText("工单");

    page.click("text=English");
    assertThat(page.locator("h1")).hasText("Tickets");
    page.navigate("/console/tickets/new");

    assertThat(page.locator("h1")).hasText("New ticket");
    shot(page, "new-english-1440");
  }

  @Test
  void everyPageIsClosedToStrangersAndTellsBrowsersToBeStrict() throws Exception {
    HttpResponse<String> refused = get("/console/tickets", "");
    HttpResponse<String> login = get("/login", "");

    assertThat(refused.statusCode()).isEqualTo(302);
    assertThat(get("/actuator/env", "").statusCode()).isEqualTo(302);
    assertThat(login.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'");
    assertThat(login.headers().allValues("Set-Cookie"))
        .allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite"));
  }

  @Test
  void theApiTakesNameAndPasswordOnEveryRequestAndKeepsNoSession() throws Exception {
    HttpResponse<String> without = get("/api/v1/tickets", "");
    HttpResponse<String> wrong = get("/api/v1/tickets", "api-guess:x");
    HttpResponse<String> right = get("/api/v1/nothing", AGENT + ":" + Staff.PASSWORD);

    assertThat(without.statusCode()).isEqualTo(401);
    assertThat(without.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(right.statusCode()).isEqualTo(404);
    assertThat(right.headers().firstValue("Set-Cookie")).isEmpty();
  }

  private HttpResponse<String> get(String path, String credentials)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Accept", path.startsWith("/api") ? "application/json" : "text/html");
    if (!credentials.isEmpty()) {
      byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
