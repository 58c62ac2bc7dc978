package cn.wuye.hotline.backend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.dispatch.staff.Crew;
import cn.wuye.hotline.backend.dispatch.staff.CrewMember;
import cn.wuye.hotline.backend.dispatch.staff.DispatchSettings;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.Staff;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CrewPageIT extends ConsoleCase {
  private static final String WU = "crew-wu";
  private static final String LIN = "crew-lin";
  private static final String BOSS = "crew-boss";

  @Autowired CallFixture calls;
  @Autowired Crew crew;
  @Autowired DispatchSettings settings;
  @Autowired Clock clock;

  @BeforeEach
  void crew() {
    Staff.add(application, WU, Role.CREW, estate("阳光花园"));
    Staff.add(application, LIN, Role.CREW, estate("阳光花园"));
    Staff.add(application, BOSS, Role.DISPATCHER, estate("阳光花园"));
    List.of(WU, LIN).forEach(this::engineer);
  }

  private void engineer(String login) {
    if (crew.find(login).isPresent()) {
      return;
    }
    long id =
        jdbc.sql("SELECT id FROM app_user WHERE username = ?")
            .param(login)
            .query(Long.class)
            .single();
    assertThat(
            settings.saveMember(
                new CrewMember(
                    id,
                    0,
                    login,
                    login,
                    true,
                    "engineering",
                    false,
                    Set.of(),
                    List.of(),
                    clock.instant().plus(Duration.ofHours(2))),
                "admin"))
        .isEmpty();
  }

  @Test
  void aJobIsDoneOnAPhoneAlsoWithoutANetwork() throws IOException {
    long ticket = given(WU);
    Page page = onPhone(WU);
    assertThat(job(page, ticket)).containsText("等您答复");
    LooksIT.check(page, "/crew", 360);

    page.context().setOffline(true);
    job(page, ticket).locator("button.button--main").click();
    assertThat(page.locator("#waiting")).containsText("有 1 项还没有发出");
    assertThat(page.locator("#trouble")).containsText("没有网络");
    assertThat(events(ticket, "job-accepted")).isZero();
    page.context().setOffline(false);

    assertThat(job(page, ticket).locator("text=我到了")).isVisible();
    assertThat(page.locator("#waiting")).isHidden();
    assertThat(events(ticket, "job-accepted")).isEqualTo(1);
    job(page, ticket).locator("text=我到了").click();
    assertThat(job(page, ticket)).containsText("已到场");
    photo(page, ticket, "lift.png", png());
    assertThat(job(page, ticket)).containsText("照片 1 张");
    LooksIT.check(page, "/crew/working", 360);
    job(page, ticket).locator("textarea").fill("更换门机皮带，试运行正常");
    job(page, ticket).locator("text=完成").last().click();

    assertThat(job(page, ticket)).hasCount(0);
    assertThat(state(ticket)).isEqualTo("solved");
    Page office = signedIn(BOSS, 1440);
    office.navigate("/console/tickets/" + ticket);
    assertThat(office.locator("#history")).containsText("更换门机皮带，试运行正常");
    assertThat(office.locator(".photos img")).hasCount(1);
    String picture = office.locator(".photos img").getAttribute("src");
    Staff.add(application, "crew-far", Role.CREW, estate("翠湖家园"));
    Page stranger = onPhone("crew-far");
    assertThat(stranger.navigate(picture).status()).isEqualTo(404);
  }

  @Test
  void aScriptIsNoPhotoAndWhatIsSentTwiceIsDoneOnce() {
    long ticket = given(WU);
    Page page = onPhone(WU);
    job(page, ticket).locator("button.button--main").click();
    assertThat(job(page, ticket).locator("text=我到了")).isVisible();

    photo(page, ticket, "lift.jpg", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
    assertThat(page.locator("#trouble")).containsText("这不是照片，没有保存");
    assertThat(page.locator("#waiting")).isHidden();
    Object statuses =
        page.evaluate(
            "async n => { const all = []; for (let i = 0; i < 2; i++) {"
                + " const d = new FormData(); d.append('key', 'same-key'); d.append('words', '带了梯子');"
                + " const m = document.querySelector('meta[name=csrf]');"
                + " const r = await fetch('/crew/tickets/' + n + '/note',"
                + " {method: 'POST', body: d, headers: {[m.dataset.header]: m.content}});"
                + " all.push(r.status); } return all.join(' '); }",
            String.valueOf(ticket));

    assertThat(statuses).isEqualTo("200 200");
    assertThat(events(ticket, "note-added")).isEqualTo(1);
    assertThat(events(ticket, "photo-added")).isZero();
  }

  @Test
  void whatTheNetworkRefusesOrNeverAnswersDoesNotHoldUpTheRest() {
    long ticket = given(WU);
    Page page = onPhone(WU);
    job(page, ticket).locator("button.button--main").click();
    assertThat(job(page, ticket).locator("text=我到了")).isVisible();
    page.route(
        "**/note",
        route ->
            route.fulfill(
                new com.microsoft.playwright.Route.FulfillOptions()
                    .setStatus(413)
                    .setContentType("text/html")
                    .setBody("<h1>413</h1>")));

    job(page, ticket).locator("input[id^='m']").fill("带了梯子");
    job(page, ticket).locator("text=添加备注").click();

    assertThat(page.locator("#trouble")).containsText("没有被接受");
    assertThat(page.locator("#trouble")).containsText("带了梯子");
    assertThat(page.locator("#waiting")).isHidden();

    page.unroute("**/note");
    page.clock().install();
    page.reload();
    page.waitForLoadState();
    AtomicInteger asked = new AtomicInteger();
    page.route(
        "**/arrived",
        route -> {
          if (asked.incrementAndGet() > 1) {
            route.resume();
          }
        });
    job(page, ticket).locator("text=我到了").click();
    assertThat(page.locator("#waiting")).containsText("有 1 项还没有发出");
    Awaitility.await()
        .until(
            () -> {
              page.waitForTimeout(50);
              return asked.get() == 1;
            });
    page.clock().runFor(31_000);
    assertThat(page.locator("#trouble")).containsText("稍后自动再发");
    page.clock().runFor(16_000);

    assertThat(job(page, ticket)).containsText("已到场");
    assertThat(page.locator("#waiting")).isHidden();
    assertThat(events(ticket, "arrived")).isEqualTo(1);
  }

  @Test
  void theNumberIsThereForThoseWhoMayPhoneAndSeeingItIsWrittenDown() {
    long ticket = given(WU);
    Page page = onPhone(WU);
    assertThat(job(page, ticket).locator("a[href^='tel:']")).hasCount(1);
    assertThat(viewedBy(ticket, WU)).isEqualTo(1);

    Staff.add(application, "crew-admin", Role.ADMIN, estate("阳光花园"));
    engineer("crew-admin");
    long other = given("crew-admin");
    Page admins = signedIn("crew-admin", 360);
    admins.navigate("/crew");

    assertThat(job(admins, other)).containsText("等您答复");
    assertThat(job(admins, other).locator("a[href^='tel:']")).hasCount(0);
    assertThat(viewedBy(other, "crew-admin")).isZero();
  }

  @Test
  void atAnEmergencyTheCrewSaysThatItIsSafeBeforeItIsRepaired() {
    long ticket = given(WU);
    jdbc.sql("UPDATE ticket SET urgency = 'emergency' WHERE number = ?").param(ticket).update();
    Page page = onPhone(WU);
    job(page, ticket).locator("button.button--main").first().click();
    assertThat(job(page, ticket).locator("button:text-is('现场已安全')")).hasCount(0);
    job(page, ticket).locator("text=我到了").click();

    job(page, ticket).locator("button:text-is('现场已安全')").click();

    assertThat(job(page, ticket).locator("span:text-is('现场已安全')")).isVisible();
    assertThat(job(page, ticket).locator("button:text-is('现场已安全')")).hasCount(0);
    assertThat(job(page, ticket).locator("textarea")).isVisible();
    assertThat(events(ticket, "made-safe")).isEqualTo(1);
    Page office = signedIn(BOSS, 1440);
    office.navigate("/console/tickets/" + ticket);
    assertThat(office.locator("#history")).containsText("测试crew-wu 确认现场已安全");
  }

  @Test
  void whoMissesAPartLetsTheClockStandStillUntilItIsThere() {
    long ticket = given(WU);
    Page page = onPhone(WU);
    assertThat(job(page, ticket)).containsText("前");
    job(page, ticket).locator("button.button--main").first().click();
    assertThat(job(page, ticket).locator("text=我到了")).isVisible();

    page.context().setOffline(true);
    job(page, ticket).locator("summary:text-is('缺配件')").click();
    job(page, ticket).locator("input[id^='w']").fill("门机皮带");
    job(page, ticket).locator("button:text-is('等配件，暂停计时')").click();
    assertThat(page.locator("#waiting")).containsText("有 1 项还没有发出");
    page.context().setOffline(false);

    assertThat(job(page, ticket).locator("span:text-is('等配件')")).isVisible();
    LooksIT.check(page, "/crew/waiting", 360);
    Page office = signedIn(BOSS, 1440);
    office.navigate("/console/tickets/" + ticket);
    assertThat(office.locator("#history")).containsText("等待配件");
    assertThat(office.locator("#history")).containsText("门机皮带");
    job(page, ticket).locator("button:text-is('配件到了，继续')").click();
    assertThat(job(page, ticket).locator("summary:text-is('缺配件')")).isVisible();
    assertThat(events(ticket, "paused")).isEqualTo(1);
    assertThat(events(ticket, "resumed")).isEqualTo(1);
  }

  @Test
  void whereSomebodyIsIsSaidOnThePhoneAndSeenInAnEmergencyAlone() {
    Page page = onPhone(LIN);
    assertThat(page.locator("#d-place")).containsText("您只负责这个小区");
    page.click("#place-part summary");
    page.selectOption("#place", estate("阳光花园") + "/3号楼");
    page.click("text=报告位置");
    page.waitForLoadState();
    assertThat(page.locator("#d-place")).containsText("现在记的是 阳光花园 3号楼（今天");
    assertThat(page.locator("#place-part summary")).hasText("我在：阳光花园 3号楼");
    assertThat(page.locator("#place")).hasValue(estate("阳光花园") + "/3号楼");
    LooksIT.check(page, "/crew/place", 360);

    long ticket = calls.freshTicket("阳光花园", estate("阳光花园"));
    Page office = signedIn(BOSS, 1440);
    office.navigate("/console/tickets/" + ticket);
    assertThat(office.locator("#worker")).not().containsText("在 阳光花园");
    jdbc.sql("UPDATE ticket SET urgency = 'emergency' WHERE number = ?").param(ticket).update();
    office.reload();
    assertThat(office.locator("#worker")).containsText("在 阳光花园 3号楼");

    page.click("#place-part summary");
    page.evaluate(
        "e => { document.querySelector('#place option').value = e; }", estate("翠湖家园") + "");
    page.locator("#place")
        .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(0));
    assertThat(page.waitForResponse("**/crew/place", () -> page.click("text=报告位置")).status())
        .isEqualTo(404);
    page.navigate("/crew");
    page.click("#place-part summary");
    page.selectOption("#place", "");
    page.click("text=报告位置");
    page.waitForLoadState();
    assertThat(page.locator("#d-place")).containsText("您只负责这个小区");
  }

  @Test
  void whoseHelpIsLateIsShownAndFound() {
    long ticket = given(WU);
    jdbc.sql(
            "UPDATE ticket_clock SET due_at = '2026-01-05' WHERE ticket = ? AND target = 'help'"
                + " AND occurrence = 1")
        .param(ticket)
        .update();
    Page office = signedIn(BOSS, 1440);
    office.navigate("/console/tickets/" + ticket);
    assertThat(office.locator("#tasks")).containsText("协同超时");
    assertThat(office.locator("main")).containsText("协同（客服部）");

    office.navigate("/console/tickets");
    office.click("a:text-is('协同超时')");
    office.waitForLoadState();
    assertThat(office.locator("#t" + ticket)).isVisible();
  }

  @Test
  void whatWasTypedForATaskIsStillThereWhenItCannotBeDone() {
    Staff.add(application, "crew-clerk", Role.AGENT, estate("阳光花园"));
    long ticket = given(WU);
    Page page = signedIn("crew-clerk", 1440);
    page.navigate("/console/tickets/" + ticket);
    page.locator("#tasks input[name=words]").fill("已告知业主");

    page.locator("#tasks button[value=done]").click();

    assertThat(page.locator("[role=alert]").first()).containsText("属于 客服部");
    assertThat(page.locator("#tasks input[name=words]")).hasValue("已告知业主");
  }

  @Test
  void whoIsSecondReadsWhoWasFirst() {
    long ticket = calls.freshTicket("阳光花园", estate("阳光花园"));
    jdbc.sql("UPDATE ticket SET department = 'engineering' WHERE number = ?")
        .param(ticket)
        .update();
    Page first = onPhone(WU);
    Page second = onPhone(LIN);
    job(first, ticket).locator("text=接单").click();
    assertThat(first.locator("#mine [data-ticket='" + ticket + "']")).isVisible();

    job(second, ticket).locator("text=接单").click();

    assertThat(second.locator("#trouble")).containsText("已由 测试crew-wu 接单");
    assertThat(second.locator("#waiting")).isHidden();
  }

  @Test
  void aDispatcherGivesAndTheListSaysWhose() {
    long ticket = given(LIN);
    Page office = signedIn(BOSS, 1440);
    office.navigate("/console/tickets/" + ticket);
    assertThat(office.locator("#owner")).containsText("测试crew-lin");
    assertThat(office.locator("#why-owner")).containsText("测试crew-boss 指派给 测试crew-lin：懂电梯");

    office.navigate("/console/tickets?who=nobody&open=true");
    assertThat(office.locator("#t" + ticket)).hasCount(0);
    Page mine = signedIn(AGENT, 1440);
    mine.navigate("/console/tickets?q=" + ticket + "&who=mine");
    mine.waitForLoadState();
    Page lin = onPhone(LIN);
    lin.navigate("/console/tickets?open=true&who=mine");
    assertThat(lin.locator("#t" + ticket)).containsText("测试crew-lin");
    lin.navigate("/console/tickets?open=true&who=department");
    assertThat(lin.locator("#t" + ticket)).isVisible();
  }

  /** A new ticket that the dispatcher has given to somebody, on its page. */
  private long given(String login) {
    long ticket = calls.freshTicket("阳光花园", estate("阳光花园"));
    Page office = signedIn(BOSS, 1440);
    office.navigate("/console/tickets/" + ticket);
    office.selectOption("#worker", login);
    office.click("form[action$='/assign'] button");
    assertThat(office.locator("[role=alert]")).containsText("写明理由");
    office.fill("#why", "懂电梯");
    office.selectOption("#worker", login);
    office.click("form[action$='/assign'] button");
    assertThat(office.locator("[role=status]").first()).hasText("已保存。");
    return ticket;
  }

  private Page onPhone(String login) {
    Page page = page(360);
    page.navigate("/login");
    signIn(page, login, Staff.PASSWORD);
    page.waitForURL("**/crew");
    page.waitForLoadState();
    return page;
  }

  private static com.microsoft.playwright.Locator job(Page page, long ticket) {
    return page.locator("[data-ticket='" + ticket + "']");
  }

  private static void photo(Page page, long ticket, String name, byte[] bytes) {
    job(page, ticket)
        .locator("input[type=file]")
        .setInputFiles(new FilePayload(name, "image/png", bytes));
  }

  static byte[] png() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  private long viewedBy(long ticket, String login) {
    return jdbc.sql(
            "SELECT COUNT(*) FROM ticket_event WHERE ticket = ? AND kind = 'viewed' AND actor = ?")
        .params(ticket, "user:" + login)
        .query(Long.class)
        .single();
  }

  private long events(long ticket, String kind) {
    return jdbc.sql("SELECT COUNT(*) FROM ticket_event WHERE ticket = ? AND kind = ?")
        .params(ticket, kind)
        .query(Long.class)
        .single();
  }

  private String state(long ticket) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> events(ticket, "state-changed") > 0);
    return jdbc.sql("SELECT state FROM ticket WHERE number = ?")
        .param(ticket)
        .query(String.class)
        .single();
  }
}
