package cn.wuye.hotline.backend.console;

import cn.wuye.hotline.backend.ForkFolder;
import cn.wuye.hotline.backend.database.RealDatabase;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.Staff;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The console with its sample data in a real browser; one application for all these tests. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(CallFixture.class)
abstract class ConsoleCase {
  static final String AGENT = "agent-all";
  static final String LOCAL_AGENT = "agent-one";

  @Autowired ApplicationContext application;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  private final List<BrowserContext> browsers = new ArrayList<>();

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    RealDatabase.of(RealDatabase.Kind.MARIADB).emptySchema(ConsoleCase.class).register(registry);
    registry.add("hotline.home", ForkFolder.of("console-home")::toString);
    registry.add("hotline.telephony.enabled", () -> false);
    registry.add("hotline.sample.load", () -> true);
    registry.add("hotline.user.admin-password", () -> Staff.PASSWORD);
  }

  @BeforeEach
  void staff() {
    Awaitility.await("sample data").atMost(Duration.ofMinutes(1)).until(() -> count("ticket") > 0);
    Staff.add(application, AGENT, Role.AGENT);
    Staff.add(application, LOCAL_AGENT, Role.AGENT, estate("阳光花园"));
  }

  @AfterEach
  void close() {
    browsers.forEach(BrowserContext::close);
  }

  /** The one that pages are opened in: without a microphone, but where a test has its own. */
  Browser browser() {
    return Browsers.chromium();
  }

  /** A page of somebody who is not signed in. */
  final Page page(int width) {
    BrowserContext browser =
        browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL("http://127.0.0.1:" + port)
                    .setLocale("zh-CN")
                    .setViewportSize(width, width < 600 ? 740 : 900));
    browser.setDefaultTimeout(15_000);
    browsers.add(browser);
    return browser.newPage();
  }

  /** The ticket list of somebody who has just signed in. */
  final Page signedIn(String username, int width) {
    Page page = page(width);
    page.navigate("/login");
    signIn(page, username, Staff.PASSWORD);
    page.waitForURL("**/console/tickets**");
    return page;
  }

  static void signIn(Page page, String username, String password) {
    page.fill("#username", username);
    page.fill("#password", password);
    page.click("main button[type=submit]");
  }

  static void shot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/screenshots/" + name + ".png"))
            .setFullPage(true));
  }

  final long estate(String name) {
    return Objects.requireNonNull(
        jdbc.sql("SELECT id FROM estate WHERE name = ?").param(name).query(Long.class).single());
  }

  final long count(String table) {
    return jdbc.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single();
  }

  /** The newest ticket of an estate. */
  final long ticketIn(String estateName) {
    return jdbc.sql("SELECT MAX(number) FROM ticket WHERE estate_id = ?")
        .param(estate(estateName))
        .query(Long.class)
        .single();
  }
}
