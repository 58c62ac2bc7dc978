package cn.wuye.hotline.backend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TicketListIT extends ConsoleCase {

  @Test
  void filtersNarrowTheListAndStayInTheAddress() {
    Page page = signedIn(AGENT, 1440);
    shot(page, "list-1440");

    page.selectOption("#f-category", "facilities/lift");
    page.selectOption("#f-estate", new SelectOption().setLabel("翠湖家园"));
    page.click("text=应用筛选");

    assertThat(page).hasURL(Pattern.compile(".*category=facilities(/|%2F)lift.*"));
    Locator rows = page.locator(".tickets tbody tr");
    assertThat(rows.count()).isBetween(5, 30);
    for (String place : page.locator(".t-place").allInnerTexts()) {
      assertThat(place).startsWith("翠湖家园");
    }
    assertThat(page.locator("#f-category")).hasValue("facilities/lift");
  }

  @Test
  void searchFindsWordsAndNumbers() {
    Page page = signedIn(AGENT, 1440);

    page.keyboard().press("/");
    page.keyboard().type("充电桩");
    page.keyboard().press("Enter");
    assertThat(page.locator(".t-text p").first()).containsText("充电桩");

    String number = Long.toString(ticketIn("阳光花园"));
    page.fill("#q", number);
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).hasText("工单 " + number);
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepeat() {
    Page page = signedIn(AGENT, 1440);
    page.navigate("/console/tickets?urgency=emergency");
    long all =
        jdbc.sql("SELECT COUNT(*) FROM ticket WHERE urgency = 'emergency'")
            .query(Long.class)
            .single();

    long seen = page.locator(".tickets tbody tr").count();
    while (page.locator("a[rel=next]").count() > 0) {
      page.click("a[rel=next]");
      seen += page.locator(".tickets tbody tr").count();
    }

    assertThat(seen).isEqualTo(all);
  }

  @Test
  void aFilterThatMakesNoSenseIsToldNotAnError() {
    Page page = signedIn(AGENT, 1440);

    page.navigate("/console/tickets?state=asleep");

    assertThat(page.locator("[role=alert]")).containsText("state=asleep");
    assertThat(page.locator(".tickets")).isVisible();
  }

  @Test
  void aNewTicketAppearsInAnOpenListWithoutAReload() {
    Page watching = signedIn(AGENT, 1440);
    assertThat(watching.locator("[data-live-on]")).isVisible();
    watching.evaluate("window.notReloaded = true");
    Page writing = signedIn(LOCAL_AGENT, 360);

    writing.navigate("/console/tickets/new");
    writing.fill("#text", "一号楼门口的路灯不亮，刚刚发现");
    writing.selectOption("#category", "facilities/public-fixtures");
    writing.selectOption("#estate", new SelectOption().setLabel("阳光花园"));
    writing.click("text=提交工单");
    assertThat(writing.locator("h1")).hasText(Pattern.compile("工单 [0-9]+"));

    assertThat(watching.locator(".t-text p").first()).hasText("一号楼门口的路灯不亮，刚刚发现");
    assertThat(watching.evaluate("window.notReloaded")).isEqualTo(true);
    shot(watching, "list-live-1440");
  }

  @Test
  void anAgentSeesOnlyHerEstates() {
    Page page = signedIn(LOCAL_AGENT, 1440);

    for (String place : page.locator(".t-place").allInnerTexts()) {
      assertThat(place).startsWith("阳光花园");
    }
    assertThat(page.locator("#f-estate option")).hasCount(2);
    assertThat(page.navigate("/console/tickets/" + ticketIn("翠湖家园")).status()).isEqualTo(404);
    assertThat(page.locator("h1")).hasText("找不到");
  }
}
