package cn.wuye.hotline.backend.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.floor.Agent;
import cn.wuye.hotline.backend.floor.Caller;
import cn.wuye.hotline.backend.floor.Doing;
import cn.wuye.hotline.backend.floor.Floor;
import cn.wuye.hotline.backend.floor.MachineCaller;
import cn.wuye.hotline.backend.floor.NodePart;
import cn.wuye.hotline.backend.floor.book.Books;
import cn.wuye.hotline.backend.traffic.EventKind;
import cn.wuye.hotline.backend.traffic.QueueEvent;
import cn.wuye.hotline.backend.traffic.log.QueueEvents;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.Staff;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The live page and the wallboard, with nodes that tell what the test wants. */
class FloorPageIT extends ConsoleCase {
  private static final String BOSS = "boss-of-all";
  private static final String LOCAL = "boss-of-garden";
  private static final String SUNNY = "boss-of-sun";
  private static final String QUEUE = "floor-sun";
  private static final String MANY = "floor-many-";
  private static final String WORDS = "电梯停在三楼，门打不开";
  private static final String SPEAKS = "楼道里的灯不亮";

  /** Reads the stream until the whole has come. */
  private static final String FIRST_OF_STREAM =
      "async () => { const answer = await fetch('/console/floor/stream');"
          + " if (!answer.ok) { return 'status ' + answer.status; }"
          + " const reader = answer.body.getReader(); let text = '';"
          + " while (!/event:whole[\\s\\S]*\\n\\n/.test(text)) {"
          + " const part = await reader.read(); if (part.done) { break; }"
          + " text += new TextDecoder().decode(part.value, { stream: true }); }"
          + " await reader.cancel(); return text; }";

  @Autowired Floor floor;
  @Autowired Books books;
  @Autowired QueueEvents log;
  @Autowired Clock clock;

  private Instant now;
  private long sun;

  @BeforeEach
  void aQueueOfOneEstate() {
    now = clock.instant();
    sun = estate("阳光花园");
    Staff.add(application, BOSS, Role.SUPERVISOR);
    Staff.add(application, LOCAL, Role.SUPERVISOR, estate("金桂苑"));
    jdbc.sql("INSERT INTO call_queue (code, title) VALUES (?, '阳光专线')").param(QUEUE).update();
    jdbc.sql("INSERT INTO call_queue_skill (queue_code, skill) VALUES (?, 'dialect:yue')")
        .param(QUEUE)
        .update();
    jdbc.sql("INSERT INTO call_queue_estate (queue_code, estate_id) VALUES (?, ?)")
        .params(QUEUE, sun)
        .update();
    // An agent of that estate alone.
    jdbc.sql(
            "INSERT INTO agent_phone (extension, user_id) SELECT '80002', id FROM app_user"
                + " WHERE username = ?")
        .param(LOCAL_AGENT)
        .update();
    books.soon();
    Awaitility.await("the book")
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                books.now().queues().containsKey(QUEUE)
                    && books.now().agents().containsKey("80002"));
  }

  @AfterEach
  void asItWas() {
    floor.forget("node-7");
    floor.forget("node-8");
    jdbc.sql("DELETE FROM call_queue WHERE code IN (?, 'floor-more')").param(QUEUE).update();
    jdbc.sql("DELETE FROM call_queue WHERE code LIKE 'floor-many-%'").update();
    jdbc.sql("DELETE FROM desk_seat WHERE extension = '80002'").update();
    jdbc.sql("DELETE FROM agent_phone WHERE extension IN ('80002', '80003')").update();
    jdbc.sql("DELETE FROM queue_event WHERE queue_code = ?").param(QUEUE).update();
  }

  private Caller caller(String call, long seconds, boolean emergency) {
    return new Caller(
        call,
        QUEUE,
        now.minusSeconds(seconds),
        "138****0001",
        Long.toString(sun),
        "yue",
        emergency,
        WORDS);
  }

  private Agent agent(Doing doing) {
    return new Agent("80002", doing, now.minusSeconds(65), null, "", List.of(QUEUE));
  }

  private void tells(String node, List<Caller> callers, List<Agent> agents) {
    floor.take(new NodePart(node, true, now, callers, agents, List.of()));
  }

  private MachineCaller says(String words, boolean emergency) {
    return new MachineCaller(
        "7.3",
        now.minusSeconds(12),
        "138****0003",
        Long.toString(sun),
        "yue",
        emergency,
        "请说一下发生了什么事。",
        words);
  }

  private void tells(List<Caller> callers, MachineCaller... machine) {
    floor.take(new NodePart("node-7", true, now, callers, List.of(), List.of(machine)));
  }

  private Page opened(String user, int width) {
    Page page = signedIn(user, width);
    page.navigate("/console/floor");
    assertThat(page.locator("[data-floor-on]")).isVisible();
    return page;
  }

  private static Locator tile(Page page, String name) {
    return page.locator("[data-floor-tile=" + name + "]");
  }

  @Test
  void whoWaitsAndWhatAgentsDoIsShownAsItChanges() {
    tells("node-7", List.of(caller("7.1", 30, false)), List.of(agent(Doing.TALKING)));
    Page page = opened(BOSS, 360);

    Locator waiting = page.locator("#floor-callers li");
    assertThat(waiting).hasCount(1);
    assertThat(waiting).containsText(WORDS);
    assertThat(waiting).containsText("阳光花园");
    assertThat(waiting).containsText("粤语");
    assertThat(waiting).containsText("138****0001");
    assertThat(waiting.locator("[data-part=since]")).hasText(Pattern.compile("0:[3-5][0-9]"));
    assertThat(tile(page, "waiting")).hasText("1");
    assertThat(page.locator("#floor-agents li")).containsText("测试" + LOCAL_AGENT);
    assertThat(page.locator("#floor-agents li")).containsText("通话");
    assertThat(page.locator("tr[data-queue=" + QUEUE + "]")).containsText("阳光专线");
    LooksIT.check(page, "/floor", 360);

    page.evaluate("window.notReloaded = true");
    tells("node-7", List.of(caller("7.1", 30, false)), List.of(agent(Doing.WRAP_UP)));
    tells("node-8", List.of(caller("8.1", 125, true)), List.of());

    assertThat(waiting).hasCount(2);
    assertThat(waiting.first()).containsText("紧急");
    assertThat(page.locator("#floor-agents li")).containsText("话后");
    assertThat(page.locator("#floor-alarms")).containsText("紧急来电在“阳光专线”排队");
    assertThat(page.locator("#floor-alarms")).containsText("有人等得太久");
    LooksIT.check(page, "/floor-alarms", 360);

    floor.cut("node-8", now);
    assertThat(page.locator("#floor-nodes")).containsText("节点 node-8");
    assertThat(waiting.first()).containsText("node-8 的旧数据");
    assertThat(page.locator("#floor-alarms li")).hasCount(0);

    tells("node-7", List.of(), List.of(agent(Doing.PAUSED)));
    tells("node-8", List.of(), List.of());
    assertThat(waiting).hasCount(0);
    assertThat(page.locator("#floor-no-callers")).isVisible();
    assertThat(page.locator("#floor-alarms")).containsText("没有人能接粤语");
    assertThat(page.evaluate("window.notReloaded")).isEqualTo(true);
  }

  @Test
  void whatACallerTellsTheMachineGrowsOnThePage() {
    tells(List.of(), says("", false));
    Page page = opened(BOSS, 360);
    Locator talking = page.locator("#floor-machine li");
    assertThat(talking).hasCount(1);
    assertThat(talking).containsText("阳光花园");
    assertThat(talking).containsText("粤语");
    assertThat(talking).containsText("138****0003");
    assertThat(talking).containsText("机器：请说一下发生了什么事。");
    assertThat(talking).containsText("还没有对机器说什么");
    assertThat(page.locator("#floor-machine")).hasAttribute("aria-live", "off");
    assertThat(tile(page, "waiting")).hasText("0");

    page.evaluate(
        "() => { const words = document.querySelector('#floor-machine [data-part=words]');"
            + " window.row = words.closest('li'); window.tops = []; window.grown = [];"
            + " const below = document.getElementById('h-agents');"
            + " new MutationObserver(() => { window.grown.push(words.textContent);"
            + " window.tops.push(Math.round(below.getBoundingClientRect().top - document.getElementById('floor-machine').getBoundingClientRect().top)); })"
            + ".observe(words, { childList: true, characterData: true, subtree: true }); }");
    Locator words = talking.locator("[data-part=words]");
    for (String sofar : List.of("电梯", "电梯停在", "电梯停在三楼")) {
      tells(List.of(), says(sofar, false));
      assertThat(words).hasText(sofar);
    }
    assertThat(String.valueOf(page.evaluate("() => window.grown.join()")))
        .isEqualTo("电梯,电梯停在,电梯停在三楼");
    assertThat(page.evaluate("() => new Set(window.tops).size"))
        .as("what stands below stays where it is")
        .isEqualTo(1);
    tells(List.of(), says("电梯停在三楼，里面有老人，还有一个孩子，门打不开，有人喘不过气来", true));
    assertThat(talking.locator("[data-part=emergency]")).containsText("紧急");
    assertThat(page.evaluate("() => window.row.isConnected")).isEqualTo(true);
    LooksIT.check(page, "/floor-machine", 360);

    Page desk = opened(BOSS, 1440);
    assertThat(desk.locator("#floor-machine li")).containsText("喘不过气来");
    LooksIT.check(desk, "/floor-machine", 1440);

    // She waits now: her row keeps what she said.
    tells(List.of(caller("7.3", 1, true)));
    assertThat(talking).hasCount(0);
    assertThat(page.locator("#floor-callers li")).containsText(WORDS);
  }

  @Test
  void theDaysFiguresComeFromTheLogOfEvents() {
    Instant joined = now.minusSeconds(50);
    log.append(
        List.of(
            event(EventKind.JOINED, joined, "7.5", ""),
            event(EventKind.ANSWERED, joined.plusSeconds(10), "7.5", "80002"),
            event(EventKind.COMPLETED, joined.plusSeconds(40), "7.5", "80002"),
            event(EventKind.JOINED, joined, "7.6", ""),
            event(EventKind.ABANDONED, joined.plusSeconds(30), "7.6", "")));
    Page page = opened(BOSS, 1440);

    Locator row = page.locator("tr[data-queue=" + QUEUE + "]");
    assertThat(row.locator("[data-part=served]"))
        .hasText("50%", new LocatorAssertions.HasTextOptions().setTimeout(30_000));
    assertThat(row.locator("[data-part=servedOfAnswered]")).hasText("100%");
    assertThat(row.locator("[data-part=speedOfAnswer]")).hasText("0:10");
    assertThat(row.locator("svg").first()).hasAttribute("aria-label", Pattern.compile("近一小时.*"));
    assertThat(page.locator("main")).containsText("÷");
    LooksIT.check(page, "/floor", 1440);
  }

  private static QueueEvent event(EventKind kind, Instant at, String call, String agent) {
    return QueueEvent.told("node-7", kind, at, call, QUEUE, agent, "");
  }

  @Test
  void aSupervisorOfAnotherEstateGetsNothingByPageStreamOrRest() throws Exception {
    floor.take(
        new NodePart(
            "node-7",
            true,
            now,
            List.of(caller("7.1", 30, true)),
            List.of(agent(Doing.TALKING)),
            List.of(says(SPEAKS, false))));
    Page page = opened(LOCAL, 1440);
    assertThat(page.locator("#floor-no-callers")).isVisible();
    assertThat(page.locator("#floor-no-machine")).isVisible();
    assertThat(page.locator("#floor-agents")).not().containsText(LOCAL_AGENT);
    assertThat(page.locator("#floor-alarms li")).hasCount(0);

    String stream = String.valueOf(page.evaluate(FIRST_OF_STREAM));
    String rest = floorOf(LOCAL);
    for (String sent : List.of(stream, rest)) {
      assertThat(sent)
          .contains("node-7")
          .doesNotContain(
              WORDS, SPEAKS, "138****0001", "138****0003", LOCAL_AGENT, "80002", "阳光专线", QUEUE);
    }
    Page boss = opened(BOSS, 1440);
    assertThat(String.valueOf(boss.evaluate(FIRST_OF_STREAM))).contains(WORDS, "80002");
    assertThat(floorOf(BOSS)).contains(WORDS, SPEAKS, "80002", "阳光专线");
  }

  @Test
  void whoLeadsNobodySeesNeitherPageNorStream() throws Exception {
    Page page = signedIn(AGENT, 1440);
    assertThat(page.locator(".nav a[href$='/console/floor']")).hasCount(0);

    Response answer = page.navigate("/console/floor");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(String.valueOf(page.evaluate(FIRST_OF_STREAM))).isEqualTo("status 403");
    assertThat(asked("/api/v1/floor", AGENT).statusCode()).isEqualTo(403);
  }

  @Test
  void whenNothingComesThePageSaysSinceWhenAndCatchesUpByItself() {
    tells("node-7", List.of(), List.of(agent(Doing.READY)));
    Page page = signedIn(BOSS, 1440);
    page.clock().install();
    page.navigate("/console/floor");
    assertThat(page.locator("[data-floor-on]")).isVisible();
    page.evaluate(
        "() => { window.stops = []; const off = document.querySelector('[data-floor-off]');"
            + " new MutationObserver(() => { if (!off.hidden) { window.stops.push(off.textContent); } })"
            + ".observe(off, { attributes: true, childList: true }); }");

    page.clock().fastForward(11_000);

    page.waitForFunction("() => window.stops.length > 0");
    assertThat(String.valueOf(page.evaluate("() => window.stops[window.stops.length - 1]")))
        .matches("数据停在 \\d\\d:\\d\\d:\\d\\d");
    assertThat(page.locator("[data-floor-on]"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
    assertThat(page.locator("[data-floor-off]")).isHidden();
  }

  @Test
  void aStepIsSentToTheAgentsNodeAndWrittenDown() {
    tells("node-7", List.of(), List.of(agent(Doing.READY)));
    Page page = opened(BOSS, 1440);

    page.locator("#floor-agents button").click();
    assertThat(page.locator("#floor-step[open]")).isVisible();
    page.selectOption("#floor-reason", "meal");
    LooksIT.check(page, "/floor-step", 1440);
    page.click("#floor-step button[value=pause]");

    assertThat(page.locator("#floor-step .floor-said")).containsText("现在联系不上");
    List<String> written =
        jdbc.sql(
                "SELECT CONCAT(actor, ' ', action, ' ', details) FROM audit_entry"
                    + " WHERE subject = 'agent:80002' ORDER BY sequence DESC LIMIT 2")
            .query(String.class)
            .list();
    assertThat(written).hasSize(2).allMatch(entry -> entry.contains("user:" + BOSS));
    assertThat(written.get(1)).contains("agent.pause", "node-7", "meal").doesNotContain("AWAY");
    assertThat(written.get(0)).contains("agent.pause", "AWAY");

    page.selectOption("#floor-queue", QUEUE);
    page.selectOption("#floor-hours", "2");
    page.click("#floor-step button[value=lend]");
    assertThat(page.locator("#floor-step .floor-said")).containsText("已调过去");
    assertThat(page.locator("#floor-agents li"))
        .containsText("调到 阳光专线", new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
    page.click("#floor-step button[value=give-back]");
    assertThat(page.locator("#floor-step .floor-said")).containsText("已调回");
    assertThat(count("agent_lent")).isZero();
    assertThat(
            jdbc.sql(
                    "SELECT action FROM audit_entry WHERE subject = 'agent:80002'"
                        + " ORDER BY sequence DESC LIMIT 2")
                .query(String.class)
                .list())
        .containsExactly("agent.given-back", "agent.lent");
  }

  private Agent talking(long estate) {
    return new Agent(
        "80002",
        Doing.TALKING,
        now.minusSeconds(65),
        null,
        "",
        List.of(QUEUE),
        new Agent.Talk("7.9", QUEUE, Long.toString(estate)));
  }

  @Test
  void aSupervisorTakesPartInATalkFromHerOwnPhone() {
    tells("node-7", List.of(), List.of(agent(Doing.READY)));
    Page page = opened(BOSS, 360);
    page.locator("#floor-agents button").click();
    assertThat(page.locator("#floor-talk")).isHidden();

    // What is open follows what goes on.
    tells("node-7", List.of(), List.of(talking(sun)));
    assertThat(page.locator("#floor-talk")).isVisible();
    LooksIT.check(page, "/floor-talk", 360);
    page.click("#floor-step button[value=listen]");
    assertThat(page.locator("#floor-step .floor-said")).containsText("请先在“坐席”页面签入");
    assertThat(steps("agent:80002")).noneMatch(entry -> entry.contains("agent.listen"));

    jdbc.sql(
            "INSERT INTO agent_phone (extension, user_id) SELECT '80003', id FROM app_user"
                + " WHERE username = ?")
        .param(BOSS)
        .update();
    for (String mode : List.of("listen", "whisper", "barge")) {
      page.click("#floor-step button[value=" + mode + "]");
      assertThat(page.locator("#floor-step .floor-said")).containsText("现在联系不上");
      List<String> written = steps("agent:80002");
      assertThat(written.get(1))
          .contains("user:" + BOSS, "agent." + mode, "7.9", "80003", "node-7")
          .doesNotContain("AWAY");
      assertThat(written.get(0)).contains("agent." + mode, "AWAY");
      // The sentence is the same each time.
      page.evaluate("() => { document.querySelector('.floor-said').textContent = ''; }");
    }

    tells("node-7", List.of(), List.of(agent(Doing.WRAP_UP)));
    assertThat(page.locator("#floor-talk")).isHidden();
  }

  @Test
  void aCallerIsPutFirstOrMovedAndAQueueClosedAndOpened() {
    jdbc.sql("INSERT INTO call_queue (code, title) VALUES ('floor-more', '更多')").update();
    jdbc.sql("INSERT INTO call_queue_estate (queue_code, estate_id) VALUES ('floor-more', ?)")
        .param(sun)
        .update();
    books.soon();
    Staff.add(application, SUNNY, Role.SUPERVISOR, sun);
    tells("node-7", List.of(caller("7.1", 30, false)), List.of());
    Page page = opened(SUNNY, 360);
    assertThat(page.locator("tr[data-queue=floor-more]"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));

    page.locator("#floor-callers button").click();
    assertThat(page.locator("#floor-caller-step[open]")).isVisible();
    LooksIT.check(page, "/floor-caller-step", 360);
    page.click("#floor-caller-step button[value=to-front]");
    assertThat(page.locator("#floor-caller-step .floor-said")).containsText("现在联系不上");
    page.selectOption("#floor-to", "floor-more");
    page.click("#floor-caller-step button[value=to-queue]");
    Awaitility.await().until(() -> steps("call:7.1").size() == 4);
    assertThat(steps("call:7.1").get(1))
        .contains("user:" + SUNNY, "agent.caller-to-queue", "floor-more", "node-7");
    assertThat(steps("call:7.1").get(3)).contains("agent.caller-to-front");
    page.click("#floor-caller-step form[method=dialog] button");

    page.locator("tr[data-queue=" + QUEUE + "] button").click();
    LooksIT.check(page, "/floor-queue-step", 360);
    page.click("#floor-queue-step button[value=close]");
    assertThat(page.locator("#floor-queue-step .floor-said")).containsText("已关闭");
    page.selectOption("#floor-storm", "on");
    page.fill("#floor-announcement", "三号楼停电");
    page.click("#floor-queue-step button[value=storm]");
    assertThat(page.locator("#floor-queue-step .floor-said")).containsText("已设定");
    assertThat(page.locator("tr[data-queue=" + QUEUE + "] th"))
        .containsText("已关闭 · 大量来电", new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
    assertThat(
            jdbc.sql(
                    "SELECT CONCAT(shut, ' ', storm, ' ', announcement) FROM call_queue WHERE code = ?")
                .param(QUEUE)
                .query(String.class)
                .single())
        .isEqualTo("1 on 三号楼停电");
    page.click("#floor-queue-step button[value=open]");
    assertThat(page.locator("#floor-queue-step .floor-said")).containsText("已开放");
    assertThat(steps("queue:" + QUEUE)).hasSize(3);
  }

  @Test
  void anAgentIsWrittenToAndASupervisorOfAnotherEstateDoesNothing() {
    tells("node-7", List.of(caller("7.1", 30, false)), List.of(talking(sun)));
    Page page = opened(BOSS, 1440);
    page.locator("#floor-agents button").click();
    page.fill("#floor-message", "三号楼停电，先登记");
    page.click("#floor-step button[value=message]");
    assertThat(page.locator("#floor-step .floor-said")).containsText("没有打开坐席页面");
    jdbc.sql(
            "INSERT INTO desk_seat (user_id, extension, node, since)"
                + " SELECT id, '80002', 'node-7', '2026-01-01' FROM app_user WHERE username = ?")
        .param(LOCAL_AGENT)
        .update();
    page.click("#floor-step button[value=message]");
    assertThat(page.locator("#floor-step .floor-said")).containsText("已显示在客服的页面上");
    assertThat(steps("agent:80002").get(0)).contains("agent.message", "三号楼停电");
    Page desk = signedIn(LOCAL_AGENT, 360);
    desk.navigate("/console/desk");
    assertThat(desk.locator("#desk-messages")).containsText("三号楼停电，先登记");
    LooksIT.check(desk, "/desk-message", 360);
    desk.click("#desk-messages button");
    assertThat(desk.locator("#desk-messages form")).hasCount(0);

    Page other = opened(LOCAL, 1440);
    for (String step : List.of("listen", "whisper", "barge", "leave", "take-over", "hang-up")) {
      assertThat(posted(other, "agents/80002/call", "step=" + step + "&call=7.9"))
          .as(step)
          .isEqualTo(404);
    }
    assertThat(posted(other, "agents/80002/message", "message=x")).isEqualTo(404);
    assertThat(posted(other, "callers/7.1", "step=to-front")).isEqualTo(404);
    assertThat(posted(other, "callers/7.1", "step=to-queue&queue=general")).isEqualTo(404);
    assertThat(posted(other, "queues/" + QUEUE, "step=close")).isEqualTo(404);
    assertThat(posted(other, "queues/general", "step=close")).isEqualTo(404);
    assertThat(steps("agent:80002")).noneMatch(entry -> entry.contains("user:" + LOCAL + " "));
    assertThat(steps("call:7.1")).noneMatch(entry -> entry.contains("user:" + LOCAL + " "));
  }

  /** The latest first. */
  private List<String> steps(String subject) {
    return jdbc.sql(
            "SELECT CONCAT(actor, ' ', action, ' ', details) FROM audit_entry"
                + " WHERE subject = ? ORDER BY sequence DESC LIMIT 8")
        .param(subject)
        .query(String.class)
        .list();
  }

  @Test
  void aTalkWithACallerOfAnotherEstateIsNoneOfHers() throws Exception {
    Staff.add(application, SUNNY, Role.SUPERVISOR, sun);
    tells("node-7", List.of(), List.of(talking(estate("金桂苑"))));
    Page page = opened(SUNNY, 1440);
    page.locator("#floor-agents button").click();
    assertThat(page.locator("#floor-step[open]")).isVisible();
    assertThat(page.locator("#floor-talk")).isHidden();
    assertThat(floorOf(SUNNY)).contains("80002").doesNotContain("7.9");

    for (String step : List.of("listen", "whisper", "barge")) {
      assertThat(posted(page, "agents/80002/call", "step=" + step + "&call=7.9"))
          .as(step)
          .isEqualTo(404);
    }
    assertThat(steps("agent:80002")).noneMatch(entry -> entry.contains(SUNNY));
  }

  private static int posted(Page page, String address, String more) {
    Object status =
        page.evaluate(
            "([address, more]) => { const body = new URLSearchParams(new FormData("
                + "document.querySelector('[data-floor-form]')));"
                + " new URLSearchParams(more).forEach((value, name) => body.set(name, value));"
                + " return fetch('/console/floor/' + address, { method: 'POST', body })"
                + ".then(answer => answer.status); }",
            List.of(address, more));
    return ((Number) status).intValue();
  }

  @Test
  void whoWorksForOthersTooIsSeenAndLeftAlone() {
    tells(
        "node-7",
        List.of(),
        List.of(new Agent("1001", Doing.READY, now, null, "", List.of("general"))));
    Page page = opened(LOCAL, 1440);
    assertThat(page.locator("#floor-agents li")).containsText("1001");
    assertThat(page.locator("#floor-agents button")).isHidden();

    for (String address :
        List.of("1001", "1001/queue", "1001/call", "80002", "80002/queue", "80002/call")) {
      assertThat(posted(page, "agents/" + address, "step=listen&call=7.9"))
          .as(address)
          .isEqualTo(address.startsWith("1001") ? 403 : 404);
    }
  }

  @Test
  void theWallboardCanBeReadFromFiveMetres() {
    tells(
        "node-7",
        List.of(caller("7.1", 30, false), caller("7.2", 150, true)),
        List.of(agent(Doing.PAUSED)));
    Page page = signedIn(BOSS, 1920);
    page.setViewportSize(1920, 1080);
    page.navigate("/console/floor/wall");

    assertThat(tile(page, "waiting")).hasText("2");
    assertThat(page.locator("#floor-alarms")).containsText("紧急来电");
    assertThat(page.locator("main")).not().containsText(WORDS);
    List<Double> sizes = new ArrayList<>();
    for (Object size :
        (List<?>)
            page.evaluate(
                "() => Array.from(document.querySelectorAll("
                    + "'.wall__tiles dt, .wall__tiles dd, .wall__queues th, .wall__queues td,"
                    + " .floor-alarm, h1'))"
                    + ".map(e => parseFloat(getComputedStyle(e).fontSize))")) {
      sizes.add(((Number) size).doubleValue());
    }
    // 25 mm on a screen of 1.1 m: 44 px.
    assertThat(sizes).hasSizeGreaterThan(20).allMatch(size -> size >= 44);
    LooksIT.check(page, "/floor-wall", 1920);

    Page phone = signedIn(BOSS, 360);
    phone.navigate("/console/floor/wall");
    assertThat(tile(phone, "waiting")).hasText("2");
    LooksIT.check(phone, "/floor-wall", 360);
  }

  @Test
  void theWallboardFitsInAStormWithSixtyAgents() {
    for (int n = 10; n < 22; n++) {
      jdbc.sql("INSERT INTO call_queue (code, title) VALUES (?, ?)")
          .params(MANY + n, "阳光花园三期维修专线" + n)
          .update();
      jdbc.sql("INSERT INTO call_queue_estate (queue_code, estate_id) VALUES (?, ?)")
          .params(MANY + n, sun)
          .update();
    }
    books.soon();
    Awaitility.await("the book")
        .atMost(Duration.ofSeconds(20))
        .until(() -> books.now().queues().containsKey(MANY + 21));
    List<Agent> agents = new ArrayList<>();
    Doing[] all = Doing.values();
    for (int n = 0; n < 60; n++) {
      Doing doing = all[n % all.length];
      agents.add(
          new Agent(
              Integer.toString(81_000 + n),
              doing,
              now.minusSeconds(60L * n * n),
              null,
              doing == Doing.PAUSED ? "meal" : "",
              List.of(MANY + (10 + n % 12))));
    }
    List<Caller> callers = new ArrayList<>();
    for (int n = 0; n < 120; n++) {
      callers.add(
          new Caller(
              "7." + n,
              n % 4 == 0 ? QUEUE : MANY + (10 + n % 12),
              now.minusSeconds(20L * n),
              "138****0001",
              Long.toString(sun),
              "yue",
              n % 40 == 0,
              WORDS));
    }
    Page wall = signedIn(BOSS, 1920);
    wall.setViewportSize(1920, 1080);
    wall.navigate("/console/floor/wall");
    assertThat(wall.locator("[data-floor-on]")).isVisible();
    shot(wall, "wall-empty-1920");
    List<Agent> three = new ArrayList<>(agents.subList(0, 2));
    three.add(agent(Doing.READY));
    tells("node-7", List.of(), three);
    assertThat(tile(wall, "waiting")).hasText("0");
    assertThat(wall.locator(".wall__queues tbody tr:visible")).hasCount(9);
    shot(wall, "wall-three-1920");

    tells("node-7", callers, agents);
    tells("node-8", List.of(), List.of());
    floor.cut("node-8", now);

    assertThat(tile(wall, "waiting")).hasText("120");
    assertThat(wall.locator("#floor-alarms li:visible")).hasCount(3);
    assertThat(wall.locator("#floor-nodes")).isVisible();
    assertThat(wall.locator(".wall__queues tbody tr:visible")).hasCount(4);
    shot(wall, "wall-storm-1920");
    assertThat(
            wall.evaluate(
                "() => [innerWidth, innerHeight, document.documentElement.scrollWidth,"
                    + " document.documentElement.scrollHeight,"
                    + " document.querySelector('.wall__in').scrollHeight].join()"))
        .as("nothing to scroll, nothing cut off")
        .isEqualTo("1920,1080,1920,1080,1080");

    Page phone = opened(BOSS, 360);
    assertThat(phone.locator("#floor-agents li")).hasCount(60);
    LooksIT.check(phone, "/floor-storm", 360);
    Page desk = opened(BOSS, 1440);
    assertThat(desk.locator("#floor-callers li")).hasCount(120);
    LooksIT.check(desk, "/floor-storm", 1440);
  }

  private String floorOf(String user) throws IOException, InterruptedException {
    HttpResponse<String> answer = asked("/api/v1/floor", user);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private HttpResponse<String> asked(String path, String user)
      throws IOException, InterruptedException {
    String basic =
        Base64.getEncoder()
            .encodeToString((user + ":" + Staff.PASSWORD).getBytes(StandardCharsets.UTF_8));
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Basic " + basic)
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
