package cn.wuye.hotline.backend.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class LooksIT extends ConsoleCase {
  @Autowired CallFixture calls;

  @ParameterizedTest
  @ValueSource(ints = {360, 1440})
  void everyPageFitsAndHasNoSeriousFaultForAnybody(int width) {
    long ticket = calls.ticketWithRecording("金桂苑", estate("金桂苑"));
    Page page = signedIn("admin", width);
    for (String path :
        List.of(
            "/console/tickets",
            "/console/tickets?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E6%A0%B7%E7%9A%84",
            "/console/tickets/" + ticket,
            "/console/tickets/new",
            "/console/status",
            "/console/tokens",
            "/console/users")) {
      page.navigate(path);
      check(page, path, width);
    }
    page.click("text=退出");
    check(page, "/login", width);
  }

  @Test
  void darkColoursCanBeReadToo() {
    Page page = signedIn("admin", 1440);
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));

    assertThat(faults(page)).isEmpty();
    shot(page, "list-dark-1440");
  }

  private static void check(Page page, String path, int width) {
    shot(page, path.replaceAll("[?].*", "-empty").replaceAll("[^a-z]+", "_") + "-" + width);
    Object over =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(((Number) over).intValue()).as("%s scrolls sideways at %s px", path, width).isZero();
    assertThat(faults(page)).as("%s at %s px", path, width).isEmpty();
  }

  private static List<String> faults(Page page) {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
            .map(rule -> rule.getId() + ": " + rule.getNodes())
            .toList();
  }
}
