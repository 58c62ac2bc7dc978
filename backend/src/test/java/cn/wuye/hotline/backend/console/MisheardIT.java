package cn.wuye.hotline.backend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was misheard is put right on tickets, and understood from then on. */
class MisheardIT extends ConsoleCase {
  @Autowired CallFixture calls;

  @BeforeEach
  void nothingIsCorrected() {
    jdbc.sql("DELETE FROM turn_correction").update();
    jdbc.sql("DELETE FROM misheard_refusal").update();
  }

  @Test
  void fromTwoCorrectionsToTheNextCall() {
    long first = calls.ticketWithRecording("", estate("翠湖家园"), "厨房顶上老追了");
    long second = calls.ticketWithRecording("", estate("阳光花园"), "卫生间老追，快来人");
    Page agent = signedIn(AGENT, 360);
    correct(agent, first, "厨房顶上漏水了");
    correct(agent, second, "卫生间漏水，快来人");
    Locator turn = agent.locator(".turn--caller");
    assertThat(turn).containsText("卫生间老追，快来人");
    assertThat(turn.locator(".turn__said")).containsText("实际说的是：卫生间漏水，快来人");
    LooksIT.fits(agent, 360);
    shot(agent, "ticket-corrected-360");

    Page admin = signedIn("admin", 1440);
    admin.navigate("/console/wording/misheard");
    Locator proposal = admin.locator(".misheard > li");
    assertThat(proposal).containsText("“老追”其实是“漏水”");
    assertThat(proposal).containsText("2 通来电");
    assertThat(proposal).containsText("听成“厨房顶上老追了”，实际是“厨房顶上漏水了”");
    Assertions.assertThat(LooksIT.faults(admin)).isEmpty();
    shot(admin, "wording-misheard-1440");
    admin.setViewportSize(360, 740);
    LooksIT.fits(admin, 360);
    shot(admin, "wording-misheard-360");

    admin.click("button:has-text('不要')");
    assertThat(proposal).hasCount(0);
    admin.click("summary:has-text('不要的提议（1）')");
    shot(admin, "wording-misheard-refused-360");
    admin.click("button:has-text('再提议')");
    admin.click("button:has-text('采用')");
    assertThat(admin.locator("[role=status]").first()).containsText("已采用");
    assertThat(proposal).hasCount(0);
    admin.navigate("/console/wording");
    assertThat(admin.locator(".versions")).containsText("误听：老追 → 漏水");
    admin.click(".versions li:last-child summary");
    admin.click("button:has-text('确定恢复出厂内容')");
    assertThat(admin.locator("[role=status]").first()).containsText("已恢复");
  }

  private static void correct(Page page, long ticket, String said) {
    page.navigate("/console/tickets/" + ticket);
    page.click("summary:has-text('听错了？改正')");
    page.fill("textarea[name=said]", said);
    page.click("button:has-text('保存改正')");
    assertThat(page.locator(".turn__said")).containsText(said);
  }
}
