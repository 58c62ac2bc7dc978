package cn.wuye.hotline.backend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.Notice;
import cn.wuye.hotline.backend.message.Outbox;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MessagePageIT extends ConsoleCase {
  private static final String TEMPLATES = "/console/messages/templates";

  @Autowired Outbox outbox;

  @AfterEach
  void asItWas() {
    jdbc.sql("DELETE FROM outgoing_message").update();
    jdbc.sql("DELETE FROM message_template").update();
    jdbc.sql("DELETE FROM staff_contact").update();
    jdbc.sql("DELETE FROM resident_contact").update();
  }

  private long told(String login, long ticket) {
    String once = UUID.randomUUID().toString();
    outbox.tell(
        new Notice(
            "ticket-dispatched",
            new Addressee.Staff(login),
            new TicketNumber(ticket),
            Map.of("due", "18:00"),
            false,
            once));
    return jdbc.sql("SELECT id FROM outgoing_message WHERE once = ?")
        .param(once)
        .query(Long.class)
        .single();
  }

  private String state(long message) {
    return jdbc.sql("SELECT state FROM outgoing_message WHERE id = ?")
        .param(message)
        .query(String.class)
        .single();
  }

  private void settled(long message) {
    Awaitility.await().until(() -> !state(message).equals("waiting"));
  }

  @Test
  void whatCouldNotBeSentSaysWhyAndIsSentAgainByOnePress() {
    long message = told(AGENT, ticketIn("阳光花园"));
    settled(message);
    Page page = signedIn(AGENT, 360);
    page.navigate("/console/messages?state=unsendable");

    assertThat(page.locator(".notice--warn")).containsText("还没有配置短信或邮件");
    Locator row = page.locator("#m" + message);
    assertThat(row).containsText("派单");
    assertThat(row).containsText("测试" + AGENT);
    assertThat(row).containsText("没有手机号或邮箱");
    shot(page, "messages-360");
    LooksIT.fits(page, 360);

    page.fill("#ticket", "12345");
    page.press("#ticket", "Enter");
    assertThat(page.locator(".empty")).isVisible();
    page.fill("#ticket", String.valueOf(ticketIn("阳光花园")));
    page.press("#ticket", "Enter");
    assertThat(row).isVisible();

    row.locator("summary", new Locator.LocatorOptions().setHasText("不用再发")).click();
    row.locator("input[name=note]").fill("已打电话告知");
    row.locator("details form button").click();
    assertThat(page.locator("[role=status]")).containsText("已记下");
    assertThat(page.locator("#m" + message)).containsText("已处理：已打电话告知");
    assertThat(row.locator("input[name=note]")).hasCount(0);
    LooksIT.fits(page, 360);

    row.locator("button").click();
    assertThat(page.locator("[role=status]")).containsText("已重新排队");
    settled(message);
    assertThat(
            jdbc.sql(
                    "SELECT COUNT(*) FROM audit_entry WHERE action = 'message.resent'"
                        + " AND subject = ?")
                .param("message:" + message)
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void aForeignEstatesMessageIsNotThere() {
    long message = told(AGENT, ticketIn("金桂苑"));
    settled(message);
    Page page = signedIn(LOCAL_AGENT, 1440);
    page.navigate("/console/messages");

    assertThat(page.locator("#m" + message)).hasCount(0);
    assertThat(page.locator(".empty")).containsText("没有这样的消息");
    assertThat(page.navigate(TEMPLATES).status()).isEqualTo(403);
  }

  @Test
  void aTemplateIsTriedRefusedKeptAndRemembered() {
    Page page = signedIn("admin", 1440);
    page.navigate("/console/messages");
    page.click("text=消息模板");
    assertThat(page.locator("h1")).hasText("消息模板");
    page.navigate(TEMPLATES + "/ticket-opened/sms/zh");
    assertThat(page.locator("#preview")).containsText("【幸福物业】您反映的电梯故障问题已受理");
    assertThat(page.locator("#length")).containsText("按 2 条短信计费");

    page.fill("#body", "【{company}】{nummer}已受理");
    page.click("button[value=save]");
    assertThat(page.locator("#e-body")).containsText("没有变量 nummer");
    assertThat(page.locator("#e-body")).containsText("{number}");
    shot(page, "template-1440");

    page.fill("#body", "【{company}】{number}已受理[，{due}前]");
    page.click("button[value=save]");
    assertThat(page.locator("#e-body")).containsText("没有变量 due");
    page.fill("#body", "【{company}】{number}已受理");
    page.click("button[value=preview]");
    assertThat(page.locator("#preview")).hasText("【幸福物业】10000017已受理");
    assertThat(page.locator("#length")).containsText("按 1 条短信计费");
    page.click("button[value=save]");

    assertThat(page.locator("[role=status]")).containsText("已保存");
    assertThat(page.locator("section[aria-labelledby=h-history] li")).hasCount(2);
    assertThat(page.locator("section[aria-labelledby=h-history] li").first()).containsText("第 1 版");
    LooksIT.fits(page, 1440);
  }

  @Test
  void staffAndResidentsHaveAddressesAndWishes() {
    Page page = signedIn("admin", 360);
    page.navigate("/console/users");
    page.click("text=" + AGENT);
    page.fill("#mobile", "010-88886666");
    page.click("button.button--main");
    assertThat(page.locator("#e-mobile")).containsText("请填写手机号");
    page.fill("#mobile", "139 0000 0002");
    page.fill("#email", "agent@example.cn");
    page.click("button.button--main");
    assertThat(page.locator("[role=status]")).containsText("已保存");
    page.click("text=" + AGENT);
    assertThat(page.locator("#mobile")).hasValue("13900000002");

    page.navigate("/console/residents/1");
    page.check("input[name=optedOut]");
    page.check("input[name=byPhone]");
    page.fill("#email", "nobody");
    page.click("button.button--main");
    assertThat(page.locator("#e-email")).containsText("邮箱地址不正确");
    page.fill("#email", "wang@example.cn");
    page.selectOption("#language", "en");
    page.click("button.button--main");
    assertThat(page.locator("[role=status]")).containsText("已保存");
    assertThat(page.locator("input[name=optedOut]")).isChecked();
    assertThat(page.locator("input[name=byPhone]")).isChecked();
    assertThat(page.locator("#language")).hasValue("en");
    LooksIT.fits(page, 360);
    String audited =
        jdbc.sql(
                "SELECT details FROM audit_entry WHERE action = 'user.contact-changed'"
                    + " ORDER BY happened_at DESC LIMIT 1")
            .query(String.class)
            .single();
    assertThat(audited).contains("139").doesNotContain("13900000002").doesNotContain("agent@");
  }
}
