package cn.wuye.hotline.backend.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.deadline.rule.ClockKind;
import cn.wuye.hotline.backend.deadline.rule.Conditions;
import cn.wuye.hotline.backend.deadline.rule.RuleDraft;
import cn.wuye.hotline.backend.deadline.rule.Runs;
import cn.wuye.hotline.backend.deadline.rule.StartsFrom;
import cn.wuye.hotline.backend.deadline.settings.RuleDesk;
import cn.wuye.hotline.backend.dispatch.Responsibility;
import cn.wuye.hotline.backend.dispatch.staff.CrewMember;
import cn.wuye.hotline.backend.dispatch.staff.DispatchSettings;
import cn.wuye.hotline.backend.dispatch.staff.MatrixRow;
import cn.wuye.hotline.backend.dispatch.staff.ThirdParty;
import cn.wuye.hotline.backend.dispatch.work.Doer;
import cn.wuye.hotline.backend.dispatch.work.JobDesk;
import cn.wuye.hotline.backend.dispatch.work.Outcome;
import cn.wuye.hotline.backend.dispatch.work.PartyKind;
import cn.wuye.hotline.backend.dispatch.work.Task;
import cn.wuye.hotline.backend.dispatch.work.TaskState;
import cn.wuye.hotline.backend.dispatch.work.Tasks;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.message.Addressee;
import cn.wuye.hotline.backend.message.Outbox;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.SampleTickets;
import cn.wuye.hotline.backend.ticket.Ticket;
import cn.wuye.hotline.backend.ticket.TicketEvent;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.ticket.Timeline;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** Third parties from the offer to the penalty, on every database. */
@SuppressWarnings("NullAway.Init")
abstract class ThirdPartyCases {
  private static final Duration LATE = Duration.ofHours(3);
  private static final Duration RULE = Duration.ofHours(4);

  /** Between the row of a task and its entry in the timeline. */
  private static final Duration SLACK = Duration.ofSeconds(5);

  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired Estates estates;
  @Autowired Tickets tickets;
  @Autowired Timeline timeline;
  @Autowired JobDesk desk;
  @Autowired Tasks tasks;
  @Autowired DispatchSettings settings;
  @Autowired Contracts contracts;
  @Autowired RuleDesk rules;
  @Autowired ContractWatch watch;
  @Autowired PartyJobs jobs;
  @Autowired PartyDesk parties;
  @Autowired JobLinks links;
  @Autowired Penalties penalties;
  @Autowired Outbox outbox;
  @Autowired Clock clock;

  private EstateId estate;
  private String first;
  private String second;
  private TicketNumber number;
  private long task;

  @BeforeEach
  void aTicketWithAThirdParty() {
    estate = SampleEstates.another(estates).requireId();
    second = company("");
    first = company(second);
    contract("");
    assertThat(
            settings.saveRow(
                new MatrixRow(
                    0,
                    0,
                    new Responsibility(
                        "facilities", "lift", estate, "engineering", List.of(), first)),
                "admin"))
        .isEmpty();
    number = opened();
    task = task(number, first).id();
  }

  @Test
  void theContractSetsTheTimesAndEachMissIsNotedOnceAndTheReserveIsCalled() {
    PartyJob job = jobs.find(task).orElseThrow();
    assertThat(Duration.between(job.openedAt(), job.due(Target.ARRIVE)))
        .isEqualTo(Duration.ofHours(2));
    travel(task, LATE);

    List<Integer> looked = Together.run(4, i -> watch.round());

    assertThat(looked).anyMatch(n -> n > 0);
    assertThat(misses())
        .extracting(Penalties.Miss::target, Penalties.Miss::cents, Penalties.Miss::reached)
        .containsExactly(tuple(Target.ACCEPT, 5_000L, false), tuple(Target.ARRIVE, 20_000L, false));
    assertThat(task(number, second).state()).isEqualTo(TaskState.OPEN);
    assertThat(late())
        .extracting(e -> e.details().get("target"))
        .containsExactly("accept", "arrive");
    assertThat(late().get(1).details().get("reserve")).isEqualTo(second);
    assertThat(
            jdbc.sql(
                    "SELECT COUNT(*) FROM outgoing_message WHERE addressee = ? AND event ="
                        + " 'task-offered' AND ticket = ?")
                .params(second, number.value())
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThat(watch.round()).isZero();
  }

  @Test
  void aReserveThatHasRefusedIsNotSaidToHaveBeenCalled() {
    act(PartyDesk.Deed.REFUSE, "没有人手");
    long reserve = task(number, second).id();
    assertThat(tasks.callReserve(ticket(), first)).isEmpty();
    parties.act(reserve, PartyDesk.Deed.REFUSE, "也没有人手", "");

    assertThat(tasks.callReserve(ticket(), first)).isEmpty();
  }

  private Ticket ticket() {
    return tickets.find(number, EstateScope.ALL).orElseThrow();
  }

  @Test
  void itsTaskGoesByTheRuleThatNamesTheCompanyAndItsMeasureByTheContract() {
    var within =
        new cn.wuye.hotline.backend.deadline.rule.Target(
            "help", ClockKind.HELP, StartsFrom.TASK_OPENED, RULE, Runs.WALL_TIME, false);
    Conditions company = new Conditions(null, null, null, null, null, first);
    RuleDraft rule = new RuleDraft("电梯维保", false, 10, company, null, Map.of(), List.of(within));
    assertThat(rules.save("", 0, rule, "", Staff.signedIn(Role.ADMIN))).isEmpty();

    TicketNumber later = opened();
    Task ruled = task(later, first);
    tasks.moveByParty(ruled.id(), TaskState.REFUSED, "人手不够");

    assertThat(clock(ruled)).isCloseTo(RULE, SLACK);
    assertThat(clock(task(later, second))).isGreaterThan(RULE.plus(SLACK));
    // What was offered before the rule was written keeps what it had.
    assertThat(clock(task(number, first))).isGreaterThan(RULE.plus(SLACK));
    PartyJob contract = jobs.find(ruled.id()).orElseThrow();
    assertThat(Duration.between(contract.openedAt(), contract.due(Target.DONE)))
        .isEqualTo(Duration.ofDays(1));
  }

  /** From the offer to when our own people are told that it is late. */
  private static Duration clock(Task task) {
    return Duration.between(task.openedAt(), Objects.requireNonNull(task.dueAt()));
  }

  @Test
  void whatComesLateIsMeasuredWhoeverNotesIt() {
    travel(task, LATE);
    act(PartyDesk.Deed.ARRIVED, "");

    assertThat(misses())
        .extracting(Penalties.Miss::target, Penalties.Miss::reached)
        .containsExactly(tuple(Target.ACCEPT, true), tuple(Target.ARRIVE, true));
    assertThat(misses().get(1).late()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
    assertThat(task(number, first).state()).isEqualTo(TaskState.ACCEPTED);
    assertThat(tasks.of(number)).extracting(Task::party).doesNotContain(second);
  }

  @Test
  void whatIsDoneInTimeOrRefusedCostsNothingAndARefusalCallsTheReserve() {
    act(PartyDesk.Deed.ACCEPT, "");
    assertThat(act(PartyDesk.Deed.DONE, " ")).isInstanceOf(Outcome.Refused.class);
    act(PartyDesk.Deed.DONE, "换了门机皮带");
    assertThat(act(PartyDesk.Deed.DONE, "换了门机皮带")).isInstanceOf(Outcome.Done.class);
    travel(task, LATE);
    watch.round();
    assertThat(misses()).isEmpty();

    TicketNumber other = opened();
    long refused = task(other, first).id();
    assertThat(parties.act(refused, PartyDesk.Deed.REFUSE, "没有人手", ""))
        .isInstanceOf(Outcome.Done.class);
    assertThat(task(other, second).state()).isEqualTo(TaskState.OPEN);
    assertThat(jobs.find(refused).orElseThrow().nextDue(clock.instant())).isEmpty();
    assertThat(
            jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE subject = ? AND actor = ?")
                .params("task:" + refused, "system:third-party:" + first)
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void theLinkTellsWhereAndWhatAndNotWho() throws Exception {
    String token = links.token(task);
    MockHttpServletResponse page = send(get("/p/" + token));

    assertThat(page.getStatus()).isEqualTo(200);
    assertThat(page.getContentAsString())
        .contains("3号楼", "电梯", "我到了")
        .doesNotContain("13800000001", "王女士");
    assertThat(page.getHeader("Cache-Control")).contains("no-store");
    assertThat(
            jdbc.sql("SELECT COUNT(*) FROM third_party_link WHERE token_hash = ?")
                .param(token)
                .query(Long.class)
                .single())
        .isZero();
    assertThat(send(deed(token, "arrived")).getStatus()).isEqualTo(403);
    assertThat(send(deed(token, "arrived").with(csrf())).getStatus()).isEqualTo(302);
    assertThat(send(deed(token, "arrived").with(csrf())).getStatus()).isEqualTo(302);
    assertThat(send(deed(token, "note").param("words", "门机坏").with(csrf())).getStatus())
        .isEqualTo(302);
    assertThat(send(deed(token, "note").param("words", "门机坏").with(csrf())).getStatus())
        .isEqualTo(302);
    assertThat(kinds()).filteredOn("note-added"::equals).hasSize(1);
    assertThat(moved()).containsExactly("open", "accepted", "arrived");
    assertThat(send(deed(token, "done").with(csrf())).getContentAsString()).contains("请写明");
    assertThat(send(deed(token, "done").param("words", "修好了").with(csrf())).getStatus())
        .isEqualTo(302);
    assertThat(send(get("/p/" + token)).getContentAsString())
        .contains("这项任务已经结束")
        .doesNotContain("name=\"deed\"");
    assertThat(
            send(deed(token, "note").param("words", "还有").param("key", "2").with(csrf()))
                .getStatus())
        .isEqualTo(409);
  }

  @Test
  void anExpiredAndAnUnknownLinkSayWhatToDo() throws Exception {
    String token = links.token(task);
    jdbc.sql("UPDATE third_party_link SET expires_at = :then WHERE task = :task")
        .param("then", Utc.column(clock.instant().minusSeconds(1)))
        .param("task", task)
        .update();

    MockHttpServletResponse expired = send(get("/p/" + token));
    assertThat(expired.getStatus()).isEqualTo(410);
    assertThat(expired.getContentAsString()).contains("已经过期", "打电话").doesNotContain("3号楼");
    assertThat(send(deed(token, "accept").with(csrf())).getStatus()).isEqualTo(410);
    assertThat(task(number, first).state()).isEqualTo(TaskState.OPEN);
    for (String wrong : List.of("x", "AAAAAAAAAAAAAAAAAAAAAA", token.substring(1) + "-")) {
      MockHttpServletResponse unknown = send(get("/p/" + wrong));
      assertThat(unknown.getStatus()).isEqualTo(404);
      assertThat(unknown.getContentAsString()).contains("没有这个链接");
    }
  }

  @Test
  void noMessageBringsALinkWhileNobodyKnowsWhereTheHotlineIs() {
    assertThat(links.link(new Addressee.ThirdParty(first), "task-offered", number)).isEmpty();
  }

  @Test
  void theSystemIsToldOfTheOfferByNumbersAlone() {
    contract("https://hook.example.invalid/x");
    TicketNumber other = opened();
    try {
      assertThat(
              jdbc.sql(
                      "SELECT details FROM outgoing_message WHERE addressee_kind = 'webhook' AND"
                          + " addressee = ? AND ticket = ?")
                  .params(first, other.value())
                  .query(String.class)
                  .single())
          .contains("\"task\":\"" + task(other, first).id() + "\"", "arriveBy")
          .doesNotContain("13800000001");
    } finally {
      jdbc.sql("DELETE FROM outgoing_message WHERE addressee_kind = 'webhook'").update();
    }
  }

  @Test
  void aContractIsCheckedAndAnOldFormIsTold() {
    Contract now = contracts.find(first).orElseThrow();

    assertThat(contracts.save(changed(now, Duration.ZERO, -1, "http://10.0.0.1/x"), false, "admin"))
        .containsOnlyKeys(
            "acceptMinutes",
            "arriveMinutes",
            "doneMinutes",
            "acceptAmount",
            "arriveAmount",
            "doneAmount",
            "webhookUrl");
    Map<Target, Duration> arrivesFirst = new EnumMap<>(now.within());
    arrivesFirst.put(Target.ACCEPT, now.within(Target.ARRIVE).plusMinutes(1));
    assertThat(
            contracts.save(
                new Contract(first, now.version(), arrivesFirst, now.cents(), "", 1),
                false,
                "admin"))
        .containsOnly(Map.entry("arriveMinutes", "contract.error.order"));
    assertThat(contracts.save(changed(now, Duration.ofHours(1), 1, ""), true, "admin")).isEmpty();
    assertThat(contracts.find(first).orElseThrow().webhookKey()).isEqualTo(now.webhookKey() + 1);
    assertThat(contracts.save(changed(now, Duration.ofHours(1), 1, ""), false, "admin"))
        .containsKey("version");
    assertThat(contracts.find("nobody-at-all")).isEmpty();
    assertThat(jobs.find(task).orElseThrow().cents().get(Target.ARRIVE)).isEqualTo(20_000L);
  }

  @Test
  void penaltiesAreListedByMonthForThoseWhoSeeTheEstate() throws Exception {
    travel(task, LATE);
    watch.round();
    String month = "?month=" + YearMonth.from(clock.instant().minus(LATE).atZone(Penalties.ZONE));
    var boss = user(Staff.signedIn(Role.DISPATCHER, estate.value()));
    var stranger =
        user(Staff.signedIn(Role.DISPATCHER, SampleEstates.another(estates).requireId().value()));

    assertThat(send(get("/console/penalties" + month).with(boss)).getContentAsString())
        .contains(number.toString(), "250.00", "200.00");
    assertThat(send(get("/console/penalties.csv" + month).with(boss)).getContentAsString())
        .contains(number.toString(), "200.00");
    assertThat(send(get("/console/penalties" + month).with(stranger)).getContentAsString())
        .doesNotContain(number.toString());
    assertThat(send(get("/console/penalties.csv" + month).with(stranger)).getContentAsString())
        .doesNotContain(number.toString());
    assertThat(
            send(get("/console/penalties").with(user(Staff.signedIn(Role.AGENT, estate.value()))))
                .getStatus())
        .isEqualTo(403);
    assertThat(
            send(get("/console/third-parties/" + first)
                    .with(user(Staff.signedIn(Role.ADMIN, estate.value()))))
                .getStatus())
        .isEqualTo(403);
  }

  @Test
  void aPhotoByTheLinkIsKeptOnceAndOnlyWhileTheJobIsOpen() throws Exception {
    String token = links.token(task);
    byte[] png = png();

    assertThat(send(photo(token, "1", png)).getStatus()).isEqualTo(403);
    assertThat(send(photo(token, "1", png).with(csrf())).getStatus()).isEqualTo(302);
    assertThat(send(photo(token, "1", png).with(csrf())).getStatus()).isEqualTo(302);
    assertThat(kinds()).filteredOn("photo-added"::equals).hasSize(1);
    assertThat(send(get("/p/" + token)).getContentAsString()).contains("已发照片 1 张");
    byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    MockHttpServletResponse none = send(photo(token, "2", script).with(csrf()));
    assertThat(none.getStatus()).isEqualTo(422);
    assertThat(none.getContentAsString()).contains("这不是照片");
    for (int i = 0; i < 19; i++) {
      jdbc.sql(
              "INSERT INTO photo (ticket, storage_key, bytes, width, height, taken_by, added_at)"
                  + " VALUES (?, UUID(), 1, 1, 1, ?, '2026-01-01')")
          .params(number.value(), "third-party:" + first)
          .update();
    }
    MockHttpServletResponse full = send(photo(token, "3", png).with(csrf()));
    assertThat(full.getStatus()).isEqualTo(409);
    assertThat(full.getContentAsString()).contains("已经发了 20 张照片");

    act(PartyDesk.Deed.DONE, "修好了");

    assertThat(send(photo(token, "4", png).with(csrf())).getStatus()).isEqualTo(409);
    assertThat(kinds()).filteredOn("photo-added"::equals).hasSize(1);
  }

  private static MockMultipartHttpServletRequestBuilder photo(
      String token, String key, byte[] bytes) {
    MockMultipartHttpServletRequestBuilder request = multipart("/p/" + token);
    request.file(new MockMultipartFile("file", "photo.png", "image/png", bytes)).param("key", key);
    return request;
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  private Outcome act(PartyDesk.Deed deed, String words) {
    return parties.act(task, deed, words, "");
  }

  private static MockHttpServletRequestBuilder deed(String token, String deed) {
    return post("/p/" + token).param("deed", deed).param("key", "1");
  }

  private MockHttpServletResponse send(AbstractMockHttpServletRequestBuilder<?> request)
      throws Exception {
    MockHttpServletResponse response =
        mvc.perform(request.header("Accept-Language", "zh")).andReturn().getResponse();
    response.setCharacterEncoding("UTF-8");
    return response;
  }

  private List<Penalties.Miss> misses() {
    Instant now = clock.instant();
    YearMonth month = YearMonth.from(now.atZone(Penalties.ZONE));
    YearMonth before = YearMonth.from(now.minus(LATE).atZone(Penalties.ZONE));
    return (month.equals(before) ? List.of(month) : List.of(before, month))
        .stream()
            .flatMap(each -> penalties.of(each, EstateScope.of(Set.of(estate))).stream())
            .filter(miss -> miss.ticket().equals(number))
            .toList();
  }

  /** As if the offer had been made so much earlier. */
  private void travel(long job, Duration back) {
    PartyJob now = jobs.find(job).orElseThrow();
    jdbc.sql(
            "UPDATE third_party_job SET opened_at = :opened, accept_due = :accept,"
                + " arrive_due = :arrive, done_due = :done, look_at = :accept WHERE task = :task"
                + " AND ended_at IS NULL")
        .param("opened", Utc.column(now.openedAt().minus(back)))
        .param("accept", Utc.column(now.due(Target.ACCEPT).minus(back)))
        .param("arrive", Utc.column(now.due(Target.ARRIVE).minus(back)))
        .param("done", Utc.column(now.due(Target.DONE).minus(back)))
        .param("task", job)
        .update();
  }

  private String company(String reserve) {
    String code = "c" + UUID.randomUUID().toString().substring(0, 8);
    assertThat(
            settings.saveThirdParty(
                new ThirdParty(code, 0, "维保" + code, new PhoneNumber("13900000009"), "", reserve),
                true,
                "admin"))
        .isEmpty();
    return code;
  }

  private void contract(String webhook) {
    Contract now = contracts.find(first).orElseThrow();
    assertThat(
            contracts.save(
                new Contract(
                    first,
                    now.version(),
                    now.within(),
                    Map.of(Target.ACCEPT, 5_000L, Target.ARRIVE, 20_000L, Target.DONE, 30_000L),
                    webhook,
                    1),
                false,
                "admin"))
        .isEmpty();
  }

  private static Contract changed(Contract now, Duration within, long cents, String webhook) {
    return new Contract(
        now.party(),
        now.version(),
        Map.of(Target.ACCEPT, within, Target.ARRIVE, within, Target.DONE, within),
        Map.of(Target.ACCEPT, cents, Target.ARRIVE, cents, Target.DONE, cents),
        webhook,
        now.webhookKey());
  }

  private TicketNumber opened() {
    Ticket ticket =
        tickets
            .open(
                SampleTickets.at(
                    SampleTickets.draft(SampleTickets.newCall(), estate), clock.instant()),
                Actor.system("test"))
            .ticket();
    Ticket fresh = tickets.find(ticket.number(), EstateScope.ALL).orElseThrow();
    Outcome given =
        desk.assign(
            ticket.number(),
            fresh.version(),
            worker(),
            "懂电梯",
            new Doer("boss", EstateScope.ALL, true));
    assertThat(given).isInstanceOf(Outcome.Done.class);
    return ticket.number();
  }

  private String worker() {
    String login = "t" + UUID.randomUUID().toString().substring(0, 8);
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            "INSERT INTO app_user (username, display_name, password_hash, created_at)"
                + " VALUES (:name, :name, '', '2026-01-01')")
        .param("name", login)
        .update(key, "id");
    long id = Objects.requireNonNull(key.getKey()).longValue();
    jdbc.sql("INSERT INTO app_user_estate (user_id, estate_id) VALUES (:id, :estate)")
        .param("id", id)
        .param("estate", estate.value())
        .update();
    assertThat(
            settings.saveMember(
                new CrewMember(
                    id, 0, login, login, true, "engineering", false, Set.of(), List.of(), null),
                "admin"))
        .isEmpty();
    return login;
  }

  private Task task(TicketNumber ticket, String party) {
    return tasks.of(ticket).stream()
        .filter(each -> each.kind() == PartyKind.THIRD_PARTY && each.party().equals(party))
        .findFirst()
        .orElseThrow();
  }

  private List<String> kinds() {
    return timeline.of(number).stream().map(TicketEvent::kind).toList();
  }

  private List<TicketEvent> late() {
    return timeline.of(number).stream()
        .filter(event -> event.kind().equals("third-party-late"))
        .toList();
  }

  private List<String> moved() {
    return timeline.of(number).stream()
        .filter(event -> event.kind().equals("task-moved"))
        .map(event -> String.valueOf(event.details().get("state")))
        .toList();
  }
}
