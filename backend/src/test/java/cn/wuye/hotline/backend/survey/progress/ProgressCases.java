package cn.wuye.hotline.backend.survey.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.wuye.hotline.backend.api.Http;
import cn.wuye.hotline.backend.api.TestUsers;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.CallOutcome;
import cn.wuye.hotline.backend.survey.Period;
import cn.wuye.hotline.backend.survey.SurveyPlan;
import cn.wuye.hotline.backend.survey.progress.SurveyResults.Line;
import cn.wuye.hotline.backend.survey.progress.WordList.Count;
import cn.wuye.hotline.backend.ticket.Actor;
import cn.wuye.hotline.backend.ticket.Contents;
import cn.wuye.hotline.backend.ticket.Kind;
import cn.wuye.hotline.backend.ticket.NewTicket;
import cn.wuye.hotline.backend.ticket.SampleTickets;
import cn.wuye.hotline.backend.ticket.Subject;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Tickets;
import cn.wuye.hotline.backend.ticket.Urgency;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;

/** What the survey screen shows, on every database; each test has an estate of its own. */
@SuppressWarnings("NullAway.Init")
abstract class ProgressCases {
  private static final String TODAY = "/console/surveys/today";
  private static final Duration DAY = Duration.ofDays(1);

  @Autowired ApplicationContext application;
  @Autowired JdbcClient jdbc;
  @Autowired Estates estates;
  @Autowired Tickets tickets;
  @Autowired SurveyPlan plan;
  @Autowired SurveyProgress progress;
  @Autowired ResultRows results;
  @Autowired DissatisfiedComments comments;
  @Autowired RetryQueue retries;
  @Autowired SurveyExport export;
  @Autowired UserDetailsService users;
  @Autowired PasswordEncoder encoder;
  @Autowired MockMvc mvc;
  @Autowired Clock clock;

  private SampleSurveys surveys;
  private EstateId estate;
  private EstateScope hers;
  private EstateScope elsewhere;
  private TicketNumber ticket;
  private Period today;
  private Instant now;

  @BeforeEach
  void anEstateWithATicket() {
    surveys = new SampleSurveys(jdbc);
    estate = SampleEstates.another(estates).requireId();
    hers = EstateScope.of(Set.of(estate));
    elsewhere = EstateScope.of(Set.of(SampleEstates.another(estates).requireId()));
    ticket = opened("facilities", "lift");
    today = PeriodChoice.TODAY.now(clock);
    now = Utc.now(clock);
  }

  @Test
  void eachSurveyOfTheDayIsCountedOnceWhereItStands() {
    planned(today.end().minusMillis(1), 0);
    planned(today.start().minus(DAY), 0);
    planned(today.end(), 0);
    long calling = planned(now, 1, "calling");
    surveys.call(calling, 1, now, null);
    long answered = survey("answered").with("settled_at", now).satisfied(2, "not-solved").insert();
    surveys.call(answered, 1, now, "no-answer");
    surveys.call(answered, 2, now, "answered");
    long postponed = planned(today.end().plus(DAY), 1);
    surveys.call(postponed, 1, now, "postponed");
    long again = planned(today.end().minusMillis(1), 2);
    surveys.call(again, 1, now.minus(DAY.multipliedBy(2)), "busy");
    surveys.call(again, 2, now, "no-answer");
    survey("answered").with("settled_at", now).satisfied(5, "solved").insert();
    long givenUp = survey("unreached").with("settled_at", now).insert();
    surveys.call(givenUp, 1, now.minus(DAY.multipliedBy(3)), "no-answer");
    long withdrawn = survey("withdrawn").with("settled_at", now).insert();
    surveys.call(withdrawn, 1, now, "no-answer");
    long ours = planned(today.end().minusMillis(1), 1);
    surveys.call(ours, 1, now, "congestion");
    long later = planned(today.end().plus(DAY), 1);
    surveys.call(later, 1, now, "congestion");
    survey("answered")
        .with("settled_at", today.start().minusMillis(1))
        .satisfied(5, "solved")
        .insert();

    TodayNumbers numbers = progress.now(hers).numbers();

    assertThat(numbers).isEqualTo(new TodayNumbers(3, 1, 3, 2, 1, 2));
    assertThat(numbers.planned()).isEqualTo(9);
    assertThat(progress.now(elsewhere).numbers()).isEqualTo(new TodayNumbers(0, 0, 0, 0, 0, 0));
    assertThat(progress.now(EstateScope.ALL).numbers().planned()).isGreaterThanOrEqualTo(9);
  }

  @Test
  void aCallThatGoesOnIsShownWithItsNodeAndAMaskedNumberToWhoMaySeeItsTicket() {
    long calling = survey("calling").with("attempts", 2).with("node", "node-7").insert();
    surveys.call(calling, 1, now.minusSeconds(60), "busy");
    surveys.call(calling, 2, now, null);

    assertThat(progress.now(hers).calls())
        .containsExactly(
            new RunningCall(
                calling,
                ticket,
                2,
                estates.findById(estate).orElseThrow().name(),
                "138****0001",
                "node-7",
                now));
    assertThat(progress.now(elsewhere).calls()).isEmpty();
  }

  @Test
  void theLinesOfAllNodesThatLiveAreAddedUpAndThePauseIsTold() {
    String trunk = progress.now(hers).lines().trunk();
    String alive = "node-a-" + estate;
    String dead = "node-d-" + estate;
    node(alive, trunk, 2, 1, now);
    node(dead, trunk, 7, 7, now.minusSeconds(60));
    LineUse before = progress.now(hers).lines();
    jdbc.sql(
            "INSERT INTO trunk_use (trunk, slot, node, survey_id, attempt, placed_at, until_at)"
                + " VALUES (:trunk, :slot, :node, :survey, 1, :now, :now)")
        .param("trunk", trunk)
        .param("slot", 100 + estate.value())
        .param("node", alive)
        .param("survey", 1_000_000 + estate.value())
        .param("now", Utc.column(now))
        .update();
    plan.pause("boss");
    try {
      SurveyDay day = progress.now(hers);

      assertThat(day.position().paused()).isTrue();
      assertThat(day.position().by()).isEqualTo("boss");
      assertThat(day.lines().surveys()).isEqualTo(before.surveys() + 1);
      assertThat(day.lines().waiting()).isPositive();
      assertThat(day.lines().room()).isZero();
      assertThat(day.lines().nodes())
          .contains(
              new LineUse.Node(alive, 1, 2, 1, now, false),
              new LineUse.Node(dead, 0, 7, 7, now.minusSeconds(60), true));
    } finally {
      plan.resume("boss");
      jdbc.sql("DELETE FROM trunk_use WHERE node = ?").param(alive).update();
      jdbc.sql("DELETE FROM campaign_node WHERE node IN (?, ?)").params(alive, dead).update();
    }
  }

  @Test
  void resultsAreCountedByEstateCategoryAndDepartmentWithoutThoseWhoWereNotReached() {
    int[] degrees = {5, 5, 4, 3, 2, 1};
    for (int degree : degrees) {
      settled("answered").satisfied(degree, degree > 2 ? "solved" : "not-solved").insert();
    }
    settled("answered").insert();
    settled("unreached").insert();
    settled("declined").insert();
    settled("withdrawn").insert();
    survey("answered")
        .with("settled_at", today.start().minusMillis(1))
        .satisfied(5, "solved")
        .insert();
    TicketNumber fees = opened("fees", "parking");
    surveys.of(fees.value(), "answered").with("settled_at", now).with("solved", "partly").insert();

    jdbc.sql(
            "INSERT INTO survey_credit (survey_id, department)"
                + " SELECT id, 'engineering' FROM survey WHERE ticket = ?")
        .param(ticket.value())
        .update();
    // Who gets the ticket later has no part in it.
    department("security");

    SurveyResults found = results.of(today, hers);

    Tally lift = new Tally(6, 6, 400, 3, 6, 4, 2, 1, 1);
    Tally parking = new Tally(1, 0, 0, 0, 1, 0, 0, 0, 0);
    assertThat(found.all()).isEqualTo(lift.plus(parking));
    assertThat(found.byEstate()).containsExactly(new Line(estate.toString(), lift.plus(parking)));
    assertThat(found.byCategory())
        .containsExactly(new Line("facilities", lift), new Line("fees", parking));
    assertThat(found.byDepartment())
        .containsExactly(new Line("engineering", lift), new Line("", parking));
    assertThat(lift.meanScore()).hasValue(67);
    assertThat(results.of(today, elsewhere).all()).isEqualTo(Tally.NONE);
  }

  @Test
  void theWordsOfTheDissatisfiedLeadToTheirComments() {
    long one = settled("answered").satisfied(1, "not-solved").insert();
    surveys.comment(one, 1, "楼道又漏水了，漏水漏了三天", now);
    surveys.comment(one, 2, "还是漏水", now.plusMillis(1));
    long two = settled("answered").satisfied(2, "partly").insert();
    surveys.comment(two, 1, "天花板漏水没有人管", now);
    long happy = settled("answered").satisfied(5, "solved").insert();
    surveys.comment(happy, 1, "漏水修好了", now);

    WordList words = comments.words(today, hers);
    List<Comment> found = comments.with("漏水", today, hers);

    assertThat(words.comments()).isEqualTo(2);
    assertThat(words.words()).contains(new Count("漏水", 2));
    assertThat(found).extracting(Comment::survey).containsExactly(two, one);
    assertThat(found.get(1).words()).isEqualTo("楼道又漏水了，漏水漏了三天\n还是漏水");
    assertThat(comments.words(today, elsewhere).comments()).isZero();
    assertThat(comments.with("漏水", today, elsewhere)).isEmpty();
  }

  @Test
  void whoIsPhonedAgainStandsInTheOrderOfTheTimesWithTheReasonPageByPage() {
    Instant first = today.end().plus(DAY);
    planned(first, 0);
    survey("planned").with("attempts", 2).with("give_up_at", first).insert();
    List<Long> expected = new ArrayList<>();
    for (int n = 0; n < RetryQueue.PAGE + 2; n++) {
      // Two of each time: the id decides.
      long id =
          survey("planned")
              .with("attempts", 1)
              .with("due_at", first.plusSeconds(n / 2))
              .with("asked_for", first)
              .insert();
      surveys.call(id, 1, now, "busy");
      expected.add(id);
    }

    RetryQueue.Page page = retries.page(hers, Optional.empty());
    RetryCursor next = page.next().orElseThrow();
    RetryQueue.Page rest = retries.page(hers, RetryCursor.find(next.toString()));

    assertThat(page.retries())
        .extracting(Retry::survey)
        .containsExactlyElementsOf(expected.subList(0, RetryQueue.PAGE));
    assertThat(rest.retries())
        .extracting(Retry::survey)
        .containsExactlyElementsOf(expected.subList(RetryQueue.PAGE, expected.size()));
    assertThat(rest.next()).isEmpty();
    Retry retry = page.retries().get(0);
    assertThat(retry.last()).isEqualTo(CallOutcome.BUSY);
    assertThat(retry.lastAt()).isEqualTo(now);
    assertThat(retry.asked()).isEqualTo(first);
    assertThat(retry.ticket()).isEqualTo(ticket);
    assertThat(retries.page(elsewhere, Optional.empty()).retries()).isEmpty();
  }

  @Test
  void theTableHasEverySurveyOfThePeriodOnceAndIsAudited() {
    int many = 501;
    jdbc.sql(
            "INSERT INTO survey (ticket, round, estate_id, state, urgent, planned_at, settled_at)"
                + " WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i <"
                + " :many) SELECT :ticket, 1000000 + n.i, :estate, 'answered', FALSE, :now, :now"
                + " FROM n")
        .param("many", many)
        .param("ticket", ticket.value())
        .param("estate", estate.value())
        .param("now", Utc.column(now))
        .update();
    List<Long> told = new ArrayList<>();

    export.<RuntimeException>write(
        today, hers, "boss-" + estate, "csv", survey -> told.add(survey.id()));

    assertThat(told).hasSize(many).doesNotHaveDuplicates().isSorted();
    List<Long> foreign = new ArrayList<>();
    export.<RuntimeException>write(
        today, elsewhere, "boss", "csv", survey -> foreign.add(survey.id()));
    assertThat(foreign).isEmpty();
    assertThat(
            jdbc.sql("SELECT details FROM audit_entry WHERE action = 'export' AND actor = ?")
                .param("user:boss-" + estate)
                .query(String.class)
                .single())
        .contains("\"format\":\"csv\"", "\"estates\":1");
  }

  @Test
  void whoMayTakeDataAwayGetsItWithoutFormulasAndNobodyElse() throws Exception {
    long bad = settled("answered").satisfied(1, "not-solved").with("channel", "phone").insert();
    surveys.comment(bad, 1, "=HYPERLINK(\"http://x\",\"点我\")", now);
    SignedInUser manager = employed(Role.DISPATCHER);
    jdbc.sql(
            "INSERT INTO survey_answer (survey_id, source, number, channel, item, value, words, at)"
                + " VALUES (?, ?, 1, 'agent', 'solved', 'not-solved', '', ?)")
        .params(bad, "agent:" + manager.id(), Utc.column(now))
        .update();

    MockHttpServletResponse csv = answer(TODAY + ".csv?period=today", manager);
    MockHttpServletResponse xlsx = answer(TODAY + ".xlsx?period=today", manager);

    assertThat(csv.getStatus()).isEqualTo(200);
    String table = new String(csv.getContentAsByteArray(), StandardCharsets.UTF_8);
    assertThat(table.lines()).hasSize(2);
    assertThat(table).contains(ticket.toString(), "非常不满意", "电话回访", "'=HYPERLINK");
    assertThat(table).contains("填写人", manager.displayName());
    assertThat(csv.getHeader("Content-Disposition")).contains("surveys-" + today.from());
    Row row = lastRow(xlsx.getContentAsByteArray());
    assertThat(row.getCell(1).getStringCellValue()).isEqualTo(ticket.toString());
    assertThat(row.getCell(20).getCellType()).isEqualTo(CellType.STRING);
    assertThat(row.getCell(20).getStringCellValue()).startsWith("=HYPERLINK");
    for (String path : List.of(TODAY + ".csv", TODAY + ".xlsx")) {
      assertThat(answer(path, employed(Role.AGENT)).getStatus()).as(path).isEqualTo(403);
      assertThat(answer(path, employed(Role.QUALITY)).getStatus()).as(path).isEqualTo(403);
    }
    assertThat(answer(TODAY, employed(Role.AGENT)).getContentAsString())
        .doesNotContain("today.csv", "today.xlsx");
  }

  @Test
  void theDayIsToldOverRestForTheEstatesOfWhoAsks() {
    long calling = survey("calling").with("attempts", 1).with("node", "node-7").insert();
    surveys.call(calling, 1, now, null);
    planned(today.end().minusMillis(1), 0);

    Http.Reply reply =
        new Http(mvc, TestUsers.agentOf(jdbc, encoder, estate)).get("/api/v1/surveys/progress");

    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    assertThat(reply.<String>at("$.day")).isEqualTo(today.from().toString());
    assertThat(reply.<Integer>at("$.surveys.planned")).isEqualTo(2);
    assertThat(reply.<Integer>at("$.surveys.waiting")).isEqualTo(1);
    assertThat(reply.<String>at("$.calls[0].ticket")).isEqualTo(ticket.toString());
    assertThat(reply.<String>at("$.calls[0].number")).isEqualTo("138****0001");
    assertThat(reply.<Boolean>at("$.paused")).isFalse();
    EstateId other = hersOnly(elsewhere);
    assertThat(
            new Http(mvc, TestUsers.agentOf(jdbc, encoder, other))
                .get("/api/v1/surveys/progress")
                .<Integer>at("$.surveys.planned"))
        .isZero();
  }

  private void department(String code) {
    jdbc.sql("UPDATE ticket SET department = ? WHERE number = ?")
        .params(code, ticket.value())
        .update();
  }

  private static EstateId hersOnly(EstateScope scope) {
    return scope.estates().iterator().next();
  }

  private static Row lastRow(byte[] workbook) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      return book.getSheetAt(0).getRow(book.getSheetAt(0).getLastRowNum());
    }
  }

  private MockHttpServletResponse answer(String path, SignedInUser who) throws Exception {
    return mvc.perform(get(path).with(user(who))).andReturn().getResponse();
  }

  private SignedInUser employed(Role role) {
    String name = role.code() + "-of-" + estate;
    Staff.add(application, name, role, estate.value());
    return (SignedInUser) users.loadUserByUsername(name);
  }

  private void node(String name, String trunk, int others, int waiting, Instant seen) {
    jdbc.sql(
            "INSERT INTO campaign_node (node, trunk, others, waiting, seen_at)"
                + " VALUES (?, ?, ?, ?, ?)")
        .params(name, trunk, others, waiting, Utc.column(seen))
        .update();
  }

  private long planned(Instant due, int attempts) {
    return planned(due, attempts, "planned");
  }

  private long planned(Instant due, int attempts, String state) {
    return survey(state).with("due_at", due).with("attempts", attempts).insert();
  }

  private SampleSurveys.Draft settled(String state) {
    return survey(state).with("settled_at", now);
  }

  private SampleSurveys.Draft survey(String state) {
    return surveys.of(ticket.value(), state);
  }

  private TicketNumber opened(String category, String subcategory) {
    NewTicket lift = SampleTickets.draft(SampleTickets.newCall(), estate);
    Contents contents = lift.contents();
    return tickets
        .open(
            SampleTickets.with(
                lift,
                new Contents(
                    new Subject(Kind.COMPLAINT, category, subcategory, Urgency.GENERAL),
                    contents.place(),
                    contents.reporter(),
                    contents.text(),
                    false,
                    false)),
            Actor.system("test"))
        .ticket()
        .number();
  }
}
