package cn.wuye.hotline.backend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.Staff;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
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

  private static void photo(Page phone, String name, byte[] bytes) {
    phone.locator("#photo").setInputFiles(new FilePayload(name, "image/png", bytes));
    phone.click("text=发送照片");
    phone.waitForLoadState();
  }

  @Test
  void aCategoryIsAddedOrderedAndNoLongerOffered() {
    Page page = signedIn("admin", 1440);
    page.navigate("/console/crews/categories");
    LooksIT.check(page, "/console/crews/categories", 1440);
    page.click("a:text-is('新增类别')");
    page.fill("#code", "facilities");
    page.fill("#zh", "充电管理");
    page.fill("#en", "Charging");
    page.click("main button[type=submit]");
    assertThat(page.locator("#e-code")).containsText("已经有这个代号");
    page.fill("#code", "charging");
    page.click("main button[type=submit]");
    page.waitForURL("**/category/charging?saved");
    assertThat(page.locator("#lead")).containsText("不会自动派");
    assertThat(page.locator("#rules")).containsText("没有自己的规则，用通用的。紧急");

    page.fill("#new-code", "e-bike");
    page.fill("#new-zh", "电动车充电");
    page.click("main button[type=submit]");
    assertThat(page.locator("#e-new-en")).containsText("名称不能空着");
    page.fill("#new-en", "E-bike");
    page.click("main button[type=submit]");
    assertThat(page.locator("[role=status]").first()).hasText("已保存。");
    page.fill("#new-code", "car");
    page.fill("#new-zh", "汽车充电");
    page.fill("#new-en", "Car");
    page.click("main button[type=submit]");
    assertThat(page.locator("#zh-car")).hasValue("汽车充电");
    page.fill("#pos-car", "5");
    page.uncheck("#on-e-bike");
    page.click("main button[type=submit]");
    assertThat(page.locator("[role=status]").first()).hasText("已保存。");
    assertThat(page.locator("fieldset code").nth(1)).hasText("car");
    page.navigate("/console/tickets/new");
    assertThat(page.locator("#category")).containsText("汽车充电");
    assertThat(page.locator("#category")).not().containsText("电动车充电");

    page.navigate("/console/crews/categories");
    Page other = page.context().newPage();
    other.navigate(page.url());
    page.fill("#pos-charging", "15");
    page.click("main button[type=submit]");
    assertThat(page.locator("[role=status]").first()).hasText("已保存。");
    assertThat(page.locator("[data-category]").nth(1)).containsText("充电管理");
    other.fill("#pos-fees", "1");
    other.click("main button[type=submit]");
    assertThat(other.locator("[role=alert]").first()).containsText("别人改过类别");
    assertThat(other.locator("#pos-fees")).hasValue("1");

    page.navigate("/console/crews/category/other");
    page.uncheck("#on");
    page.click("main button[type=submit]");
    assertThat(page.locator("main")).containsText("不能停用");
    page.navigate("/console/crews/category/charging");
    page.uncheck("#on");
    page.click("main button[type=submit]");
    assertThat(page.locator("h1")).containsText("已停用");
    page.navigate("/console/tickets/new");
    assertThat(page.locator("#category")).not().containsText("充电");
    page.navigate("/console/crews/row/new");
    assertThat(page.locator("#category")).containsText("充电管理（已停用）");
    Page phone = signedIn("admin", 360);
    for (String path : new String[] {"categories", "category/charging", "category/new"}) {
      phone.navigate("/console/crews/" + path);
      LooksIT.check(phone, "/console/crews/" + path, 360);
    }
  }

  @Test
  void aThirdPartyWithAContractDoesItsJobByTheLinkOnAPhone() throws Exception {
    Page page = signedIn("admin", 1440);
    page.navigate("/console/crews/third-party/new");
    page.fill("#code", "fire-co");
    page.fill("#name", "消防维保公司");
    page.fill("#email", "fire@example.cn");
    page.click("main button[type=submit]");
    page.click("a:text-is('消防维保公司')");
    page.click("text=合同时限、违约金和系统接口");
    page.fill("#arriveMinutes", "0");
    page.fill("#arriveAmount", "200");
    page.click("main button[type=submit]");
    assertThat(page.locator("#e-arriveMinutes")).containsText("分钟");
    page.fill("#arriveMinutes", "90");
    page.click("main button[type=submit]");
    assertThat(page.locator("[role=status]").first()).hasText("已保存。");
    assertThat(page.locator("#arriveAmount")).hasValue("200.00");
    LooksIT.check(page, "/contract", 1440);

    Page phone = page(360);
    phone.navigate("/p/" + link("fire-co"));
    phone.waitForLoadState();
    LooksIT.check(phone, "/p/job", 360);
    phone.click("button[value=accept]");
    assertThat(phone.locator("#state")).hasText("进行中");
    phone.click("button[value=arrived]");
    assertThat(phone.locator("button[value=arrived]")).hasCount(0);
    phone.click("button[value=done]");
    assertThat(phone.locator("[role=alert]")).containsText("请写明");
    photo(phone, "panel.jpg", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
    assertThat(phone.locator("[role=alert]")).containsText("这不是照片");
    photo(phone, "panel.png", CrewPageIT.png());
    assertThat(phone.locator("#photos")).hasText("已发照片 1 张");
    phone.fill("#words", "更换烟感");
    phone.click("button[value=done]");
    assertThat(phone.locator("#over")).containsText("已经结束");
    phone.navigate("/p/AAAAAAAAAAAAAAAAAAAAAA");
    assertThat(phone.locator("[role=alert]")).containsText("没有这个链接");
  }

  /** A link to a job of this company, as its message would bring it. */
  private String link(String party) throws Exception {
    long ticket =
        jdbc.sql("SELECT MAX(number) FROM ticket WHERE state = 'in-progress'")
            .query(Long.class)
            .single();
    jdbc.sql(
            "INSERT INTO task (ticket, number, party_kind, party, state, opened_at, since) VALUES"
                + " (?, 99, 'third-party', ?, 'open', '2026-01-01', '2026-01-01')")
        .params(ticket, party)
        .update();
    jdbc.sql(
            "INSERT INTO third_party_job (task, ticket, party, opened_at, accept_due, arrive_due,"
                + " done_due, accept_cents, arrive_cents, done_cents) SELECT id, ticket, party,"
                + " opened_at, '2099-01-01', '2099-01-01', '2099-01-01', 0, 20000, 0 FROM task WHERE party = ?")
        .param(party)
        .update();
    String token = "AbCdEfGhIjKlMnOpQrStUv";
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
    jdbc.sql(
            "INSERT INTO third_party_link (token_hash, task, created_at, expires_at) SELECT ?, id,"
                + " opened_at, '2099-01-01' FROM task WHERE party = ?")
        .params(HexFormat.of().formatHex(hash), party)
        .update();
    return token;
  }

  @Test
  void aResidentAnswersHerSurveyByTheLinkOnAPhone() throws Exception {
    Page phone = page(360);
    String token = surveyLink();
    phone.navigate("/s/" + token);
    phone.waitForLoadState();
    assertThat(phone.locator("#about")).containsText("反映的问题");
    LooksIT.check(phone, "/s/open", 360);
    phone.click("button[type=submit]");
    assertThat(phone.locator("[role=alert]")).hasText("请先选一项，或者写几句话。");
    phone.click("label:has(input[value=partly])");
    phone.click("label:has(input[name=satisfaction][value='3'])");
    phone.fill("#comment", "走廊的灯还没有装");
    LooksIT.check(phone, "/s/filled", 360);
    phone.click("button[type=submit]");

    assertThat(phone.locator("#stage")).containsText("会有工作人员和您联系");
    assertThat(phone.locator("form")).hasCount(0);
    LooksIT.check(phone, "/s/done", 360);
    assertThat(phone.locator("#danger")).hasCount(0);
    jdbc.sql("UPDATE survey SET state = 'planned', settled_at = NULL WHERE channel = 'link'")
        .update();
    phone.navigate("/s/" + token);
    phone.waitForLoadState();
    phone.click("label:has(input[value='not-solved'])");
    phone.fill("#comment", "家里着火了，快来人");
    phone.click("button[type=submit]");
    assertThat(phone.locator("#danger")).containsText("119");
    assertThat(phone.locator("#danger a")).isVisible();
    LooksIT.check(phone, "/s/danger", 360);
    phone.navigate("/s/BBBBBBBBBBBBBBBBBBBBBB");
    assertThat(phone.locator("[role=alert]")).containsText("没有这个链接");
    LooksIT.check(phone, "/s/unknown", 360);
  }

  /** A link to the survey of a ticket that is solved, as a message would bring it. */
  private String surveyLink() throws Exception {
    long ticket =
        jdbc.sql(
                "SELECT MAX(number) FROM ticket WHERE state = 'solved'"
                    + " AND number NOT IN (SELECT ticket FROM survey WHERE state <> 'planned')")
            .query(Long.class)
            .single();
    jdbc.sql(
            "INSERT INTO survey (ticket, round, state, urgent, planned_at) VALUES (?, 1, 'planned',"
                + " FALSE, '2026-01-01') ON DUPLICATE KEY UPDATE urgent = FALSE")
        .param(ticket)
        .update();
    String token = "ZyXwVuTsRqPoNmLkJiHgFe";
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
    jdbc.sql(
            "INSERT INTO survey_link (token_hash, survey_id, created_at, expires_at) SELECT ?, id,"
                + " planned_at, '2099-01-01' FROM survey WHERE ticket = ? ORDER BY round DESC LIMIT 1")
        .params(HexFormat.of().formatHex(hash), ticket)
        .update();
    return token;
  }

  @Test
  void equipmentIsRegisteredAndChosenOnATicket() {
    Page page = signedIn("admin", 1440);
    page.navigate("/console/equipment/new");
    page.selectOption("#estate", Long.toString(estate("金桂苑")));
    page.fill("#building", "77号楼");
    page.fill("#name", "77号楼北梯");
    page.click("main button[type=submit]");
    assertThat(page.locator("#e-code")).hasText("请填写");
    page.fill("#code", "DT-7701");
    page.click("main button[type=submit]");
    assertThat(page.locator("h1")).hasText("77号楼北梯");
    LooksIT.check(page, "/equipment-one", 1440);

    page.navigate("/console/tickets/" + ticketIn("金桂苑"));
    page.click("summary:text-is('指定设备')");
    page.selectOption("#equipment", new SelectOption().setLabel("77号楼 77号楼北梯 DT-7701"));
    page.locator("form:has(#equipment) button").click();
    assertThat(page.locator("#thing")).containsText("77号楼北梯");
    page.click("#thing a");
    assertThat(page.locator("#h-tickets + ul")).containsText(Long.toString(ticketIn("金桂苑")));
  }

  @Test
  void onlyAdministratorsChangeIt() {
    Page page = signedIn(AGENT, 1440);

    assertThat(page.navigate("/console/crews").status()).isEqualTo(403);
  }
}
