package cn.wuye.hotline.backend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.survey.SurveyPlan;
import cn.wuye.hotline.backend.survey.store.ResidentWishes;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Addition;
import cn.wuye.hotline.backend.ticket.Additions;
import cn.wuye.hotline.backend.ticket.ChangeResult;
import cn.wuye.hotline.backend.ticket.TicketChanges;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.ticket.Verb;
import cn.wuye.hotline.ivr.conversation.CallId;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SurveyPageIT extends ConsoleCase {
  private static final String PATH = "/console/surveys";

  @Autowired CallFixture calls;
  @Autowired Tickets tickets;
  @Autowired TicketChanges changes;
  @Autowired Additions additions;
  @Autowired SurveyPlan plan;
  @Autowired ResidentWishes wishes;
  @Autowired Clock clock;

  // Tickets that other tests have solved have surveys, too.
  @BeforeEach
  @AfterEach
  void none() {
    jdbc.sql("DELETE FROM survey").update();
    jdbc.sql("DELETE FROM resident_survey").update();
    jdbc.sql("UPDATE survey_switch SET paused = FALSE").update();
  }

  @Test
  void theSheetIsFilledByKeysAndWhoComesLaterIsToldSo() {
    long ticket = solved("金桂苑");
    long survey = survey(ticket);
    Page page = signedIn(AGENT, 1440);
    Page other = signedIn("admin", 360);
    for (Page each : new Page[] {page, other}) {
      each.navigate("/console/tickets/" + ticket);
      each.waitForLoadState();
      each.locator("#survey-sheet summary").click();
    }
    Locator sheet = page.locator("#survey-sheet");
    assertThat(sheet).containsText("报的电梯故障，已经处理完成。现在方便说几句吗？");
    assertThat(page.locator(".survey__low").first()).isHidden();

    page.fill("#survey-comment", "还有一处在滴水");
    sheet.locator("button[type=submit]").click();
    page.waitForLoadState();
    assertThat(page.locator("[role=alert]")).containsText("答复还没有保存");
    assertThat(page.locator("#e-solved")).containsText("请至少选一项");
    assertThat(page.locator("#survey-comment")).hasValue("还有一处在滴水");

    page.locator("input[name=solved]").first().focus();
    page.keyboard().press("3");
    assertThat(page.locator("input[name=solved][value=partly]")).isChecked();
    page.locator("input[name=satisfaction]").first().focus();
    page.keyboard().press("3");
    assertThat(page.locator(".survey__low")).hasCount(3);
    assertThat(page.locator(".survey__low").first()).isVisible();
    page.check("input[name=speed][value='2']");
    shot(page, "survey-sheet-1440");
    assertThat(LooksIT.faults(page)).isEmpty();
    shot(other, "survey-sheet-360");
    LooksIT.fits(other, 360);
    sheet.locator("button[type=submit]").click();
    page.waitForURL("**/console/tickets/" + ticket + "?done");

    Locator round = page.locator("#s" + survey);
    assertThat(round).containsText("已答复");
    assertThat(round).containsText("部分解决");
    assertThat(round).containsText("一般（60 分）");
    assertThat(round).containsText("速度：不满意");
    assertThat(round).containsText("还有一处在滴水");
    assertThat(round).containsText("坐席与业主核实，测试" + AGENT + " 填写");
    assertThat(page.locator("#history")).containsText("第 1 次回访（坐席与业主核实）：部分解决，60 分");
    org.assertj.core.api.Assertions.assertThat(
            jdbc.sql("SELECT actor FROM ticket_event WHERE ticket = ? AND kind = 'surveyed'")
                .param(ticket)
                .query(String.class)
                .list())
        .containsExactly("user:" + AGENT);
    assertThat(page.locator("#survey-sheet")).hasCount(0);

    other.check("input[name=solved][value=solved]");
    other.locator("#survey-sheet button[type=submit]").click();
    other.waitForLoadState();
    assertThat(other.locator("[role=alert]")).containsText("有人抢先了");
    assertThat(other.locator("#s" + survey)).containsText("部分解决");
    LooksIT.fits(other, 360);

    Locator task = page.locator("#surveys div[id^=task]", contains("打电话给业主"));
    assertThat(task).containsText("到期");
    task.locator("summary").click();
    task.locator("button").click();
    page.waitForLoadState();
    assertThat(page.locator("[role=alert]")).containsText("请写明结果");
    task.locator("textarea").fill("已致电，约好周五");
    task.locator("button").click();
    page.waitForURL("**?done");
    assertThat(page.locator("#history")).containsText("已致电，约好周五");

    page.navigate(PATH + "/tasks");
    Locator rest = page.locator("#tasks li", contains(String.valueOf(ticket)));
    assertThat(rest).containsText("完成剩余工作");
    shot(page, "survey-tasks-1440");
    rest.locator("summary").click();
    rest.locator("textarea").fill("补做完了");
    rest.locator("button").click();
    page.waitForURL("**/tasks?done");
    assertThat(page.locator("[role=status]")).containsText("已记下");
    assertThat(page.locator("#tasks li", contains(String.valueOf(ticket)))).hasCount(0);
  }

  @Test
  void theTimelineSaysThatTheHotlinePhonedHer() {
    long ticket = calls.freshTicket(UUID.randomUUID().toString(), estate("金桂苑"));
    CallId call = new CallId("survey-" + ticket + "-1");
    additions.keep(
        new TicketNumber(ticket), new Addition(call, "还在漏水", false, false, clock.instant()));
    Page page = signedIn(AGENT, 1440);
    page.navigate("/console/tickets/" + ticket);
    page.waitForLoadState();

    assertThat(page.locator("#history")).containsText("回访通话：热线给业主打了电话");
    assertThat(page.locator("#history")).containsText("回访电话");
    assertThat(page.locator("#history")).not().containsText("业主再次来电补充");
  }

  @Test
  void whoDidTheWorkIsNotOfferedTheSheet() {
    long ticket = solved("金桂苑");
    Page page = signedIn(AGENT, 1440);
    page.navigate("/console/tickets/" + ticket);
    page.waitForLoadState();
    page.locator("#survey-sheet summary").click();
    jdbc.sql("UPDATE ticket SET owner = ? WHERE number = ?").params(AGENT, ticket).update();

    page.check("input[name=solved][value=solved]");
    page.locator("#survey-sheet button[type=submit]").click();
    page.waitForLoadState();
    assertThat(page.locator("[role=alert]")).containsText("业主的答复不能由您自己填写");
    assertThat(page.locator("#s" + survey(ticket))).containsText("待回访");
    assertThat(page.locator("#survey-sheet")).hasCount(0);
  }

  @Test
  void whoDidTheWorkDoesNotEndTheLastTaskAndKeepsHisWords() {
    long ticket = answered("金桂苑", 3, "还行");
    jdbc.sql("UPDATE ticket SET owner = ? WHERE number = ?").params(AGENT, ticket).update();
    Page page = signedIn(AGENT, 1440);
    page.navigate(PATH + "/tasks");
    page.waitForLoadState();
    Locator task = page.locator("#tasks li", contains(String.valueOf(ticket)));
    task.locator("summary").click();
    task.locator("textarea").fill("已致电");
    task.locator("button").click();
    page.waitForLoadState();

    assertThat(page.locator("[role=alert]")).containsText("请让别的同事向业主核实");
    assertThat(task.locator("textarea")).hasValue("已致电");
  }

  @Test
  void theListFindsByStateScoreAndWordsAndWhoWasNotReachedIsNeverSatisfied() {
    long vain = solved("金桂苑");
    called(survey(vain), CallOutcome.NO_ANSWER);
    jdbc.sql("UPDATE survey SET state = 'unreached', settled_at = '2026-01-02' WHERE id = ?")
        .param(survey(vain))
        .update();
    long bad = answered("金桂苑", 1, "等了三天才来");
    long fine = answered("阳光花园", 5, "很快");
    Page page = signedIn(AGENT, 360);
    page.navigate(PATH);
    page.waitForLoadState();
    assertThat(page.locator("#surveys > li")).hasCount(3);
    shot(page, "surveys-360");
    LooksIT.fits(page, 360);
    assertThat(LooksIT.faults(page)).isEmpty();

    page.click(".chips a:has-text('未联系上')");
    page.waitForURL("**state=unreached");
    Locator row = page.locator("#s" + survey(vain));
    assertThat(row).containsText("未联系上");
    assertThat(row).containsText("无人接听");
    assertThat(row).not().containsText("满意");
    assertThat(page.locator("#surveys > li")).hasCount(1);

    page.navigate(PATH + "?score=low");
    assertThat(page.locator("#surveys > li").first()).containsText("非常不满意（20 分）");
    assertThat(page.locator("#surveys > li")).hasCount(2);
    page.fill("#q", "三天");
    page.press("#q", "Enter");
    page.waitForURL("**q=**");
    assertThat(page.locator("#surveys > li")).hasCount(1);
    assertThat(page.locator("#s" + survey(bad))).containsText("等了三天才来");

    Page local = signedIn(LOCAL_AGENT, 1440);
    local.navigate(PATH);
    assertThat(local.locator("#surveys > li")).hasCount(1);
    assertThat(local.locator("#s" + survey(fine))).isVisible();
    shot(local, "surveys-1440");
  }

  @Test
  void theRecordingOfASurveyIsPlayedByWhoSeesTheTicket() {
    long ticket = solved("金桂苑");
    long survey = survey(ticket);
    called(survey, CallOutcome.MACHINE);
    calls.recording(new CallId("survey-" + survey + "-1"), clock.instant());
    Page page = signedIn(AGENT, 360);
    page.navigate("/console/tickets/" + ticket);
    page.waitForLoadState();

    Locator round = page.locator("#s" + survey);
    assertThat(round).containsText("语音信箱");
    String sound = round.locator("audio").getAttribute("src");
    assertThat(page.request().get(sound).status()).isEqualTo(200);
    assertThat(signedIn(LOCAL_AGENT, 360).request().get(sound).status()).isEqualTo(404);
    LooksIT.fits(page, 360);
  }

  @Test
  void theSurveysArePausedByAnAdministratorAndEverybodySeesByWhom() {
    Page page = signedIn("admin", 360);
    page.navigate(PATH);
    page.click("#switch");
    assertThat(page.locator("#paused")).containsText("暂停了回访");
    assertThat(plan.paused()).isTrue();
    shot(page, "surveys-paused-360");
    LooksIT.fits(page, 360);

    Page agent = signedIn(AGENT, 1440);
    agent.navigate(PATH + "/tasks");
    assertThat(agent.locator("#paused")).isVisible();
    assertThat(agent.locator("#switch")).hasCount(0);
    assertThat(agent.locator(".empty")).containsText("没有要办的任务");

    page.click("#switch");
    page.waitForURL("**?resumed");
    assertThat(page.locator("[role=status]")).containsText("回访已恢复");
    assertThat(plan.paused()).isFalse();
    assertThat(
            jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action LIKE 'survey.%'")
                .query(Long.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void aResidentsWishesAreEnteredAndSeen() {
    Page page = signedIn("admin", 360);
    page.navigate("/console/residents/1");
    page.check("input[name=noSurveys]");
    page.fill("#preferred", "晚上八点");
    page.click("button.button--main");
    page.waitForLoadState();
    assertThat(page.locator("#e-preferred")).containsText("看不懂“晚上八点”");
    assertThat(page.locator("#preferred")).hasValue("晚上八点");
    page.fill("#preferred", "18：00-20：00、9:00-10:00");
    page.click("button.button--main");
    page.waitForURL("**?saved");
    assertThat(page.locator("#preferred")).hasValue("09:00-10:00,18:00-20:00");
    assertThat(page.locator("input[name=noSurveys]")).isChecked();
    LooksIT.fits(page, 360);
    assertThat(
            jdbc.sql(
                    "SELECT COUNT(*) FROM audit_entry WHERE action = 'resident.survey-wish'"
                        + " AND subject = 'resident:1'")
                .query(Long.class)
                .single())
        .isEqualTo(1);

    Page agent = signedIn(AGENT, 1440);
    agent.navigate("/console/residents/1");
    assertThat(agent.locator("#surveys")).containsText("不要为回访打电话");
    assertThat(agent.locator("#surveys")).containsText("18:00-20:00");
  }

  @Test
  void whoSaysMeanwhileThatSheWantsNoSurveysIsBelieved() {
    Page page = signedIn("admin", 1440);
    long resident =
        jdbc.sql("SELECT MIN(id) FROM resident WHERE id > 1").query(Long.class).single();
    page.navigate("/console/residents/" + resident);
    page.waitForLoadState();
    wishes.declined(resident);
    page.fill("#preferred", "18:00-20:00");
    page.click("button.button--main");
    page.waitForURL("**?saved");
    assertThat(page.locator("input[name=noSurveys]")).isChecked();
    assertThat(page.locator("#preferred")).hasValue("18:00-20:00");
    page.navigate("/console/residents/" + resident);
    page.uncheck("input[name=noSurveys]");
    page.click("button.button--main");
    page.waitForURL("**?saved");
    assertThat(page.locator("input[name=noSurveys]")).not().isChecked();
  }

  @Test
  void aListOfTasksThatIsNotAllSaysSo() {
    long ticket = solved("金桂苑");
    jdbc.sql(
            "INSERT INTO survey (ticket, round, state, urgent, planned_at)"
                + " WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 100)"
                + " SELECT ?, 1000 + n.i, 'answered', FALSE, '2026-01-01' FROM n")
        .param(ticket)
        .update();
    Page page = signedIn(AGENT, 360);
    page.navigate(PATH + "/tasks");
    assertThat(page.locator("#most")).hasCount(0);

    jdbc.sql(
            "INSERT INTO survey_task (survey_id, kind, state, opened_at)"
                + " SELECT id, 'find', 'open', '2026-01-01' FROM survey WHERE ticket = ?")
        .param(ticket)
        .update();
    page.navigate(PATH + "/tasks");
    assertThat(page.locator("#tasks > li")).hasCount(100);
    assertThat(page.locator("#most")).containsText("只列出最先到期的 100 项");
    LooksIT.fits(page, 360);
  }

  private static Page.LocatorOptions contains(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private long answered(String estate, int satisfaction, String comment) {
    long ticket = solved(estate);
    Page page = signedIn("admin", 1440);
    page.navigate("/console/tickets/" + ticket);
    page.waitForLoadState();
    page.locator("#survey-sheet summary").click();
    page.check("input[name=satisfaction][value='" + satisfaction + "']");
    page.fill("#survey-comment", comment);
    page.locator("#survey-sheet button[type=submit]").click();
    page.waitForURL("**/console/tickets/" + ticket + "?done");
    return ticket;
  }

  private void called(long survey, CallOutcome outcome) {
    jdbc.sql("UPDATE survey SET due_at = '2020-01-01', rank_at = '2020-01-01' WHERE id = ?")
        .param(survey)
        .update();
    assertThat(plan.take(survey, "node-1", clock.instant().plus(Duration.ofMinutes(5)))).isTrue();
    plan.outcome(survey, 1, outcome, clock.instant());
  }

  private long survey(long ticket) {
    return jdbc.sql("SELECT id FROM survey WHERE ticket = ?")
        .param(ticket)
        .query(Long.class)
        .single();
  }

  private long solved(String estate) {
    long ticket = calls.freshTicket(UUID.randomUUID().toString(), estate(estate));
    for (Verb verb : new Verb[] {Verb.ACCEPT, Verb.SOLVE}) {
      TicketNumber number = new TicketNumber(ticket);
      long version = tickets.find(number, EstateScope.ALL).orElseThrow().version();
      assertThat(
              changes.apply(
                  new TicketChanges.Wish(number, version, Actor.user("worker"), EstateScope.ALL),
                  verb,
                  "修好了"))
          .isInstanceOf(ChangeResult.Done.class);
    }
    return ticket;
  }
}
