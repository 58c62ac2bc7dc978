package cn.wuye.hotline.backend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.database.RealDatabase;
import cn.wuye.hotline.backend.user.Staff;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class DatabaseAwayIT extends ConsoleCase {

  @Test
  void aPageSaysSoAndTheLoginSurvives() {
    Page page = signedIn(AGENT, 360);
    Page stranger = page(1440);
    RealDatabase database = RealDatabase.of(RealDatabase.Kind.MARIADB);
    database.goDown();
    try {
      Response answer = page.navigate("/console/tickets");
      assertThat(answer.status()).isEqualTo(503);
      assertThat(page.locator("main")).containsText("电话照常接听");
      assertThat(page.content()).doesNotContain("Exception");
      assertThat(page.locator(".card")).hasCSS("border-radius", "10px");
      shot(page, "database-away-360");

      assertThat(stranger.navigate("/login").status()).isEqualTo(200);
      signIn(stranger, AGENT, Staff.PASSWORD);
      assertThat(stranger.locator("#why")).containsText("数据库暂时连不上");
    } finally {
      database.goUp();
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> page.navigate("/console/tickets").status() == 200);
    assertThat(page.locator("h1")).hasText("工单");
  }
}
