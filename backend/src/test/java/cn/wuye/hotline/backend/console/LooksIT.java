package cn.wuye.hotline.backend.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class LooksIT extends ConsoleCase {
  private static final String DARK = "rgb(17, 22, 28)";
  private static final String LIGHT = "rgb(243, 245, 248)";

  @Autowired CallFixture calls;

  @ParameterizedTest
  @CsvSource({"360, light", "1440, dark"})
  void everyPageFitsAndHasNoSeriousFaultForAnybody(int width, String theme) {
    long ticket = calls.ticketWithRecording("金桂苑", estate("金桂苑"));
    Page page = signedIn("admin", width);
    page.navigate("/console/tickets?all&theme=" + theme);
    for (String path :
        List.of(
            "/console/tickets",
            "/console/tickets?q=%E7%94%B5%E6%A2%AF",
            "/console/tickets?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E6%A0%B7%E7%9A%84",
            "/console/tickets/" + ticket,
            "/console/tickets/bulk?t=" + ticket,
            "/console/tickets/new",
            "/console/estates",
            "/console/estates/" + estate("阳光花园"),
            "/console/estates/company",
            "/console/residents?q=0001",
            "/console/residents/1",
            "/console/moving",
            "/console/messages",
            "/console/messages?state=dead",
            "/console/surveys",
            "/console/surveys?state=unreached",
            "/console/surveys/tasks",
            "/console/polls",
            "/console/polls/new",
            "/console/messages/templates",
            "/console/messages/templates/ticket-opened/email/zh",
            "/console/surveys/today",
            "/console/surveys/today/comments?word=%E6%BC%8F%E6%B0%B4",
            "/console/status",
            "/console/floor",
            "/console/floor/wall",
            "/console/tokens",
            "/console/wording",
            "/console/wording/texts",
            "/console/wording/keys",
            "/console/wording/lexicon",
            "/console/wording/misheard",
            "/console/wording/emergencies",
            "/console/wording/hours",
            "/console/prompts",
            "/console/audit",
            "/console/users",
            "/console/users/new",
            "/console/crews",
            "/console/crews/member/1",
            "/console/crews/department/engineering",
            "/console/crews/third-party/new",
            "/console/queues",
            "/console/queues/new",
            "/console/queues/general",
            "/console/call-backs",
            "/console/queue-agents",
            "/console/queue-alarms",
            "/console/equipment",
            "/console/equipment/new",
            "/console/knowledge",
            "/console/knowledge/new",
            "/console/compensations",
            "/console/penalties",
            "/console/quality",
            "/console/quality/criteria",
            "/console/quality/results",
            "/console/satisfaction",
            "/console/traffic",
            "/console/traffic/staffing",
            "/console/crews/row/new",
            "/console/crews/categories",
            "/console/crews/category/facilities",
            "/console/crews/category/new",
            "/console/deadlines",
            "/console/deadlines/rules/general",
            "/console/deadlines/calendars",
            "/console/deadlines/calendars/default",
            "/console/deadlines/ladder",
            "/console/deadlines/history")) {
      page.navigate(path);
      check(page, path, width);
    }
    page.keyboard().press("?");
    assertThat(page.locator("#keys[open]").count()).isEqualTo(1);
    check(page, "/keys", width);
    page.keyboard().press("Escape");
    page.click("text=退出");
    check(page, "/login", width);
  }

  @Test
  void theAdministratorsMenuIsOneLineAndTheRestOfItOpens() {
    Page page = signedIn("admin", 1440);
    page.navigate("/console/tickets?all");
    page.waitForLoadState();
    double one = page.locator(".brand").boundingBox().height;
    assertThat(page.locator(".top").boundingBox().height).isLessThan(one + 20);

    page.locator(".nav summary").click();
    check(page, "/menu", 1440);
    page.keyboard().press("Escape");
    assertThat(page.locator(".nav__list").isVisible()).isFalse();
    page.locator(".nav summary").click();
    page.click("h1");
    assertThat(page.locator(".nav__list").isVisible()).isFalse();

    Page phone = signedIn("admin", 360);
    phone.locator(".nav summary").click();
    check(phone, "/menu", 360);
    phone.click(".nav__list a[href$='/console/deadlines']");
    phone.waitForURL("**/console/deadlines");
    assertThat(phone.locator(".nav summary").getAttribute("aria-current")).isEqualTo("true");
  }

  @Test
  void theColoursFollowTheSystemUntilOthersAreChosenAndThePageComesInThem() {
    Page page = signedIn("admin", 1440);
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
    assertThat(background(page)).isEqualTo(DARK);
    assertThat(faults(page)).isEmpty();

    page.click("text=外观：自动");
    assertThat(background(page)).isEqualTo(LIGHT);
    page.navigate("/console/status");
    assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("light");
    assertThat(background(page)).isEqualTo(LIGHT);

    page.click("text=外观：浅色");
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(com.microsoft.playwright.options.ColorScheme.LIGHT));
    assertThat(background(page)).isEqualTo(DARK);
  }

  @Test
  void paperShowsTheTicketAloneInBlackOnWhite() {
    long ticket = calls.ticketWithRecording("金桂苑", estate("金桂苑"));
    Page page = signedIn("admin", 1440);
    page.navigate("/console/tickets/" + ticket + "?theme=dark");
    page.emulateMedia(
        new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));

    assertThat(page.locator("header.top").isVisible()).isFalse();
    assertThat(page.locator("#h-steps").isVisible()).isFalse();
    assertThat(page.locator("#history").isVisible()).isTrue();
    assertThat(background(page)).isEqualTo("rgb(255, 255, 255)");
    assertThat(page.locator("#facts").innerText()).contains("****");
    page.navigate("/console/tickets?all");
    assertThat(page.locator("form.filters").isVisible()).isFalse();
    assertThat(page.locator(".tickets thead").isVisible()).isTrue();
  }

  private static String background(Page page) {
    // A page that has just been opened has no colours before its styles have come.
    page.waitForLoadState();
    return String.valueOf(
        page.evaluate("getComputedStyle(document.documentElement).backgroundColor"));
  }

  static void check(Page page, String path, int width) {
    shot(page, path.replaceAll("[?].*", "-empty").replaceAll("[^a-z]+", "_") + "-" + width);
    fits(page, width);
    assertThat(faults(page)).as("%s at %s px", path, width).isEmpty();
  }

  static void fits(Page page, int width) {
    Object over =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) over).intValue())
        .as("%s scrolls sideways at %s px", page.url(), width)
        .isZero();
  }

  static List<String> faults(Page page) {
    // Without frames the legacy mode finds the same and opens no second page for each.
    return new AxeBuilder(page)
        .setLegacyMode(true).options(violationsOnly()).analyze().getViolations().stream()
            .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
            .map(rule -> rule.getId() + ": " + rule.getNodes())
            .toList();
  }

  private static AxeRunOptions violationsOnly() {
    AxeRunOptions options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return options;
  }
}
