package cn.wuye.hotline.backend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TicketListIT extends ConsoleCase {
  @Autowired CallFixture calls;

  @Test
  void filtersNarrowTheListAndStayInTheAddress() {
    Page page = signedIn(AGENT, 1440);
    shot(page, "list-1440");

    page.selectOption("#f-category", "facilities/lift");
    page.selectOption("#f-estate", new SelectOption().setLabel("翠湖家园"));
    page.click("text=应用筛选");

    assertThat(page).hasURL(Pattern.compile(".*category=facilities(/|%2F)lift.*"));
    Locator rows = page.locator(".tickets tbody tr");
    // The page is there before the last of its rows is.
    assertThat(rows.nth(4)).isVisible();
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
      // A click does not wait for the whole of the next page, and counting does not either.
      page.navigate(page.locator("a[rel=next]").getAttribute("href"));
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

  @Test
  void whatWasLookedForIsMarked() {
    Page page = signedIn(AGENT, 1440);

    page.navigate("/console/tickets?q=三号樓 電梯");

    assertThat(page.locator(".t-place mark").first()).hasText("3号楼");
    assertThat(page.locator(".t-text mark:has-text('电梯')").first()).isVisible();
  }

  @Test
  void aFilterIsKeptUnderANameAndTheListBeginsWithIt() {
    Page page = signedIn(AGENT, 1440);
    page.navigate("/console/tickets?urgency=emergency&q=电梯");
    page.click("text=保存和管理筛选");
    page.fill("#filter-name", "紧急电梯");
    page.check("input[name=standard]");
    page.click("text=保存筛选");
    assertThat(page.locator("#saved a[aria-current]")).containsText("紧急电梯");

    page.navigate("/console/tickets");
    assertThat(page).hasURL(Pattern.compile(".*urgency=emergency.*"));
    assertThat(page.locator("#q")).hasValue("电梯");
    assertThat(page.locator("#saved .chips__count")).hasText(Pattern.compile("[0-9]+\\+?"));
    page.click("text=全部工单");
    assertThat(page.locator("#q")).hasValue("");
    // Nobody else sees it, and nobody else can touch it.
    Page other = signedIn(LOCAL_AGENT, 360);
    assertThat(other.locator("#saved")).hasCount(0);

    page.click("text=保存和管理筛选");
    page.click("button:has-text('删除')");
    assertThat(page.locator("#saved")).hasCount(0);
    page.navigate("/console/tickets");
    assertThat(page).hasURL(Pattern.compile(".*/console/tickets$"));
  }

  @Test
  void whatTheAdministratorSharesEveryoneSeesAndTheAuditKnows() {
    Page admin = signedIn("admin", 1440);
    admin.navigate("/console/tickets?channel=phone");
    admin.click("text=保存和管理筛选");
    admin.fill("#filter-name", "电话来的");
    admin.check("input[name=shared]");
    admin.click("text=保存筛选");

    Page agent = signedIn(AGENT, 1440);
    assertThat(agent.locator("#saved")).containsText("电话来的");
    agent.click("text=保存和管理筛选");
    assertThat(agent.locator("button:has-text('删除')")).hasCount(0);
    assertThat(agent.locator("input[name=shared]")).hasCount(0);

    admin.click("text=保存和管理筛选");
    admin.click("button:has-text('删除')");
    assertThat(agent.navigate("/console/audit").status()).isEqualTo(403);
    admin.navigate("/console/audit?action=filter");
    assertThat(admin.locator(".audit li").first()).containsText("删除共享筛选");
    assertThat(admin.locator(".audit li").nth(1)).containsText("filter:电话来的");
    admin.navigate("/console/audit?who=" + AGENT + "&action=sign-in");
    assertThat(admin.locator(".audit li").first()).containsText("登录");
  }

  @Test
  void manyAreDoneAtOnceAfterALookAtWhatWouldHappen() {
    long one = calls.freshTicket("七号楼的路灯不亮", estate("阳光花园"));
    long other = calls.freshTicket("八号楼的路灯不亮", estate("阳光花园"));
    // The machine keeps out of it.
    jdbc.sql("DELETE FROM dispatch_queue").update();
    Page page = signedIn(LOCAL_AGENT, 360);
    page.navigate("/console/tickets?state=new");
    page.keyboard().press("j");
    page.keyboard().press("x");
    page.keyboard().press("j");
    page.keyboard().press("x");
    assertThat(page.locator("[data-tick-count]")).hasText("已选 2 张");
    // Whatever comes meanwhile, what was ticked stays ticked.
    calls.freshTicket("九号楼的路灯不亮", estate("阳光花园"));
    assertThat(page.locator(".t-text p").first()).containsText("九号楼的路灯不亮");
    assertThat(page.locator("input[data-tick]:checked")).hasCount(2);
    shot(page, "list-ticked-360");
    LooksIT.check(page, "/console/tickets/ticked", 360);

    page.keyboard().press("b");
    page.waitForURL("**/console/tickets/bulk?**");
    page.waitForLoadState();
    assertThat(page.locator(".bulk-lines a")).hasText(new String[] {other + "", one + ""});
    assertThat(page.locator("#duty")).isHidden();
    page.getByLabel("非物业职责").check();
    assertThat(page.locator("#duty")).isVisible();
    page.getByLabel("受理").check();
    page.fill("#words", "一起去修");
    page.click("text=预览");
    assertThat(page.locator("#h-possible")).hasText("将要处理（2 张）");
    assertThat(page.locator(".bulk-line__to").first()).containsText("已受理");
    LooksIT.check(page, "/console/tickets/bulk/preview", 360);

    page.keyboard().press("a");
    page.keyboard().press("Enter");
    assertThat(page.locator("#bulk-sum")).hasText("完成 2 张，没有完成 0 张。");
    LooksIT.check(page, "/console/tickets/bulk/done", 360);
    page.click("text=返回列表");
    assertThat(page).hasURL(Pattern.compile(".*/console/tickets\\?state=new$"));
    assertThat(page.locator("#t" + one)).hasCount(0);
  }

  @Test
  void keysGoThroughTheListAndTheTicket() {
    Page page = signedIn(AGENT, 1440);
    page.keyboard().press("j");
    page.keyboard().press("j");
    page.keyboard().press("ArrowUp");
    assertThat(page.locator("a[data-row]").first()).isFocused();
    page.keyboard().press("Enter");
    page.waitForSelector(".ticket");
    page.waitForLoadState();

    page.keyboard().press("m");
    assertThat(page.locator("#note")).isFocused();
    page.keyboard().type("jkn?");
    assertThat(page.locator("#note")).hasValue("jkn?");
    page.locator("#note").blur();
    page.keyboard().press("e");
    assertThat(page.locator("#text")).isFocused();
    page.locator("#text").blur();
    page.keyboard().press("?");
    assertThat(page.locator("#keys")).isVisible();
    page.keyboard().press("n");
    assertThat(page.locator("#keys")).isVisible();
    page.uncheck("[data-keys-on]");
    page.keyboard().press("Escape");
    assertThat(page.locator("#keys")).isHidden();
    page.keyboard().press("l");
    assertThat(page.locator(".ticket")).isVisible();
  }
}
