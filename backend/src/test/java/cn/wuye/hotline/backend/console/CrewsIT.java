package cn.wuye.hotline.backend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.Staff;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Departments, matrix, third parties and crews in the console. */
class CrewsIT extends ConsoleCase {

  @Test
  void somebodyIsPutIntoADepartmentWithSkillsAndShifts() {
    Staff.add(application, "crews-wu", Role.CREW, estate("金桂苑"));
    Page page = signedIn("admin", 1440);
    page.navigate("/console/crews");
    page.click("a:text-is('测试crews-wu')");

    page.selectOption("#department", "security");
    page.fill("#shifts", "1 08:00-17:30\n星期二全天");
    page.click("main button[type=submit]");
    assertThat(page.locator("#e-shifts")).containsText("请写成 1 08:00-17:30");
    assertThat(page.locator("#shifts")).hasValue("1 08:00-17:30\n星期二全天");
    page.fill("#shifts", "1 08:00-17:30\n5 22:00-06:00");
    page.check("input[value='theft']");
    page.click("main button[type=submit]");

    assertThat(page.locator("[role=status]").first()).hasText("已保存。");
    assertThat(page.locator("li:has-text('测试crews-wu')")).containsText("安保部");
    page.click("a:text-is('测试crews-wu')");
    assertThat(page.locator("#shifts")).hasValue("1 08:00-17:30\n5 22:00-06:00");
    assertThat(page.locator("input[value='theft']")).isChecked();
    assertThat(count("audit_entry WHERE subject = 'crew:crews-wu'")).isEqualTo(1);
  }

  @Test
  void aThirdPartyAndARowOfTheMatrixAreAddedCheckedAndTakenBack() {
    Page page = signedIn("admin", 1440);
    page.navigate("/console/crews/third-party/new");
    page.fill("#code", "otis");
    page.fill("#name", "奥的斯维保");
    page.click("main button[type=submit]");
    assertThat(page.locator("#e-phone")).containsText("至少填写电话或邮箱");
    page.fill("#phone", "400 000 0001");
    page.click("main button[type=submit]");
    assertThat(page.locator("main")).containsText("奥的斯维保");

    page.navigate("/console/crews/row/new");
    page.selectOption("#category", "facilities/lift");
    page.selectOption("#lead", "engineering");
    page.check("input[name=helpers][value=engineering]");
    page.selectOption("#thirdParty", "otis");
    page.click("main button[type=submit]");
    assertThat(page.locator("main")).containsText("主责部门不能同时配合");
    page.uncheck("input[name=helpers][value=engineering]");
    page.click("main button[type=submit]");
    assertThat(page.locator("li:has-text('电梯故障')")).containsText("第三方 奥的斯维保");
    page.navigate("/console/crews/row/new");
    page.selectOption("#category", "facilities/lift");
    page.selectOption("#lead", "engineering");
    page.click("main button[type=submit]");
    assertThat(page.locator("#e-category")).containsText("已经有这一项");

    page.navigate("/console/crews");
    page.click("li:has-text('电梯故障') button");
    assertThat(page.locator("li:has-text('电梯故障')")).hasCount(0);
    assertThat(count("audit_entry WHERE subject = 'matrix:facilities/lift'")).isEqualTo(2);
  }

  @Test
  void aCategoryIsRenamedUnlessSomebodyWasFaster() {
    Page page = signedIn("admin", 1440);
    page.navigate("/console/crews");
    page.click("section[aria-labelledby=h-categories] a:text-is('其他')");
    page.waitForURL("**/category/other");
    LooksIT.check(page, "/console/crews/category", 1440);
    Page other = page.context().newPage();
    other.navigate(page.url());
    page.fill("#zh-other", "");
    page.click("main button[type=submit]");
    assertThat(page.locator("#e-zh-other")).containsText("名称不能空着");
    page.fill("#zh-other", "其他事项");
    page.click("main button[type=submit]");
    assertThat(page.locator("[role=status]").first()).hasText("已保存。");
    other.fill("#zh", "其它");
    other.click("main button[type=submit]");
    assertThat(other.locator("[role=alert]").first()).containsText("别人");
    assertThat(other.locator("#zh")).hasValue("其它");
    page.navigate("/console/tickets/new");
    assertThat(page.locator("#category")).containsText("其他事项");

    page.navigate("/console/crews/category/other");
    page.fill("#zh-other", "其他");
    page.click("main button[type=submit]");
    assertThat(page.locator("[role=status]").first()).isVisible();
    page.navigate("/console/audit?subject=category:other");
    assertThat(page.locator(".audit")).containsText("其他 → 其他事项");
  }

  @Test
  void onlyAdministratorsChangeIt() {
    Page page = signedIn(AGENT, 1440);

    assertThat(page.navigate("/console/crews").status()).isEqualTo(403);
  }
}
