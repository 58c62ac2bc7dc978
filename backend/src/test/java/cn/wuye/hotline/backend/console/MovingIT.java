package cn.wuye.hotline.backend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.moving.TestBook;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.Staff;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Import, estates and residents as people use them. */
class MovingIT extends ConsoleCase {
  private static final String SAVE = "main form.card button[type=submit]";
  private static final String DISPATCHER = "dispatcher-one";

  @ParameterizedTest
  @ValueSource(ints = {360, 1440})
  void aFileIsCheckedLookedAtAndThenEntered(int width) {
    String phone = "1360000" + (1000 + width);
    byte[] file =
        new TestBook()
            .row("住户", "姓名", "电话", "小区", "楼栋", "备注")
            .row("住户", "搬来的" + width, phone, "阳光花园", "1号楼", "猫")
            .row("住户", "没处住", "13600000000", "阴光花园", "1号楼", "")
            .bytes();
    Page page = signedIn("admin", width);
    page.click("nav >> text=管理");
    page.click("nav >> text=导入导出");
    page.click("text=上传并检查");
    assertThat(page.locator("#e-file")).hasText("请选择一个文件。");

    page.setInputFiles("#file", new FilePayload("旧系统.xlsx", "application/octet-stream", file));
    page.click("text=上传并检查");

    assertThat(page.locator("#import .badge").first()).hasText("已检查，未导入");
    assertThat(page.locator("[data-sheet=住户] td").nth(1)).hasText("1");
    assertThat(page.locator(".faults")).containsText("住户 · 行 3 · 小区 (C)");
    assertThat(page.locator(".faults")).containsText("不认识这一列：备注");
    LooksIT.check(page, "/import-checked", width);
    page.click("text=导入没有错误的行");
    assertThat(page.locator("#import .badge").first()).hasText("已导入");
    LooksIT.check(page, "/import-done", width);

    page.navigate("/console/residents?q=" + phone.substring(7));
    assertThat(page.locator(".people")).containsText("搬来的" + width);
    assertThat(page.locator(".people")).containsText("136****" + phone.substring(7));
  }

  @Test
  void anAdministratorEditsAnEstateAndIsToldWhatIsWrong() {
    Page page = signedIn("admin", 1440);
    page.click("nav >> text=小区");
    page.click("text=金桂苑");
    page.fill("#position", "x");
    page.fill("#personFromAge", "30");
    page.click(SAVE);
    assertThat(page.locator("#e-position")).isVisible();
    assertThat(page.locator("#e-personFromAge")).hasText("请填 50 到 120 的整数，例如 65；留空表示不启用。");
    LooksIT.check(page, "/estate-wrong", 1440);

    page.fill("#position", "4");
    page.fill("#personFromAge", "65");
    page.selectOption("#dialect", "wuu");
    page.fill("#aliases", "金桂\n桂花小区");
    page.click(SAVE);

    assertThat(page.locator(".people")).containsText("金桂、桂花小区");
    page.navigate("/console/estates/" + estate("金桂苑"));
    assertThat(page.locator("#personFromAge")).hasValue("65");
    assertThat(page.locator("#dialect")).hasValue("wuu");
    assertThat(
            jdbc.sql("SELECT COUNT(*) FROM building WHERE estate_id = ?")
                .param(estate("金桂苑"))
                .query(Long.class)
                .single())
        .isEqualTo(8);
  }

  @Test
  void aDispatcherKeepsTheDutyListsOfHerEstatesAndSeesNoOthers() {
    Staff.add(application, DISPATCHER, Role.DISPATCHER, estate("滨江一号"));
    Page page = signedIn(DISPATCHER, 1440);
    page.navigate("/console/estates/" + estate("滨江一号"));
    assertThat(page.locator("#name")).hasCount(0);

    page.fill("#lines-on-duty", "值班工程师 钱师傅 13900000077\n看不懂的一行");
    page.click("section.card button[type=submit] >> nth=0");
    assertThat(page.locator("#e-on-duty")).containsText("看不懂的一行");
    page.fill("#lines-on-duty", "值班工程师 钱师傅 139-0000-0077");
    page.click("section.card button[type=submit] >> nth=0");

    assertThat(page.locator("[role=status]")).containsText("已保存");
    assertThat(page.locator("#lines-on-duty")).hasValue("值班工程师 钱师傅 13900000077");
    assertThat(page.navigate("/console/estates/" + estate("翠湖家园")).status()).isEqualTo(404);
    page.navigate("/console/estates/company");
    assertThat(page.locator("textarea")).hasCount(0);
  }

  @Test
  void residentsHaveSeveralNumbersAndDwellingsAndAgentsSeeTheirOwn() {
    Page page = signedIn("admin", 1440);
    page.navigate("/console/residents/new");
    page.fill("#name", "双住处");
    page.fill("#phones", "13511110001\n0571-87654321");
    page.selectOption("#estate0", "" + estate("翠湖家园"));
    page.fill("#building0", "1,2号楼");
    page.fill("#birthYear", "1899");
    page.click(SAVE);
    assertThat(page.locator("#e-birthYear")).containsText("出生年份请填 1900 到 20");
    page.fill("#birthYear", "1950");
    page.click(SAVE);
    assertThat(page.locator("[role=status]")).containsText("已保存");
    page.selectOption("#estate1", "" + estate("阳光花园"));
    page.fill("#room1", "801");
    page.click(SAVE);

    assertThat(page.locator("#building0")).hasValue("1,2号楼");
    assertThat(page.locator("#estate2")).hasCount(1);
    String path = page.url().replaceAll("[?].*", "");

    Page agent = signedIn(LOCAL_AGENT, 1440);
    agent.navigate("/console/residents?q=双住处");
    assertThat(agent.locator(".people")).containsText("阳光花园 801");
    assertThat(agent.locator(".people").innerText())
        .doesNotContain("翠湖")
        .doesNotContain("13511110001");
    agent.navigate(path);
    assertThat(agent.locator("main")).containsText("135****0001");
    assertThat(agent.locator("main")).containsText("1950");
    assertThat(agent.locator("form[method=post] textarea")).hasCount(0);
    assertThat(agent.navigate("/console/moving").status()).isEqualTo(403);
  }
}
