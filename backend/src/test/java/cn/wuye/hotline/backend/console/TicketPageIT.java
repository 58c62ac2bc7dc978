package cn.wuye.hotline.backend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.recording.Utterance;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.Staff;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TicketPageIT extends ConsoleCase {
  @Autowired CallFixture calls;

  @Test
  void recordingAndTranscriptOfTheCall() {
    long ticket = calls.ticketWithRecording("翠湖家园", estate("翠湖家园"));
    Page page = signedIn(AGENT, 1440);

    page.navigate("/console/tickets/" + ticket);

    assertThat(page.locator(".turn--caller")).containsText("三号楼的电梯又坏了");
    assertThat(page.locator("audio")).hasCount(1);
    Object seconds =
        page.evaluate(
            "async () => { const a = document.querySelector('audio'); a.muted = true;"
                + " await a.play(); return a.duration; }");
    assertThat(((Number) seconds).doubleValue()).isBetween(1.9, 2.1);
    page.reload();
    assertThat(page.locator("#history")).containsText("播放了录音");
    assertThat(page.locator("#history")).containsText("查看了工单");
    shot(page, "ticket-call-1440");

    Page stranger = signedIn(LOCAL_AGENT, 360);
    String sound = page.locator("audio").getAttribute("src");
    assertThat(stranger.navigate(sound).status()).isEqualTo(404);
  }

  @Test
  void aTalkIsReadAsADialogueAndItsWordsAreProposed() {
    List<Utterance> said =
        List.of(
            new Utterance(Utterance.Side.AGENT, 300, 1200, "您好，请讲", 0.9),
            new Utterance(Utterance.Side.CALLER, 1500, 1900, "一楼的感应灯不亮", 0.8));
    long ticket = calls.ticketWithTalk("", estate("翠湖家园"), said);
    Page page = signedIn(AGENT, 1440);
    page.navigate("/console/tickets/" + ticket);

    assertThat(page.locator(".talk li").first()).containsText("坐席");
    assertThat(page.locator(".talk li").last()).containsText("来电人");
    assertThat(page.locator("#history")).not().containsText("一楼的感应灯不亮");
    page.click(".talk button >> nth=1");
    page.waitForFunction("document.querySelector('audio').currentTime >= 1.5");
    shot(page, "ticket-talk-1440");

    page.click("text=把来电人的话补充到描述");
    assertThat(page.locator("#text")).hasValue("三号楼的电梯又坏了；【通话听写】一楼的感应灯不亮");
    assertThat(page.locator(".ticket__words")).hasText("三号楼的电梯又坏了");
    page.click("text=保存更正");
    assertThat(page.locator(".ticket__words")).containsText("一楼的感应灯不亮");
    assertThat(page.locator("text=把来电人的话补充到描述")).hasCount(0);
  }

  @Test
  void wordsOfAPersonAreNotReplaced() {
    List<Utterance> said =
        List.of(new Utterance(Utterance.Side.CALLER, 100, 1900, "一楼的感应灯不亮", 0.8));
    long ticket = calls.ticketWithTalk("", estate("翠湖家园"), said);
    Page page = signedIn(AGENT, 1440);
    page.navigate("/console/tickets/" + ticket);
    page.click("text=更正信息");
    page.fill("#text", "大堂的灯不亮");
    page.click("text=保存更正");

    assertThat(page.locator(".ticket__words")).hasText("大堂的灯不亮");
    assertThat(page.locator("text=把来电人的话补充到描述")).hasCount(0);
    page.navigate("/console/tickets/" + ticket + "?words=talk");
    assertThat(page.locator("#text")).hasValue("大堂的灯不亮");
  }

  @Test
  void theSecondOfTwoEditorsIsToldAndLosesNothing() {
    long ticket = calls.freshTicket("阳光花园", estate("阳光花园"));
    Page first = signedIn(AGENT, 1440);
    Page second = signedIn(LOCAL_AGENT, 360);
    first.navigate("/console/tickets/" + ticket);
    second.navigate("/console/tickets/" + ticket);
    second.fill("#note", "我来联系业主，下午三点");

    first.fill("#note", "已通知王师傅");
    first.click("button[value=accept]");
    assertThat(first.locator("[role=status]").first()).hasText("已保存。");
    assertThat(second.locator("#facts")).containsText("已受理");
    second.click("button[value=accept]");

    assertThat(second.locator("#conflict")).containsText("受理：提交 → 已受理");
    assertThat(second.locator("#conflict")).containsText("已通知王师傅");
    assertThat(second.locator("#note")).hasValue("我来联系业主，下午三点");
    shot(second, "conflict-360");
    second.click("button[value=dispatch]");
    assertThat(second.locator("#history")).containsText("我来联系业主，下午三点");
  }

  @Test
  void deadlinesAreSeenAsBarsAndCanBePaused() {
    long ticket = calls.freshTicket("阳光花园", estate("阳光花园"));
    Page page = signedIn(AGENT, 1440);
    page.navigate("/console/tickets/" + ticket);

    assertThat(page.locator("#clocks progress").first()).isVisible();
    assertThat(page.locator("#clocks")).containsText("受理");
    assertThat(page.locator("#clocks")).containsText("规则 加急 第 1 版，日历 公司日历");
    page.click("text=为什么是这条规则");
    assertThat(page.locator("#clocks")).containsText("采用：条件最具体（紧急程度）");
    page.click("button[value=accept]");
    assertThat(page.locator("#clocks")).containsText("完成");
    page.selectOption("#pause-reason", "waiting-for-part");
    page.fill("#pause-note", "门机板三天后到");
    page.click("form[action$=pause] button");

    assertThat(page.locator("#clocks")).containsText("已暂停");
    assertThat(page.locator("#history")).containsText("暂停计时：等待配件");
    assertThat(page.locator("#history")).containsText("门机板三天后到");
    shot(page, "clocks-1440");
    page.click("text=继续计时");
    assertThat(page.locator("#history")).containsText("继续计时");
    assertThat(page.locator("#pause-reason")).isVisible();
  }

  @Test
  void aDuplicateIsMergedForTheReasonsShownAndTakenBack() {
    Staff.add(application, "boss", Role.DISPATCHER);
    long first = calls.freshTicket("货梯的轿厢照明灯一直闪", estate("阳光花园"));
    long second = calls.freshTicket("货梯轿厢照明灯闪", estate("阳光花园"));
    Page page = signedIn("boss", 1440);
    page.navigate("/console/tickets/" + second);
    Locator candidate =
        page.locator("#candidates li")
            .filter(new Locator.FilterOptions().setHasText(Long.toString(first)));
    assertThat(candidate).containsText("文字或读音相似");
    candidate.getByText("并入 " + first).first().click();
    assertThat(candidate).containsText("两个号码都能查询");
    shot(page, "related-1440");
    candidate.locator("button:has-text('并入')").click();
    assertThat(page.locator("[role=alert]").first()).hasText("请写明理由。");
    candidate.getByText("并入 " + first).first().click();
    candidate.locator("input[name=reason]").fill("同一部货梯");
    candidate.locator("button:has-text('并入')").click();

    page.waitForURL("**/console/tickets/" + first + "?done");
    assertThat(page.locator("#under")).containsText(Long.toString(second));
    page.navigate("/console/tickets/" + second);
    assertThat(page.locator("#related")).containsText(Long.toString(first));
    page.fill("#undo-reason", "是两部货梯");
    page.click("button:has-text('撤销归并')");
    page.waitForURL("**/console/tickets/" + second + "?done");
    assertThat(page.locator("#history")).containsText("撤销归并（原并入 " + first + "）");
  }

  @Test
  void anIncidentIsAnnouncedFromItsTicketAndListed() {
    Staff.add(application, "boss", Role.DISPATCHER);
    long head = calls.freshTicket("整栋楼停电", estate("翠湖家园"));
    Page page = signedIn("boss", 360);
    page.navigate("/console/tickets/" + head);
    page.click("#incident summary");
    page.fill("#i-words", "停电");
    page.fill("#i-buildings", "");
    page.click("#incident button[type=submit]");

    page.waitForURL("**/console/tickets/" + head + "?done");
    assertThat(page.locator("#incident")).containsText("来电的人现在会听到");
    assertThat(page.locator("#history")).containsText("事件通知：停电（全小区）");
    shot(page, "incident-360");
    page.navigate("/console/tickets?open=true&relation=incident");
    assertThat(page.locator("#t" + head)).containsText("事件");
  }

  @Test
  void factsAreCorrectedAndTheHistorySaysWhat() {
    long ticket = calls.freshTicket("阳光花园", estate("阳光花园"));
    Page page = signedIn(AGENT, 1440);
    page.navigate("/console/tickets/" + ticket);

    page.click("text=更正信息");
    page.fill("#phone", "没有");
    page.fill("#room", "1203");
    page.click("text=保存更正");
    assertThat(page.locator("#e-phone")).containsText("电话号码");
    assertThat(page.locator("#room")).hasValue("1203");
    page.fill("#phone", "138 0000 0009");
    page.click("text=保存更正");

    assertThat(page.locator("#facts")).containsText("1203");
    assertThat(page.locator("#facts a")).hasText("13800000009");
    assertThat(page.locator("#history")).containsText("房号由“（空）”改为“1203”");
    assertThat(page.locator("#history")).containsText("138****0009");
  }

  @Test
  void whoNeedsNoNumberSeesItMasked() {
    Page page = signedIn("admin", 1440);

    page.navigate("/console/tickets/" + ticketIn("翠湖家园"));

    assertThat(page.locator("#facts")).containsText("****");
    assertThat(page.content()).doesNotContainPattern("138000[0-9]{5}");
  }

  @Test
  void allTimelineEntriesHaveWords() {
    Page page = signedIn(AGENT, 1440);
    page.navigate("/console/tickets/" + ticketIn("翠湖家园"));

    List<String> entries = page.locator(".timeline li").allInnerTexts();

    assertThat(entries).isNotEmpty().noneMatch(text -> text.contains("event."));
  }
}
