package cn.wuye.hotline.backend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NewTicketIT extends ConsoleCase {

  @Test
  void mistakesStandBesideTheirFieldsAndNothingTypedIsLost() {
    Page page = signedIn(AGENT, 360);
    page.navigate("/console/tickets/new");
    page.fill("#text", "字".repeat(4001));
    page.fill("#phone", "十二");
    page.fill("#reporter", "王女士");
    page.click("text=提交工单");

    assertThat(page.locator("[role=alert]")).containsText("还有 3 处");
    assertThat(page.locator("#e-text")).containsText("最多 4,000 字，现在是 4,001 字");
    assertThat(page.locator("#e-category")).containsText("请选择");
    assertThat(page.locator("#e-phone")).isVisible();
    assertThat(page.locator("#text")).hasValue("字".repeat(4001));
    assertThat(page.locator("#reporter")).hasValue("王女士");
    assertThat(page.locator("#text")).isFocused();
    shot(page, "new-mistakes-360");
  }

  @Test
  void pressingTwiceOpensOneTicket() {
    Page page = signedIn(AGENT, 1440);
    page.navigate("/console/tickets/new");
    fill(page, "按两次提交");
    long before = count("ticket");

    page.evaluate(
        "() => { const f = document.querySelector('main form');"
            + " delete f.dataset.once; f.removeAttribute('data-once');"
            + " const again = new FormData(f);"
            + " return fetch(f.action, {method: 'POST', body: new URLSearchParams(again)}); }");
    page.click("text=提交工单");

    assertThat(page.locator("h1")).hasText(Pattern.compile("工单 [0-9]+"));
    assertThat(count("ticket")).isEqualTo(before + 1);
  }

  @Test
  void theKeyboardIsEnough() {
    Page page = signedIn(AGENT, 1440);

    page.keyboard().press("Tab");
    assertThat(page.locator(":focus")).hasText("跳到正文");
    page.keyboard().press("Enter");
    page.keyboard().press("n");
    assertThat(page.locator("h1")).hasText("新建工单");
    tabTo(page, "text");
    page.keyboard().type("只用键盘写的工单");
    tabTo(page, "category");
    page.keyboard().press("ArrowDown");
    tabTo(page, "reporter");
    page.keyboard().type("李先生");
    page.keyboard().press("Enter");

    assertThat(page.locator("h1")).hasText(Pattern.compile("工单 [0-9]+"));
    assertThat(page.locator(".ticket__words")).hasText("只用键盘写的工单");
    page.waitForLoadState();
    page.keyboard().press("l");
    assertThat(page.locator("h1")).hasText("工单");
  }

  @Test
  void oneWhoOnlyReadsWritesNothing() {
    cn.wuye.hotline.backend.user.Staff.add(
        application, "quality", cn.wuye.hotline.backend.user.Role.QUALITY);
    Page page = signedIn("quality", 1440);

    assertThat(page.locator("a[href='/console/tickets/new']")).hasCount(0);
    assertThat(page.navigate("/console/tickets/new").status()).isEqualTo(403);
    page.navigate("/console/tickets/" + ticketIn("翠湖家园"));
    assertThat(page.locator("main form")).hasCount(0);
  }

  private static void fill(Page page, String text) {
    page.fill("#text", text);
    page.selectOption("#category", "environment/cleaning");
    page.selectOption("#estate", new SelectOption().setLabel("幸福小区"));
  }

  private static void tabTo(Page page, String id) {
    for (int n = 0; n < 40; n++) {
      if (id.equals(page.evaluate("document.activeElement.id"))) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("the tab key never reaches #" + id);
  }
}
