package cn.wuye.hotline.backend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.Staff;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Deadline rules and working calendars in the console. */
class DeadlineSettingsIT extends ConsoleCase {
  private static final String RULES = "/console/deadlines";
  private static final String SAVE = "main form button.button--main";

  @Autowired Estates estates;

  @Test
  void aRuleIsWrittenTriedChangedByTwoAndFoundInTheHistory() {
    String estate = SampleEstates.another(estates).requireId().toString();
    Page page = signedIn("admin", 1440);
    tried(page, estate);
    assertThat(page.locator("#winner")).containsText("采用“一般报修”第 1 版");
    assertThat(page.locator("#result")).containsText("应在 2026-05-08 10:00 前");
    assertThat(page.locator("[data-rule=emergency]")).containsText("不适用：紧急程度不符");
    LooksIT.check(page, RULES, 1440);

    page.navigate(RULES + "/rules/new");
    page.fill("#name", "金桂电梯");
    page.selectOption("#category", "facilities/lift");
    page.selectOption("#estate", estate);
    target(page, "accept", "30", "m", "dispatched");
    target(page, "dispatch", "30", "m", "accepted");
    page.click(SAVE);
    assertThat(page.locator("#e-targets")).containsText("时限互相等待");
    assertThat(page.locator("#name")).hasValue("金桂电梯");
    assertThat(page.locator("#t-accept")).hasValue("30");
    page.selectOption("[name=t-accept-from]", "created");
    page.fill("#t-help", "4");
    page.selectOption("[name=t-help-runs]", "working-days");
    target(page, "solve", "四十八", "h", "created");
    page.click(SAVE);
    assertThat(page.locator("#e-t-solve")).containsText("请填 1 以上的整数");
    page.fill("#t-solve", "48");
    page.click(SAVE);
    assertThat(page.locator("[role=status]").first()).containsText("正在办的工单仍按原来的版本");

    tried(page, estate);
    assertThat(page.locator("#winner")).containsText("采用“金桂电梯”第 1 版");
    assertThat(page.locator("#result")).containsText("协同");
    page.click("a:text-is('金桂电梯')");
    page.waitForURL("**/rules/rule-**");
    Page other = page.context().newPage();
    other.navigate(page.url());
    page.fill("#t-solve", "36");
    page.fill("#note", "业主大会");
    page.click(SAVE);
    assertThat(page.locator("[role=status]").first()).isVisible();
    other.fill("#t-solve", "24");
    other.click(SAVE);
    assertThat(other.locator("[role=alert]").first()).containsText("别人改过");
    assertThat(other.locator("#meanwhile")).containsText("解决：48 小时");
    assertThat(other.locator("#meanwhile")).containsText("36 小时");
    assertThat(other.locator("#t-solve")).hasValue("24");
    other.click(SAVE);
    assertThat(other.locator("[role=status]").first()).isVisible();

    int month = LocalDate.now(Labels.ZONE).getMonthValue();
    page.navigate(RULES + "/history");
    page.fill("#q", "金桂电梯 业主大会 " + month + "月");
    page.click(SAVE);
    assertThat(page.locator(".audit li")).hasCount(1 + 1);
    assertThat(page.locator(".audit")).containsText("规则“金桂电梯”第 2 版");
    page.fill("#q", "金桂电梯 " + (month % 12 + 1) + "月");
    page.click(SAVE);
    assertThat(page.locator(".empty")).isVisible();

    Page phone = signedIn("admin", 360);
    phone.navigate(page.url().replaceAll("/history.*", "/rules/general"));
    LooksIT.check(phone, RULES + "/rules/general", 360);
  }

  @Test
  void aCalendarIsCheckedImportedPreviewedAndSaved() {
    String estate = SampleEstates.another(estates).requireId().toString();
    String local = "deadline-admin-" + estate;
    Staff.add(application, local, Role.ADMIN, Long.valueOf(estate));
    Page page = signedIn(local, 1440);
    page.navigate(RULES + "/calendars");
    page.selectOption("#estate", estate);
    page.click("main form button");
    page.waitForURL("**/calendars/estate-" + estate);
    assertThat(page.locator("#preview li")).hasCount(14);
    for (int day = 1; day <= 7; day++) {
      page.fill("#week-" + day, "");
    }
    page.click(SAVE);
    assertThat(page.locator("#e-week")).containsText("这个日历没有工作时间");

    for (int day = 1; day <= 7; day++) {
      page.fill("#week-" + day, day == 7 ? "" : "8:30-12:00，13:00-24:00");
    }
    page.setInputFiles("#file", feed("春节 休", "20270204T090000"));
    page.click("button[value=import]");
    assertThat(page.locator("#faults")).containsText("第 2 行：“春节 休”不是全天事件");
    assertThat(page.locator("#week-1")).hasValue("8:30-12:00，13:00-24:00");
    page.setInputFiles("#file", feed("春节 班", "20270214"));
    page.click("button[value=import]");
    assertThat(page.locator("#read")).containsText("读到 1 天，还没有保存");
    assertThat(page.locator("#days-2027"))
        .hasValue(java.util.regex.Pattern.compile("2027-02-14 班 春节 班"));
    page.click(SAVE);
    assertThat(page.locator("[role=status]").first()).isVisible();

    page.click("li a[href$='estate-" + estate + "']");
    page.waitForURL("**/calendars/estate-" + estate);
    assertThat(page.locator("#week-1")).hasValue("08:30-12:00, 13:00-24:00");
    page.fill("#week-6", "");
    page.click("button[value=preview]:not([tabindex])");
    assertThat(page.locator("#changes")).containsText("星期六：08:30-12:00, 13:00-24:00 → 休息");
    LooksIT.check(page, RULES + "/calendars/estate", 1440);
    assertThat(count("audit_entry WHERE subject = 'work-calendar:estate-" + estate + "'"))
        .isEqualTo(1);

    assertThat(page.navigate(RULES + "/calendars/estate-" + estate("阳光花园")).status())
        .isEqualTo(404);
    page.navigate(RULES + "/calendars/default");
    assertThat(page.locator("main")).containsText("由负责全部小区的管理员修改");
    assertThat(page.locator(SAVE)).hasCount(0);
    Page phone = signedIn(local, 360);
    for (String path : new String[] {"", "/calendars", "/calendars/estate-" + estate, "/history"}) {
      phone.navigate(RULES + path);
      LooksIT.check(phone, RULES + path, 360);
    }
  }

  @Test
  void theLadderIsReadTriedChangedByTwoAndFoundInTheHistory() {
    String save = "#edit button.button--main";
    Page page = signedIn("admin", 1440);
    page.navigate(RULES + "/ladder");
    assertThat(page.locator("#said")).containsText("用去 50% 80% 时提醒首接负责人");
    assertThat(page.locator("#said"))
        .containsText("紧急工单超时：立即通知首接负责人，立即通知部门负责人，5 分钟通知项目经理，30 分钟通知总部。");
    assertThat(page.locator("#said")).containsText("72 小时 还没有解决，通知项目经理");
    page.selectOption("#urgency", "urgent");
    page.fill("#start", "2026-05-06T10:00");
    page.click("form[method=get] button");
    assertThat(page.locator("#winner")).containsText("采用“加急”第 1 版");
    assertThat(page.locator("#result")).containsText("2026-05-06 10:15");
    assertThat(page.locator("#result")).containsText("超时 2 小时：项目经理");
    LooksIT.check(page, RULES + "/ladder", 1440);

    page.navigate(RULES + "/ladder");
    Page other = page.context().newPage();
    other.navigate(page.url());
    page.fill("#r-urgent-headquarters", "");
    page.fill("#r-urgent-project-manager", "10");
    page.selectOption("[name=r-urgent-project-manager-unit]", "m");
    page.click(save);
    assertThat(page.locator("#e-r-urgent-project-manager")).containsText("比下一级的部门负责人更早");
    assertThat(page.locator("#r-urgent-project-manager")).hasValue("10");
    page.fill("#r-urgent-project-manager", "45");
    page.fill("#note", "夜里不再通知总部");
    page.click(save);
    assertThat(page.locator("[role=status]").first()).containsText("正在办的工单仍按原来的版本");
    assertThat(page.locator("#said")).containsText("45 分钟通知项目经理。");
    other.fill("#warnings", "60");
    other.click(save);
    assertThat(other.locator("[role=alert]").first()).containsText("别人改过");
    assertThat(other.locator("#meanwhile")).containsText("项目经理：2 小时 → 45 分钟");
    assertThat(other.locator("#meanwhile")).containsText("总部：8 小时 → 不通知");
    assertThat(other.locator("#warnings")).hasValue("60");

    page.navigate(RULES + "/history?q=升级 总部");
    assertThat(page.locator(".audit")).containsText("升级通知第 2 版");
    assertThat(page.locator(".audit")).containsText("夜里不再通知总部");
    String estate = SampleEstates.another(estates).requireId().toString();
    String local = "ladder-admin-" + estate;
    Staff.add(application, local, Role.ADMIN, Long.valueOf(estate));
    Page phone = signedIn(local, 360);
    phone.navigate(RULES + "/ladder?trying=1&estate=" + estate);
    assertThat(phone.locator("main")).containsText("由负责全部小区的管理员修改");
    assertThat(phone.locator("#edit")).hasCount(0);
    LooksIT.check(phone, RULES + "/ladder", 360);
    assertThat(phone.navigate(RULES + "/ladder?trying=1&estate=" + estate("阳光花园")).status())
        .isEqualTo(404);
  }

  @Test
  void onlyAdministratorsSeeIt() {
    Page page = signedIn(AGENT, 1440);

    assertThat(page.navigate(RULES).status()).isEqualTo(403);
    assertThat(page.navigate(RULES + "/calendars").status()).isEqualTo(403);
  }

  private static void tried(Page page, String estate) {
    page.navigate(RULES);
    page.selectOption("#kind", "repair");
    page.selectOption("#category", "facilities/lift");
    page.selectOption("#urgency", "general");
    page.selectOption("#estate", estate);
    page.fill("#start", "2026-05-06T10:00");
    page.click(SAVE);
  }

  private static void target(Page page, String id, String amount, String unit, String from) {
    page.fill("#t-" + id, amount);
    page.selectOption("[name=t-" + id + "-unit]", unit);
    page.selectOption("[name=t-" + id + "-runs]", "working-days");
    page.selectOption("[name=t-" + id + "-from]", from);
  }

  private static FilePayload feed(String summary, String date) {
    String text =
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:"
            + summary
            + "\nDTSTART:"
            + date
            + "\nEND:VEVENT\nEND:VCALENDAR\n";
    return new FilePayload("holidays.ics", "text/calendar", text.getBytes(StandardCharsets.UTF_8));
  }
}
