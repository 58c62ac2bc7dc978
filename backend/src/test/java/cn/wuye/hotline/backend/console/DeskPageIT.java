package cn.wuye.hotline.backend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.desk.DeskCalls;
import cn.wuye.hotline.backend.desk.DeskScreens;
import cn.wuye.hotline.backend.desk.DeskScreens.News;
import cn.wuye.hotline.backend.desk.Stage;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.intake.journal.Journal;
import cn.wuye.hotline.backend.intake.journal.JournalLine;
import cn.wuye.hotline.backend.recording.Utterance;
import cn.wuye.hotline.backend.resident.Resident;
import cn.wuye.hotline.backend.resident.Residents;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import cn.wuye.hotline.ivr.conversation.Turn;
import cn.wuye.hotline.ivr.intent.Intent;
import cn.wuye.hotline.ivr.intent.Place;
import cn.wuye.hotline.ivr.port.TicketDraft;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The agent's page in a browser; its telephone is somewhere else. */
class DeskPageIT extends ConsoleCase {
  @Autowired DeskCalls calls;
  @Autowired CallFixture sounds;
  @Autowired DeskScreens screens;
  @Autowired Journal journal;
  @Autowired Residents residents;

  private final String tag = UUID.randomUUID().toString().substring(0, 8);
  private final String agent = "desk-" + tag;
  private final CallId call = new CallId("node-1-" + tag + ".1");
  private final PhoneNumber number =
      new PhoneNumber("137" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999));
  private long user;

  @BeforeEach
  void anAgentAndACaller() {
    Staff.add(application, agent, Role.AGENT);
    user =
        jdbc.sql("SELECT id FROM app_user WHERE username = ?")
            .param(agent)
            .query(Long.class)
            .single();
    residents.save(
        Resident.named(
            "王秀英",
            "yue",
            List.of(number),
            List.of(new Resident.Dwelling(new EstateId(estate("阳光花园")), "3号楼", "2单元", "501"))));
    Instant now = Instant.now();
    journal.append(
        call, new JournalLine.Started(now, number.digits(), "4001234567", now, "sip", false));
    journal.append(
        call,
        new JournalLine.Spoke(
            now,
            new Turn(
                Turn.Who.CALLER,
                Turn.Kind.WORDS,
                "三号楼的电梯又坏了",
                "",
                Duration.ofSeconds(4),
                Duration.ofSeconds(7))));
    journal.append(
        call,
        new JournalLine.Drafted(
            now,
            "1000000",
            1,
            false,
            new TicketDraft(
                new Intent("repair", "facilities", "lift", "urgent", 0.9),
                new Place(String.valueOf(estate("阳光花园")), "3号楼", "2单元", "501", ""),
                "三号楼的电梯又坏了",
                TicketDraft.Completeness.UNFINISHED,
                false)));
    // Nothing of it waits for the database: the intake leaves the call alone.
    journal.append(call, new JournalLine.Entered(now, 1));
  }

  @Test
  void theCallIsOnTheScreenAtTheFirstRing() {
    Page page = desk(1440);
    assertThat(page.locator("#desk-line")).containsText("没有通话");
    assertThat(page.locator("#desk-state")).containsText("看不到电话系统");

    rings();

    assertThat(page.locator("#desk-line")).containsText(number.masked());
    assertThat(page.locator("#desk-case")).containsText("王秀英");
    assertThat(page.locator("#desk-case")).containsText("阳光花园 3号楼 2单元 501");
    assertThat(page.locator("#desk-case")).containsText("粤语");
    assertThat(page.locator("#desk-case .turns")).containsText("三号楼的电梯又坏了");
    assertThat(page.locator("#desk-form #text")).hasValue("三号楼的电梯又坏了");
    assertThat(page.locator("#desk-form #category")).hasValue("facilities/lift");
    assertThat(page.locator("#desk-form #urgency")).hasValue("urgent");
    assertThat(page.locator("#desk-form #estate")).hasValue(String.valueOf(estate("阳光花园")));
    assertThat(page).hasTitle(Pattern.compile("来电"));
    assertThat(page.content()).doesNotContain(number.digits());
    assertThat(LooksIT.faults(page)).isEmpty();
    shot(page, "desk-ringing-1440");
  }

  @Test
  void aComplaintIsTakenByKeysAlone() {
    rings();
    Page page = desk(1440);
    assertThat(page.locator("#desk-form #text")).isVisible();
    calls.answered(call, user, Instant.now());
    screens.tell(user, News.CALL);
    assertThat(page.locator("#desk-line")).containsText("通话中");

    page.keyboard().press("Alt+w");
    assertThat(page.locator("#text")).isFocused();
    page.keyboard().press("End");
    page.keyboard().type("，有老人在里面");
    page.keyboard().press("Control+Enter");

    assertThat(page.locator("#desk-case .notice--ok")).containsText("已登记：工单");
    assertThat(
            jdbc.sql("SELECT text FROM ticket WHERE origin_key = ?")
                .param("call:" + call)
                .query(String.class)
                .single())
        .isEqualTo("三号楼的电梯又坏了，有老人在里面");
    shot(page, "desk-saved-1440");
  }

  @Test
  void whatIsTypedSurvivesAReloadAndTheEndOfTheCall() {
    rings();
    Page page = desk(1440);
    page.fill("#text", "还没有说完的话");
    assertThat(page.locator("#desk-saved")).containsText("草稿已保存");
    calls.answered(call, user, Instant.now());
    calls.ended(call, user, Stage.OVER, Instant.now());

    page.reload();

    assertThat(page.locator("#text")).hasValue("还没有说完的话");
    page.selectOption("#category", "");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("#e-category")).isVisible();
    assertThat(page.locator("#text")).hasValue("还没有说完的话");
    assertThat(page.locator("#category")).isFocused();
  }

  @Test
  void whatWasSaidInTheTalkIsReadAndTaken() {
    rings();
    calls.answered(call, user, Instant.now());
    calls.ended(call, user, Stage.OVER, Instant.now());
    sounds.talk(
        call,
        List.of(
            new Utterance(Utterance.Side.AGENT, 300, 1200, "您好，请讲", 0.9),
            new Utterance(Utterance.Side.CALLER, 1500, 1900, "一楼的感应灯不亮", 0.8)));
    Page page = desk(1440);

    assertThat(page.locator(".talk li").first()).containsText("坐席");
    page.click("text=把来电人的话补充到描述");
    assertThat(page.locator("#text")).hasValue("三号楼的电梯又坏了；【通话听写】一楼的感应灯不亮");
    assertThat(page.locator("#desk-saved")).containsText("草稿已保存");
    page.reload();
    assertThat(page.locator("#text")).hasValue("三号楼的电梯又坏了；【通话听写】一楼的感应灯不亮");
    assertThat(page.locator("[data-words]")).hasCount(0);
  }

  @Test
  void theNumberIsShownWhenItIsNeededAndThatIsWrittenDown() {
    rings();
    Page page = desk(1440);

    page.click("#show-number button");

    assertThat(page.locator("#h-who")).hasText(number.digits());
    assertThat(
            jdbc.sql(
                    "SELECT COUNT(*) FROM audit_entry WHERE action = 'desk.number-shown' AND"
                        + " subject = ?")
                .param("call:" + call)
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void answersStandBesideTheFormAndFollowWhatIsTyped() {
    rings();
    Page page = desk(1440);
    assertThat(page.locator("#knowledge-found")).containsText("电梯坏了或者困人怎么办");

    page.fill("#text", "我想问一下物业费在哪里交");
    assertThat(page.locator("#knowledge-found")).containsText("物业费怎么交");
    assertThat(page.locator("#knowledge-found")).not().containsText("电梯坏了");
    page.click("#knowledge-found summary:has-text('物业费怎么交')");
    assertThat(page.locator("#knowledge-found .pre:has-text('按季度交')")).isVisible();
    assertThat(LooksIT.faults(page)).isEmpty();
    shot(page, "desk-knowledge-1440");
    // What she is reading stays while she types on.
    page.waitForResponse(
        response -> response.url().endsWith("/knowledge"), () -> page.fill("#text", "停车卡也要办"));
    assertThat(page.locator("#knowledge-found .pre:has-text('按季度交')")).isVisible();

    page.keyboard().press("Alt+k");
    assertThat(page.locator("#knowledge-q")).isFocused();
    page.keyboard().type("几点开门");
    assertThat(page.locator("#knowledge-found")).containsText("服务中心几点开门");
    // That of another estate is not the caller's.
    assertThat(page.locator("#knowledge-found")).not().containsText("翠湖家园");
    assertThat(page.locator("#text")).hasValue("停车卡也要办");
  }

  @Test
  void anArticleIsWrittenFoundAndChangedOnBothScreens() {
    Page page = signedIn("admin", 360);
    page.navigate("/console/knowledge/new");
    page.click("main button[type=submit]");
    assertThat(page.locator("#e-title")).isVisible();
    LooksIT.check(page, "/knowledge-one", 360);
    page.fill("#title", "信箱钥匙" + tag + "丢了怎么办");
    page.fill("#answer", "请带身份证到服务中心。");
    page.click("main form[action$='/new'] button[type=submit]");
    page.waitForURL("**/console/knowledge/*saved");
    page.fill("#answer", "请打电话。");
    page.click("main form:has(#answer) button[type=submit]");
    assertThat(page.locator("#h-versions")).isVisible();
    LooksIT.check(page, "/knowledge-one", 360);

    Page wide = signedIn(agent, 1440);
    wide.navigate("/console/knowledge?q=" + tag);
    wide.click(".knowledge summary");
    assertThat(wide.locator(".knowledge .pre")).hasText("请打电话。");
    LooksIT.check(wide, "/knowledge-found", 1440);
    wide.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(com.microsoft.playwright.options.ColorScheme.DARK));
    assertThat(LooksIT.faults(wide)).isEmpty();
  }

  @Test
  void itFitsATelephonesScreen() {
    rings();
    Page page = desk(360);
    assertThat(page.locator("#desk-form #text")).isVisible();

    LooksIT.fits(page, 360);
    assertThat(LooksIT.faults(page)).isEmpty();
    shot(page, "desk-360");
  }

  private void rings() {
    calls.rung(call, user, "1001", Instant.now());
    screens.tell(user, News.CALL);
  }

  private Page desk(int width) {
    Page page = signedIn(agent, width);
    page.navigate("/console/desk");
    // Its line is open before anything is told.
    page.waitForCondition(() -> screens.users().contains(user));
    page.waitForLoadState();
    return page;
  }
}
