package cn.wuye.hotline.backend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusIT extends ConsoleCase {

  @Test
  void thePageTellsOfThisNodeAndOfOneThatIsSilent() {
    jdbc.sql(
            "INSERT INTO node_heartbeat (node, started_at, beaten_at, facts) VALUES"
                + " ('node-9', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) - INTERVAL 2 MINUTE, '[]'),"
                + " ('node-10', UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), :facts)")
        .param(
            "facts",
            "[{\"part\":\"trunk\",\"tone\":\"WARN\",\"state\":\"silent\",\"values\":{}},"
                + "{\"part\":\"ami\",\"tone\":\"OK\",\"state\":\"ok\","
                + "\"values\":{\"since\":\"2026-01-31T02:30:00Z\"}}]")
        .update();
    Page page = signedIn(AGENT, 1440);

    page.navigate("/console/status");

    assertThat(page.locator("main")).containsText("数据库连接正常");
    assertThat(page.locator("main")).containsText("个后台任务都在按时运行");
    assertThat(page.locator("main")).containsText("节点 node-9");
    assertThat(page.locator("main")).containsText("没有消息：它可能已经死机或断网");
    assertThat(page.locator("main")).containsText("运营商线路没有回应：业主可能打不进来");
    assertThat(page.locator("main")).containsText("01-31 10:30");
    List<String> sentences = page.locator(".checks p").allInnerTexts();
    assertThat(sentences).hasSizeGreaterThan(6).noneMatch(text -> text.contains("status."));
    jdbc.sql("DELETE FROM node_heartbeat WHERE node IN ('node-9', 'node-10')").update();
  }
}
