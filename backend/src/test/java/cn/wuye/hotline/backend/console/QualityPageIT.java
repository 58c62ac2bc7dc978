package cn.wuye.hotline.backend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.Staff;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A check from the work list to the answered dispute, on a phone and on a wide screen. */
class QualityPageIT extends ConsoleCase {
  private static final String CHECKER = "quality-sun";
  private static final String MANAGER = "manager-he";

  @Autowired CallFixture calls;

  @Test
  void aTicketIsHeardScoredDisputedAndAnswered() {
    long estate = estate("金桂苑");
    Staff.add(application, CHECKER, Role.QUALITY, estate);
    Staff.add(application, MANAGER, Role.MANAGER);
    long ticket = calls.ticketWithRecording("金桂苑", estate);
    jdbc.sql(
            "INSERT INTO quality_item (ticket, week, low, agent, state, added_at)"
                + " VALUES (?, '2026-03-02', TRUE, '"
                + AGENT
                + "', 'open', UTC_TIMESTAMP(3))")
        .param(ticket)
        .update();

    Page checker = signedIn(CHECKER, 360);
    checker.navigate("/console/quality");
    checker.waitForLoadState();
    LooksIT.check(checker, "/console/quality", 360);
    checker.click("a:has-text('" + ticket + "')");
    checker.waitForLoadState();
    assertThat(checker.locator("audio")).hasCount(1);
    assertThat(checker.locator(".turns")).containsText("三号楼的电梯又坏了");
    LooksIT.check(checker, "/console/quality/one", 360);
    checker.fill("#points-1", "4");
    checker.fill("#remark-1", "没有报工号");
    checker.click("text=保存评分");
    assertThat(checker.locator("[role=alert]")).containsText("每一项都要填分数");
    assertThat(checker.locator("#remark-1")).hasValue("没有报工号");
    for (int position = 2; position <= 5; position++) {
      checker.fill("#points-" + position, "5");
    }
    checker.click("text=保存评分");
    assertThat(checker.locator("[role=status]")).hasText("已保存。");
    assertThat(checker.locator("#score")).hasText("96.0 分");

    Page agent = signedIn(AGENT, 1440);
    agent.navigate("/console/quality?theme=dark");
    agent.click("a:has-text('" + ticket + "')");
    agent.click("text=对评分有异议");
    agent.fill("#words", "报了工号，录音开头就有");
    agent.waitForLoadState();
    LooksIT.check(agent, "/console/quality/dispute", 1440);
    agent.click("text=提交申诉");
    assertThat(agent.locator("#h-dispute")).isVisible();

    Page manager = signedIn(MANAGER, 1440);
    manager.navigate("/console/quality?state=disputed&theme=dark");
    manager.click("a:has-text('" + ticket + "')");
    manager.check("input[value=changed]");
    manager.fill("#words", "重听过，确实报了");
    manager.click("#answer-form summary");
    for (int position = 1; position <= 5; position++) {
      manager.fill("#points-" + position, "5");
    }
    manager.waitForLoadState();
    LooksIT.check(manager, "/console/quality/answer", 1440);
    manager.click("#answer-form button");
    assertThat(manager.locator("#score")).hasText("100.0 分");
    assertThat(manager.locator("main")).containsText("重听过，确实报了");

    manager.navigate("/console/quality/results");
    assertThat(manager.locator("#results")).containsText("100.0");
    LooksIT.check(manager, "/console/quality/results", 1440);
    assertThat(count("audit_entry WHERE action = 'quality.scored'")).isPositive();
    jdbc.sql("DELETE FROM quality_item WHERE ticket = ?").param(ticket).update();
  }

  @Test
  void figuresAndPointsFitOnAPhoneAndOnAWideScreen() {
    long estate = estate("金桂苑");
    long resident =
        jdbc.sql("SELECT MIN(resident_id) FROM resident_dwelling WHERE estate_id = ?")
            .param(estate)
            .query(Long.class)
            .single();
    long ticket = calls.ticketWithRecording("金桂苑", estate);
    jdbc.sql(
            "INSERT INTO survey (ticket, round, estate_id, state, urgent, planned_at, solved,"
                + " satisfaction, settled_at) VALUES (?, 1, ?, 'answered', FALSE,"
                + " UTC_TIMESTAMP(3), 'solved', 5, UTC_TIMESTAMP(3))")
        .params(ticket, estate)
        .update();
    jdbc.sql(
            "INSERT INTO queue_event (node, once, kind, at, call_id, queue_code)"
                + " VALUES ('node-1', 'looks', 'joined', UTC_TIMESTAMP(3), 'looks', 'general')"
                + " ON DUPLICATE KEY UPDATE node = node")
        .update();
    jdbc.sql(
            "INSERT INTO traffic_day (day, kept_at) VALUES (CURRENT_DATE - INTERVAL 7 DAY,"
                + " UTC_TIMESTAMP(3)), (CURRENT_DATE - INTERVAL 6 DAY, UTC_TIMESTAMP(3)),"
                + " (CURRENT_DATE - INTERVAL 5 DAY, UTC_TIMESTAMP(3))"
                + " ON DUPLICATE KEY UPDATE day = day")
        .update();
    for (int width : new int[] {360, 1440}) {
      Page page = signedIn("admin", width);
      page.navigate("/console/satisfaction?theme=" + (width < 600 ? "light" : "dark"));
      page.waitForLoadState();
      assertThat(page.locator("#figures")).containsText("金桂苑");
      LooksIT.check(page, "/console/satisfaction", width);

      page.navigate("/console/traffic?by=quarter");
      page.waitForLoadState();
      assertThat(page.locator("#report")).containsText("合计");
      LooksIT.check(page, "/console/traffic", width);
      page.navigate("/console/traffic/staffing");
      page.waitForLoadState();
      assertThat(page.locator("#serviceLevel")).hasValue("80");
      LooksIT.check(page, "/console/traffic/staffing", width);

      page.navigate("/console/estates/" + estate);
      page.check("input[name=used]");
      page.fill("#points-amount", "10");
      page.click("text=保存积分设置");
      assertThat(page.locator("[role=status]")).isVisible();
      LooksIT.check(page, "/console/estates/points", width);

      page.navigate("/console/residents/" + resident);
      page.click("summary:has-text('更正积分')");
      page.fill("#points-change", "10");
      page.fill("#points-why", "活动奖励");
      page.waitForLoadState();
      LooksIT.check(page, "/console/residents/points", width);
      page.click("details button:has-text('更正积分')");
      assertThat(page.locator("#points")).containsText("+10");
      assertThat(page.locator("#points")).containsText("更正：活动奖励");
    }
    jdbc.sql("DELETE FROM points_rule WHERE estate_id = ?").param(estate).update();
    assertThat(jdbc.sql("DELETE FROM survey WHERE ticket = ?").param(ticket).update()).isEqualTo(1);
  }
}
