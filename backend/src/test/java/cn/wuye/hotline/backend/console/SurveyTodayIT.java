package cn.wuye.hotline.backend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.survey.Callee;
import cn.wuye.hotline.backend.survey.progress.SampleSurveys;
import cn.wuye.hotline.backend.survey.store.SurveyHours;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.Staff;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SurveyTodayIT extends ConsoleCase {
  private static final String ESTATE = "回访小区";
  private static final String PM = "pm-of-surveys";

  @Autowired CallFixture calls;
  @Autowired Clock clock;
  @Autowired SurveyHours hours;

  private SampleSurveys surveys;
  private long ticket;
  private Instant now;

  @BeforeEach
  void anEstateOfItsOwn() {
    surveys = new SampleSurveys(jdbc);
    now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    jdbc.sql("INSERT INTO estate (name, position) VALUES (?, 99)").param(ESTATE).update();
    Staff.add(application, PM, Role.DISPATCHER, estate(ESTATE));
    ticket = calls.freshTicket("回访：", estate(ESTATE));
    for (int degree = 1; degree <= 5; degree++) {
      long id = settled().satisfied(degree, degree > 2 ? "solved" : "not-solved").insert();
      surveys.comment(id, 1, degree > 2 ? "修得很好" : "电梯还是坏的，等了三天电梯", now);
    }
    surveys.of(ticket, "unreached").with("settled_at", now).insert();
  }

  /** The list of tickets and its tests know nothing of this estate. */
  @AfterEach
  void asItWas() {
    jdbc.sql("DELETE FROM survey WHERE ticket = ?").param(ticket).update();
    jdbc.sql("UPDATE ticket SET estate_id = NULL WHERE estate_id = ?")
        .param(estate(ESTATE))
        .update();
    jdbc.sql("DELETE FROM app_user WHERE username = ?").param(PM).update();
    jdbc.sql("DELETE FROM estate WHERE name = ?").param(ESTATE).update();
  }

  private SampleSurveys.Draft settled() {
    return surveys.of(ticket, "answered").with("settled_at", now);
  }

  private static Locator number(Page page, String code) {
    return page.locator("[data-number=" + code + "]");
  }

  @Test
  void theDayGoesOnByItselfAndTheFocusStays() {
    long waiting = surveys.of(ticket, "planned").with("due_at", now.minusSeconds(1)).insert();
    long first = surveys.of(ticket, "calling").with("attempts", 1).with("node", "node-7").insert();
    surveys.call(first, 1, now, null);
    Page page = signedIn(PM, 360);
    page.navigate("/console/surveys/today");

    assertThat(page.locator("h1")).hasText("回访进度");
    Instant next = hours.of(null, now).next(now, Callee.ANYBODY, List.of());
    assertThat(page.locator("#survey-hours:has-text('起再打')")).hasCount(next.isAfter(now) ? 1 : 0);
    assertThat(page.locator("[data-live-on]")).isVisible();
    assertThat(number(page, "planned")).hasText("8");
    assertThat(number(page, "waiting")).hasText("1");
    assertThat(number(page, "calling")).hasText("1");
    assertThat(number(page, "reached")).hasText("5");
    assertThat(number(page, "answered")).hasText("5");
    assertThat(number(page, "dissatisfied")).hasText("2");
    assertThat(number(page, "unreached")).hasText("1");
    assertThat(page.locator("#survey-calls")).containsText("138****0001");
    assertThat(page.locator("#survey-calls")).containsText("node-7");
    LooksIT.check(page, "/surveys-today", 360);

    page.evaluate("window.notReloaded = true");
    page.locator("#survey-calls a").focus();
    jdbc.sql(
            "UPDATE survey SET state = 'calling', attempts = 1, node = 'node-8', due_at = NULL"
                + " WHERE id = ?")
        .param(waiting)
        .update();
    surveys.call(waiting, 1, now.plusSeconds(1), null);

    assertThat(number(page, "calling")).hasText("2");
    assertThat(number(page, "waiting")).hasText("0");
    assertThat(page.locator("#survey-calls li")).hasCount(2);
    assertThat(page.locator("#c" + first + "-1")).isFocused();
    assertThat(page.evaluate("window.notReloaded")).isEqualTo(true);
  }

  @Test
  void resultsHaveTheirAnswersBesideThemAndWordsLeadToTheComments() {
    Page page = signedIn(PM, 1440);
    page.navigate("/console/surveys/today?theme=dark");

    Locator all = page.locator("#results-all tr");
    assertThat(all).containsText("60 分 5 份");
    assertThat(all).containsText("40% 5 份");
    assertThat(page.locator("#results-estate")).containsText(ESTATE);
    assertThat(page.locator("#results-category")).containsText("设施设备");
    assertThat(page.locator("#results-department")).containsText("没有部门");
    assertThat(page.locator("a[href*='today.csv']")).isVisible();
    LooksIT.check(page, "/surveys-today", 1440);

    page.click("#words a:has-text('电梯')");
    assertThat(page.locator("h1")).hasText("不满意的留言：电梯");
    assertThat(page.locator("ol.people li")).hasCount(2);
    assertThat(page.locator("mark").first()).hasText("电梯");
    assertThat(page.locator("main")).containsText("没有解决，非常不满意");
    LooksIT.check(page, "/surveys-comments", 1440);
    page.click("text=返回回访进度");
    page.click("#results a:has-text('今天')");
    assertThat(page).hasURL(Pattern.compile(".*period=today.*"));

    jdbc.sql("DELETE FROM survey WHERE ticket = ? AND satisfaction = 5").param(ticket).update();
    page.reload();
    assertThat(all).containsText("样本不足 4 份");
    assertThat(all).not().containsText("%");
  }

  @Test
  void whoIsPhonedAgainIsShownWithTheReasonToWhoMaySeeIt() {
    Instant asked = now.plus(Duration.ofMinutes(90));
    long id =
        surveys
            .of(ticket, "planned")
            .with("attempts", 2)
            .with("due_at", asked)
            .with("asked_for", asked)
            .insert();
    surveys.call(id, 1, now.minusSeconds(900), "busy");
    surveys.call(id, 2, now, "postponed");
    Page page = signedIn(PM, 360);
    page.navigate("/console/surveys");
    page.click("main .chips a:has-text('回访进度')");

    Locator retry = page.locator("#retries li");
    assertThat(retry).hasCount(1);
    assertThat(retry).containsText("当时不方便");
    assertThat(retry).containsText("已打 2 次");
    assertThat(retry).containsText("住户约的时间");
    assertThat(number(page, "reached")).hasText("6");
    LooksIT.fits(page, 360);
    retry.locator("a").click();
    assertThat(page.locator("h1")).hasText("工单 " + ticket);

    Page other = signedIn(LOCAL_AGENT, 1440);
    other.navigate("/console/surveys/today");
    assertThat(other.locator("#retries")).not().containsText(String.valueOf(ticket));
    assertThat(other.locator("a[href*='today.csv']")).hasCount(0);
  }
}
