package cn.wuye.hotline.backend.console.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.database.OnMariaDb;
import cn.wuye.hotline.backend.dispatch.staff.CrewMember;
import cn.wuye.hotline.backend.dispatch.staff.DispatchSettings;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.SampleTickets;
import cn.wuye.hotline.backend.ticket.State;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketChanges;
import cn.wuye.hotline.backend.ticket.TicketChanges.Wish;
import cn.wuye.hotline.backend.ticket.TicketEvent;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.ticket.Timeline;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.ticket.Verb;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** One thing for many tickets: the preview changes nothing, and what it shows is done once. */
@OnMariaDb
@SuppressWarnings("NullAway.Init")
class BulkIT {
  private static final String PATH = "/console/tickets/bulk";
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([a-z]+)\" value=\"([^\"]*)\"");

  @Autowired ApplicationContext application;
  @Autowired UserDetailsService users;
  @Autowired MockMvc mvc;
  @Autowired Estates estates;
  @Autowired Tickets tickets;
  @Autowired TicketChanges changes;
  @Autowired Timeline timeline;
  @Autowired DispatchSettings settings;
  @Autowired JdbcClient jdbc;

  private EstateId estate;
  private SignedInUser dispatcher;

  @BeforeEach
  void anEstateAndItsDispatcher() {
    estate = SampleEstates.another(estates).requireId();
    dispatcher = employed(Role.DISPATCHER);
  }

  @Test
  void thePreviewSaysWhatWouldHappenAndChangesNothing() throws Exception {
    TicketNumber fresh = open(estate);
    TicketNumber over = open(estate);
    move(over, Verb.WITHDRAW);
    move(over, Verb.ARCHIVE);
    TicketNumber foreign = open(SampleEstates.another(estates).requireId());

    String page = ok(preview(dispatcher, "accept", "", fresh, over, foreign));

    assertThat(page).contains("将要处理（1 张）", "不能处理（2 张）", ">提交<", ">已受理<");
    assertThat(page).contains("工单状态是“已归档”，不能“受理”", "没有这张工单，或者不在您负责的小区里");
    assertThat(sent(page, "/done")).contains("t=" + fresh + ":0").doesNotContain("t=" + foreign);
    assertThat(find(fresh).state()).isEqualTo(State.NEW);
    assertThat(kinds(fresh)).containsExactly("opened");
  }

  @Test
  void isDoneToEachAsOnItsOwnPageAndWhatChangedMeanwhileIsLeftAlone() throws Exception {
    TicketNumber one = open(estate);
    TicketNumber changed = open(estate);
    TicketNumber other = open(estate);
    String preview = ok(preview(dispatcher, "withdraw", "业主来电撤销", one, changed, other));
    move(changed, Verb.ACCEPT);

    String result = ok(carryOut(dispatcher, preview));

    assertThat(result).contains("完成 2 张，没有完成 1 张。", "预览以后这张工单已经有变化");
    assertThat(find(one).state()).isEqualTo(State.WITHDRAWN);
    assertThat(find(other).state()).isEqualTo(State.WITHDRAWN);
    assertThat(find(changed).state()).isEqualTo(State.ACCEPTED);
    TicketEvent last = last(one);
    assertThat(last.actor()).isEqualTo("user:" + dispatcher.getUsername());
    assertThat(last.details()).containsEntry("reason", "业主来电撤销");
  }

  @Test
  void sentTwiceAtOnceItIsDoneOnce() throws Exception {
    TicketNumber one = open(estate);
    TicketNumber other = open(estate);
    String preview = ok(preview(dispatcher, "note", "明天全小区停水", one, other));

    List<String> answers = Together.run(4, i -> carriedOut(dispatcher, preview));

    assertThat(kinds(one)).containsExactly("opened", "note-added");
    assertThat(kinds(other)).containsExactly("opened", "note-added");
    assertThat(answers).hasSize(4).allMatch(answer -> answer.contains("完成 2 张，没有完成 0 张。"));
    assertThat(ok(carryOut(dispatcher, preview))).contains("之前已经执行过，这次没有重复执行。");
    // Seen once more it is another wish, and for a step the version stands in its way.
    String accept = ok(preview(dispatcher, "accept", "", one));
    ok(carryOut(dispatcher, accept));
    assertThat(ok(carryOut(dispatcher, withNewKey(accept)))).contains("完成 0 张，没有完成 1 张。");
    assertThat(kinds(one)).filteredOn("state-changed"::equals).hasSize(1);
  }

  @Test
  void urgencyIsChangedWithItsReason() throws Exception {
    TicketNumber one = open(estate);
    MockHttpServletRequestBuilder asked =
        post(PATH).param("action", "urgency").param("urgency", "urgent").param("t", one.toString());

    assertThat(answer(asked, dispatcher).getStatus()).isEqualTo(422);
    String preview = ok(answer(asked.param("words", "台风要来了"), dispatcher));
    assertThat(preview).contains(">一般<", ">加急<");
    ok(carryOut(dispatcher, preview));

    assertThat(find(one).contents().subject().urgency()).isEqualTo(Urgency.URGENT);
    assertThat(kinds(one)).containsSubsequence("amended", "note-added");
    assertThat(last(one).details()).containsEntry("text", "紧急程度改为“加急”：台风要来了");
    assertThat(ok(answer(asked, dispatcher))).contains("已经是“加急”，不用改。", "不能处理（1 张）");
  }

  @Test
  void isGivenToAPersonOrADepartmentByThoseWhoMay() throws Exception {
    TicketNumber one = open(estate);
    TicketNumber other = open(estate);
    TicketNumber elsewhere = open(SampleEstates.another(estates).requireId());
    SignedInUser everywhere = everywhere();
    SignedInUser agent = employed(Role.AGENT);
    SignedInUser wu = employed(Role.CREW);
    put(wu, "engineering");
    try {
      String choose = ok(answer(get(PATH).param("t", one.toString()), dispatcher));
      assertThat(choose).contains("value=\"department:engineering\"", wu.getUsername());
      assertThat(ok(answer(get(PATH).param("t", one.toString()), agent)))
          .doesNotContain("department:engineering", "a-give");
      assertThat(ok(give(agent, wu.getUsername(), one))).contains("只能由项目经理、话务主管或管理员派单");

      String preview = ok(give(everywhere, wu.getUsername(), one, elsewhere));
      assertThat(preview).contains("还没有人负责", "将要处理（1 张）", "他不负责这个小区");
      ok(carryOut(everywhere, preview));
      assertThat(find(one).owner()).contains(wu.getUsername());

      ok(carryOut(dispatcher, ok(give(dispatcher, "department:engineering", one, other))));
      assertThat(find(one).owner()).as("he had not accepted it").isEmpty();
      assertThat(find(other).department()).contains("engineering");
      assertThat(ok(give(dispatcher, "department:engineering", other))).contains("已经在等“工程部”的人接单");
      // The page of one ticket gives it away likewise.
      mvc.perform(
          post("/console/tickets/{n}/assign", other)
              .param("version", Long.toString(find(other).version()))
              .param("worker", wu.getUsername())
              .param("reason", "他熟")
              .with(user(dispatcher))
              .with(csrf()));
      assertThat(find(other).owner()).contains(wu.getUsername());
    } finally {
      jdbc.sql("DELETE FROM crew_member WHERE user_id = ?").param(wu.id()).update();
    }
  }

  @Test
  void nothingAndTooMuchAreRefusedInASentence() throws Exception {
    assertThat(text(answer(get(PATH), dispatcher))).contains("还没有选择工单");
    MockHttpServletRequestBuilder much = post(PATH).param("action", "accept");
    LongStream.iterate(2_000_000, n -> n + 1)
        .mapToObj(Long::toString)
        .filter(n -> TicketNumber.find(n).isPresent())
        .limit(BulkController.MOST + 1)
        .forEach(n -> much.param("t", n));
    MockHttpServletResponse answer = answer(much, dispatcher);
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(text(answer)).contains("一次最多处理 200 张工单，现在选了 201 张");
    assertThat(text(preview(dispatcher, "decline", "", open(estate)))).contains("请选择不属于物业职责的原因");
    assertThat(text(preview(dispatcher, "mark-duplicate", "", open(estate)))).contains("请选择。");
    assertThat(answer(get(PATH + "/done"), dispatcher).getStatus()).isEqualTo(302);
  }

  @Test
  void whoChangesNoTicketsChangesNoneAtOnce() throws Exception {
    TicketNumber one = open(estate);
    String preview = ok(preview(dispatcher, "accept", "", one));
    for (Role role : List.of(Role.QUALITY, Role.MANAGER)) {
      SignedInUser reader = employed(role);
      assertThat(preview(reader, "accept", "", one).getStatus()).isEqualTo(403);
      assertThat(carryOut(reader, preview).getStatus()).isEqualTo(403);
      assertThat(answer(get(PATH).param("t", one.toString()), reader).getStatus()).isEqualTo(403);
      assertThat(text(answer(get("/console/tickets?all"), reader))).doesNotContain("id=\"bulk\"");
    }
    assertThat(find(one).version()).isZero();
  }

  @Test
  void theWayBackLeadsToTheListAlone() throws Exception {
    String page =
        ok(
            answer(
                get(PATH)
                    .param("t", open(estate).toString())
                    .param("back", "https://example.com/?state=new&q=%E7%94%B5"),
                dispatcher));
    assertThat(page)
        .contains("href=\"/console/tickets?q=%E7%94%B5&amp;state=new\"")
        .doesNotContain("href=\"https://example.com");
  }

  private MockHttpServletResponse preview(
      SignedInUser who, String action, String words, TicketNumber... which) throws Exception {
    MockHttpServletRequestBuilder sent =
        post(PATH).param("action", action).param("words", words).param("back", "?open=true");
    Arrays.stream(which).forEach(number -> sent.param("t", number.toString()));
    return answer(sent, who);
  }

  private MockHttpServletResponse give(SignedInUser who, String to, TicketNumber... which)
      throws Exception {
    MockHttpServletRequestBuilder sent =
        post(PATH).param("action", "give").param("to", to).param("words", "离得近");
    Arrays.stream(which).forEach(number -> sent.param("t", number.toString()));
    return answer(sent, who);
  }

  /** Presses the button of a preview. */
  private MockHttpServletResponse carryOut(SignedInUser who, String preview) throws Exception {
    MockHttpServletRequestBuilder done = post(PATH + "/done");
    fields(preview, "/done").forEach(field -> done.param(field.name, field.value));
    return answer(done, who);
  }

  private String carriedOut(SignedInUser who, String preview) {
    try {
      return ok(carryOut(who, preview));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private record Field(String name, String value) {
    @Override
    public String toString() {
      return name + "=" + value;
    }
  }

  private static List<String> sent(String page, String action) {
    return fields(page, action).stream().map(Field::toString).toList();
  }

  private static List<Field> fields(String page, String action) {
    int from = page.indexOf("action=\"" + PATH + action + "\"");
    assertThat(from).as("a form for %s", action).isPositive();
    Matcher hidden = HIDDEN.matcher(page.substring(from, page.indexOf("</form>", from)));
    List<Field> fields = new ArrayList<>();
    while (hidden.find()) {
      fields.add(new Field(hidden.group(1), hidden.group(2)));
    }
    return fields;
  }

  private static String withNewKey(String preview) {
    return preview.replaceAll(
        "name=\"key\" value=\"[^\"]*\"", "name=\"key\" value=\"" + UUID.randomUUID() + "\"");
  }

  private MockHttpServletResponse answer(MockHttpServletRequestBuilder sent, SignedInUser who)
      throws Exception {
    return mvc.perform(sent.locale(Locale.CHINESE).with(user(who)).with(csrf()))
        .andReturn()
        .getResponse();
  }

  private static String ok(MockHttpServletResponse answer) {
    assertThat(answer.getStatus()).isEqualTo(200);
    return text(answer);
  }

  private static String text(MockHttpServletResponse answer) {
    return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private SignedInUser employed(Role role) {
    String name = role.code() + "-" + estate;
    Staff.add(application, name, role, estate.value());
    return (SignedInUser) users.loadUserByUsername(name);
  }

  private SignedInUser everywhere() {
    return Staff.signedIn(application, "bulk-everywhere", Role.DISPATCHER);
  }

  private void put(SignedInUser worker, String department) {
    assertThat(
            settings.saveMember(
                new CrewMember(
                    worker.id(),
                    0,
                    worker.getUsername(),
                    worker.displayName(),
                    true,
                    department,
                    false,
                    Set.of(),
                    List.of(),
                    null),
                "admin"))
        .isEmpty();
  }

  private TicketNumber open(EstateId where) {
    return tickets
        .open(SampleTickets.draft(SampleTickets.newCall(), where), Actor.system("test"))
        .ticket()
        .number();
  }

  private void move(TicketNumber number, Verb verb) {
    changes.apply(
        new Wish(number, find(number).version(), Actor.user("somebody"), EstateScope.ALL),
        verb,
        "");
  }

  private Ticket find(TicketNumber number) {
    return tickets.find(number, EstateScope.ALL).orElseThrow();
  }

  private List<String> kinds(TicketNumber number) {
    return timeline.of(number).stream().map(TicketEvent::kind).toList();
  }

  private TicketEvent last(TicketNumber number) {
    List<TicketEvent> events = timeline.of(number);
    return events.get(events.size() - 1);
  }
}
