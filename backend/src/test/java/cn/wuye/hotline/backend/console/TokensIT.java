package cn.wuye.hotline.backend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokensIT extends ConsoleCase {

  @Test
  void aTokenIsMadeShownOnceUsedAndRevoked() throws Exception {
    Page page = signedIn(AGENT, 360);
    page.click("summary:text-is('管理')");
    page.click("nav a:text-is('访问令牌')");
    assertThat(page.locator("h1")).hasText("访问令牌");
    assertThat(page.locator("input[value=metrics]")).hasCount(0);
    page.click("text=生成令牌");
    assertThat(page.locator("#e-name")).containsText("请写明用途");

    page.fill("#name", "月报脚本");
    page.check("input[value='tickets:read']");
    page.selectOption("#days", "30");
    page.click("text=生成令牌");
    String secret = page.inputValue("#secret");
    shot(page, "tokens-made-360");

    assertThat(secret).matches("hl_[A-Za-z0-9_-]{43}");
    assertThat(status("/api/v1/tickets", secret)).isEqualTo(200);
    assertThat(status("/api/v1/residents?phone=13800000001", secret)).isEqualTo(403);
    page.navigate("/console/tokens");
    assertThat(page.locator("#secret")).hasCount(0);
    Locator row = page.locator(".people li").first();
    assertThat(row).containsText("月报脚本");
    assertThat(row).containsText(secret.substring(0, 9));
    assertThat(row).containsText("上次使用：今天");
    shot(page, "tokens-360");
    page.setViewportSize(1440, 900);
    shot(page, "tokens-1440");

    row.locator("button").click();
    assertThat(page.locator("[role=status]")).containsText("令牌已撤销");
    assertThat(status("/api/v1/tickets", secret)).isEqualTo(401);
  }

  @Test
  void theDescriptionOfTheApiIsReadWithoutLooseningWhatBrowsersMayDo() {
    Page page = signedIn("admin", 1440);
    List<String> refused = new ArrayList<>();
    page.onConsoleMessage(
        message -> {
          // Swagger UI hides a drawing by an inline style, which is refused and not missed.
          if (message.text().contains("Content Security Policy")
              && !message.text().startsWith("Applying inline style")) {
            refused.add(message.text());
          }
        });

    page.navigate("/console/api");

    assertThat(page.locator(".swagger-ui .info .title"))
        .containsText("物业投诉热线接口", new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
    page.locator(".opblock-tag").first().click();
    page.locator(".opblock-summary").first().click();
    assertThat(page.locator(".opblock-body").first()).isVisible();
    shot(page, "api-1440");
    assertThat(refused).isEmpty();
  }

  private int status(String path, String token) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer " + token)
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
