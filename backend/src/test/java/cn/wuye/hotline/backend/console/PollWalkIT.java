package cn.wuye.hotline.backend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.wuye.hotline.backend.message.LinkToken;
import cn.wuye.hotline.backend.persistence.Utc;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PollWalkIT extends ConsoleCase {
  private static final String TITLE = "冬季问卷";

  @Autowired Clock clock;

  /** Other tests know nothing of this poll. */
  @AfterEach
  void asItWas() {
    jdbc.sql("DELETE FROM poll WHERE title = ?").param(TITLE).update();
  }

  @Test
  void aPollIsDraftedBegunAndAnsweredOnItsPage() {
    Page page = signedIn("admin", 1440);
    page.navigate("/console/polls?theme=dark");
    page.click("text=新建问卷");
    page.fill("#title", TITLE);
    page.locator(".ticks label:has-text('阳光花园') input").first().check();
    page.fill("#zh-1", "您对小区的卫生满意吗？");
    page.fill("#zh-2", "您还有什么建议？");
    page.selectOption("#kind-2", "words");
    page.click("button[name=preview]");
    assertThat(page.locator("#preview")).containsText("您还有什么建议？");
    LooksIT.check(page, "/poll-edit", 1440);
    page.click("text=保存草稿");
    assertThat(page.locator("h1")).hasText(TITLE);
    page.click("text=抽取住户并开始");
    assertThat(page.locator("#progress")).containsText("待打");

    Page resident = page(360);
    resident.navigate("/q/" + link());
    assertThat(resident.locator("h1")).hasText("想听听您的意见");
    LooksIT.check(resident, "/poll-answer", 360);
    resident.setViewportSize(1440, 900);
    LooksIT.check(resident, "/poll-answer", 1440);
    resident.click("button[type=submit]");
    assertThat(resident.locator("[role=alert]")).hasText("请至少回答一个问题。");
    resident.check("input[name=q-1][value='4']");
    resident.fill("#q-2", "多种点花");
    resident.click("button[type=submit]");
    assertThat(resident.locator("#over")).containsText("已经收到");

    page.reload();
    assertThat(page.locator("#q1")).containsText("满意");
    assertThat(page.locator("#words")).containsText("多种点花");
    LooksIT.check(page, "/poll", 1440);
    Page narrow = signedIn("admin", 360);
    narrow.navigate(page.url() + "&theme=light");
    LooksIT.check(narrow, "/poll", 360);
    narrow.click("text=返回列表");
    assertThat(narrow.locator("#polls")).containsText(TITLE);
    LooksIT.check(narrow, "/polls-some", 360);
    narrow.navigate("/console/polls/new");
    LooksIT.check(narrow, "/poll-edit", 360);
  }

  /** What the message to one who was drawn would bring. */
  private String link() {
    String token = LinkToken.next();
    Instant now = Utc.now(clock);
    jdbc.sql(
            "INSERT INTO poll_link (token_hash, asked_id, created_at, expires_at)"
                + " SELECT ?, MIN(r.id), ?, ? FROM poll_resident r JOIN poll p ON p.id = r.poll_id"
                + " WHERE p.title = ?")
        .params(
            LinkToken.hash(token), Utc.column(now), Utc.column(now.plus(Duration.ofDays(7))), TITLE)
        .update();
    return token;
  }
}
