package cn.wuye.hotline.backend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.Staff;
import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wording is edited, tried, made live and taken back by somebody who cannot program. */
class WordingIT extends ConsoleCase {

  @ParameterizedTest
  @ValueSource(ints = {360, 1440})
  void fromAPhraseToTheNextCallAndBack(int width) {
    String phrase = "丰巢柜" + (width == 360 ? "甲" : "乙");
    Page page = signedIn("admin", width);
    page.navigate("/console/wording/lexicon");
    page.fill("#edit #phrase", phrase);
    page.fill("#synonyms", "快递柜坏、快递箱打不开");
    page.selectOption("#edit #topic", "facilities/public-fixtures");
    page.fill("#edit #weight", "30");
    page.click("#edit button[type=submit]");
    assertThat(page.locator("[role=alert]")).containsText("权重要在");
    assertThat(page.locator("#edit #phrase")).hasValue(phrase);
    page.fill("#edit #weight", "3");
    page.click("#edit button[type=submit]");
    assertThat(page.locator("[role=status]").first()).containsText("已存为草稿");
    assertThat(page.locator(".phrases strong").first()).hasText(phrase);

    page.navigate("/console/wording/try");
    page.fill("#text", "楼下" + phrase);
    page.click("#try button[type=submit]");
    assertThat(page.locator("#results .card")).hasCount(2);
    assertThat(page.locator("#results .card").first()).containsText("公共设施损坏");
    assertThat(page.locator("#results .card").last()).containsText("没有听懂");
    Assertions.assertThat(LooksIT.faults(page)).isEmpty();
    LooksIT.fits(page, width);
    shot(page, "wording-try-" + width);

    page.navigate("/console/wording");
    assertThat(page.locator(".changes")).containsText(phrase);
    shot(page, "wording-draft-" + width);
    page.click("button:has-text('上线')");
    assertThat(page.locator("[role=status]").first()).containsText("已上线");
    page.navigate("/console/wording/try");
    page.fill("#text", "楼下" + phrase);
    page.click("#try button[type=submit]");
    assertThat(page.locator("#results .card")).hasCount(1);
    assertThat(page.locator("#results .card")).containsText("公共设施损坏");

    page.navigate("/console/wording");
    page.click(".versions li:last-child summary");
    page.click("button:has-text('确定恢复出厂内容')");
    assertThat(page.locator("[role=status]").first()).containsText("已恢复");
    Assertions.assertThat(LooksIT.faults(page)).isEmpty();
    shot(page, "wording-versions-" + width);
    page.navigate("/console/wording/try");
    page.fill("#text", "楼下" + phrase);
    page.click("#try button[type=submit]");
    assertThat(page.locator("#results .card").last()).containsText("没有听懂");
  }

  @Test
  void everyPartIsAFormThatSaysWhatIsWrong() {
    Page page = signedIn("admin", 1440);
    page.navigate("/console/wording/texts");
    page.fill("#p-greeting", "您好，找人按0。");
    page.click("button:has-text('保存为草稿')");
    assertThat(page.locator("[role=alert]")).containsText("问候语：没有告诉来电人通话会录音");
    assertThat(page.locator("#p-greeting")).hasValue("您好，找人按0。");
    shot(page, "wording-greeting-wrong-1440");

    page.navigate("/console/wording/keys");
    page.selectOption("#target-7", "fees");
    page.fill("#label-7", "收费");
    page.click("button:has-text('保存为草稿')");
    assertThat(page.locator("[role=alert]")).containsText("归到同一处");

    page.navigate("/console/wording/hours");
    page.check("input[value=hours]");
    page.fill("#week-6", "九点到十点");
    page.click("button:has-text('保存为草稿')");
    assertThat(page.locator("[role=alert]")).containsText("星期六：时间看不懂");

    page.navigate("/console/wording/emergencies");
    page.fill("#phrase", "困难");
    page.click("button:has-text('保存为草稿')");
    assertThat(page.locator("[role=alert]")).containsText("不会起作用");

    page.navigate("/console/wording/lexicon");
    page.click("summary:has-text('粘贴')");
    page.fill("#rows", "游泳池水浑\t公共设施损坏\t3\t泳池脏\n儿童滑梯\t没有这类");
    page.click("button:has-text('全部加入草稿')");
    assertThat(page.locator(".error")).containsText("不认识这一行的分类：儿童滑梯");
    page.fill("#rows", "游泳池水浑\t公共设施损坏\t3\t泳池脏\n儿童滑梯\tfacilities/public-fixtures");
    page.click("button:has-text('全部加入草稿')");
    assertThat(page.locator(".phrases").first()).containsText("儿童滑梯");
    page.fill("#q", "电梯坏了");
    page.keyboard().press("Enter");
    page.click("button[aria-label='停用“电梯坏了”']");
    assertThat(page.locator("[role=status]").first()).containsText("已存为草稿");
    page.navigate("/console/wording/lexicon?show=off");
    assertThat(page.locator(".is-off")).containsText("电梯坏了");
    page.navigate("/console/wording");
    page.click("summary:has-text('放弃草稿')");
    page.click("button:has-text('确定放弃')");
    assertThat(page.locator("h2").first()).hasText("没有草稿");
  }

  @Test
  void aSupervisorTriesAndEditsNothing() {
    Staff.add(application, "supervisor-all", Role.SUPERVISOR);
    Page page = signedIn("supervisor-all", 360);

    Assertions.assertThat(page.navigate("/console/wording").status()).isEqualTo(403);
    page.navigate("/console/wording/try");
    page.fill("#text", "0");
    page.click("#try button[type=submit]");
    assertThat(page.locator("#results .card").first()).containsText("正在为您接通工作人员");
    assertThat(page.locator("#say")).containsText("只能打字试");
  }
}
