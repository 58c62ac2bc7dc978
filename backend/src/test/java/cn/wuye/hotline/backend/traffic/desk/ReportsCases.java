package cn.wuye.hotline.backend.traffic.desk;

import static cn.wuye.hotline.backend.traffic.EventKind.ABANDONED;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_GONE;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_PAUSED;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_READY;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_TALKING;
import static cn.wuye.hotline.backend.traffic.EventKind.ANSWERED;
import static cn.wuye.hotline.backend.traffic.EventKind.COMPLETED;
import static cn.wuye.hotline.backend.traffic.EventKind.JOINED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.traffic.Blind;
import cn.wuye.hotline.backend.traffic.Told;
import cn.wuye.hotline.backend.traffic.desk.TrafficDesk.Line;
import cn.wuye.hotline.backend.traffic.figures.CallSums;
import cn.wuye.hotline.backend.traffic.log.QueueEvents;
import cn.wuye.hotline.backend.traffic.staffing.StaffingGoal;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.backend.user.StaffRequests;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/**
 * From events to reports and plans, and who sees them, on every database; each test has a day, a
 * queue and an agent of its own.
 */
@SuppressWarnings("NullAway.Init")
abstract class ReportsCases {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  @Autowired ApplicationContext application;
  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired Estates estates;
  @Autowired QueueEvents log;
  @Autowired TrafficDesk desk;
  @Autowired StaffingDesk staffing;
  @Autowired Clock clock;

  private LocalDate day;
  private String queue;
  private String agent;
  private long estate;
  private SignedInUser supervisor;
  private SignedInUser stranger;
  private SignedInUser manager;
  private Told told;

  @BeforeEach
  void aDayAQueueAndAnAgent() {
    int number = NUMBERS.incrementAndGet();
    day = LocalDate.ofInstant(clock.instant(), Days.ZONE).minusDays(125 + 10L * number);
    queue = "reports-" + number;
    agent = "77" + number;
    estate = SampleEstates.another(estates).requireId().value();
    supervisor = Staff.signedIn(Role.SUPERVISOR, estate);
    stranger = Staff.signedIn(Role.SUPERVISOR, SampleEstates.another(estates).requireId().value());
    manager = Staff.signedIn(Role.MANAGER);
    String login = "reports-agent-" + number;
    Staff.add(application, login, Role.AGENT, estate);
    jdbc.sql("INSERT INTO call_queue (code, title) VALUES (?, ?)")
        .params(queue, "报修" + number)
        .update();
    jdbc.sql("INSERT INTO call_queue_estate (queue_code, estate_id) VALUES (?, ?)")
        .params(queue, estate)
        .update();
    jdbc.sql(
            "INSERT INTO agent_phone (extension, user_id)"
                + " SELECT ?, id FROM app_user WHERE username = ?")
        .params(agent, login)
        .update();
    told = new Told(day.atTime(9, 0).atZone(Days.ZONE).toInstant().toString());
  }

  @Test
  void theSameCallersByQuarterDayWeekAndQueue() {
    twoCallers();

    for (Grouping by : List.of(Grouping.DAY, Grouping.WEEK, Grouping.QUEUE)) {
      assertThat(calls(by, supervisor.scope())).hasSize(1);
      CallSums sums = calls(by, supervisor.scope()).get(0).sums();
      assertThat(sums.offered()).as(by.code()).isEqualTo(2);
      assertThat(sums.answered()).as(by.code()).isEqualTo(1);
    }
    assertThat(calls(Grouping.QUARTER, supervisor.scope()))
        .extracting(Line::of)
        .containsExactly(told.at(0).toString(), told.at(900).toString());
    assertThat(calls(Grouping.DAY, supervisor.scope()).get(0).of()).isEqualTo(day.toString());
    assertThat(calls(Grouping.QUEUE, supervisor.scope()).get(0).of()).isEqualTo(queue);
    assertThat(desk.agents(new Days(day, day), supervisor.scope()).lines())
        .extracting(Line::of)
        .containsExactly(agent);
  }

  @Test
  void queuesAndAgentsOfOtherEstatesAreNotThere() {
    twoCallers();

    assertThat(calls(Grouping.QUEUE, stranger.scope())).isEmpty();
    assertThat(desk.agents(new Days(day, day), stranger.scope()).lines()).isEmpty();
    assertThat(
            desk.calls(Grouping.QUEUE, new Days(day, day), Optional.of(queue), stranger.scope())
                .lines())
        .isEmpty();
    assertThat(calls(Grouping.QUEUE, EstateScope.ALL)).isNotEmpty();
    jdbc.sql("DELETE FROM call_queue WHERE code = ?").param(queue).update();
    assertThat(calls(Grouping.QUEUE, supervisor.scope())).isEmpty();
    assertThat(calls(Grouping.QUEUE, EstateScope.ALL)).extracting(Line::of).contains(queue);
  }

  @Test
  void keptDaysAreReadAsTheyWereKept() {
    twoCallers();
    jdbc.sql("INSERT INTO traffic_day (day, kept_at) VALUES (?, UTC_TIMESTAMP(3))")
        .param(day)
        .update();

    assertThat(calls(Grouping.DAY, supervisor.scope())).isEmpty();

    log.append(
        new Told(day.plusDays(1).atTime(9, 0).atZone(Days.ZONE).toInstant().toString())
            .call(0, JOINED, "later", queue)
            .events());
    List<Line<CallSums>> both =
        desk.calls(
                Grouping.DAY,
                new Days(day, day.plusDays(1)),
                Optional.of(queue),
                supervisor.scope())
            .lines();
    assertThat(both).extracting(Line::of).containsExactly(day.plusDays(1).toString());
  }

  @Test
  void thePageTheFilesAndTheApiSayTheSame() throws Exception {
    twoCallers();
    String days = "from=" + day + "&to=" + day;

    String page = body("/console/traffic?by=queue&" + days, supervisor);
    assertThat(page).contains("报修", "50.0%", "0:12", "怎么算");
    assertThat(body("/console/traffic?by=quarter&" + days, supervisor)).contains("09:00–09:15");
    assertThat(body("/console/traffic?by=agent&" + days, supervisor))
        .contains(agent, "午饭 0:30", "1:02:00");
    assertThat(body("/console/traffic?by=queue&" + days, stranger)).contains("没有记录");
    assertThat(body("/console/traffic.csv?by=queue&" + days, supervisor))
        .contains("队列,来电,进队,接听,按时接听,服务水平（%）,平均应答（秒）", ",2,2,1,1,50.0,12.0,");
    try (XSSFWorkbook book =
        new XSSFWorkbook(
            new ByteArrayInputStream(
                send("/console/traffic.xlsx?by=queue&" + days, supervisor)
                    .getContentAsByteArray()))) {
      assertThat(book.getSheetAt(0).getRow(1).getCell(2).getNumericCellValue()).isEqualTo(2);
    }
    assertThat(body("/api/v1/traffic/calls?by=queue&queue=" + queue + "&" + days, supervisor))
        .contains(
            "\"of\":\"" + queue + "\"", "\"offered\":2", "\"serviceLevel\":50.0", "\"of\":null");
    assertThat(body("/api/v1/traffic/agents?" + days, supervisor))
        .contains("\"of\":\"" + agent + "\"", "\"午饭\":30.0", "\"signedIn\":3720.0");
  }

  @Test
  void aReportSaysWhenANodeWasBlind() throws Exception {
    Blind blind = new Blind("node-1", told.at(60), told.at(180));
    log.append(List.of(blind.event()));

    assertThat(desk.blind(new Days(day, day))).containsExactly(blind);
    assertThat(desk.blind(new Days(day.minusDays(1), day.minusDays(1)))).isEmpty();
    String days = "from=" + day + "&to=" + day;
    assertThat(body("/console/traffic?" + days, stranger)).contains("09:01–", "09:03", "数字不全");
    assertThat(body("/api/v1/traffic/calls?by=day&" + days, stranger))
        .contains("\"blind\":[{\"node\":\"node-1\",\"from\":\"" + told.at(60));
  }

  @Test
  void whatCannotBeAskedForIsRefused() throws Exception {
    assertThat(status("/api/v1/traffic/calls", supervisor)).isEqualTo(400);
    assertThat(status("/api/v1/traffic/calls?by=agent", supervisor)).isEqualTo(400);
    assertThat(status("/api/v1/traffic/calls?by=quarter&from=2026-03-01&to=2026-03-08", supervisor))
        .isEqualTo(400);
    assertThat(status("/api/v1/traffic/calls?by=day&from=%2B999999999-12-31", supervisor))
        .isEqualTo(400);
    assertThat(body("/api/v1/traffic/calls?by=day&queue=" + queue, stranger))
        .contains("没有队列 " + queue);
    assertThat(status("/console/traffic?queue=" + queue, stranger)).isEqualTo(404);
    assertThat(status("/console/traffic/staffing?queue=" + queue, stranger)).isEqualTo(404);
    assertThat(status("/api/v1/traffic/staffing?serviceLevel=100", supervisor)).isEqualTo(400);
    assertThat(status("/api/v1/traffic/staffing?day=2026-01-01", supervisor)).isEqualTo(400);
    assertThat(body("/console/traffic?by=quarter&from=2026-03-01&to=2026-03-20", supervisor))
        .contains("只列了最后 7 天", "2026-03-14");
  }

  @Test
  void whoSeesNoResultsSeesNone() throws Exception {
    for (String path :
        List.of(
            "/console/traffic",
            "/console/traffic.csv",
            "/console/traffic.xlsx",
            "/console/traffic/staffing",
            "/console/traffic/staffing.csv",
            "/console/traffic/staffing.xlsx",
            "/api/v1/traffic/calls?by=day",
            "/api/v1/traffic/agents",
            "/api/v1/traffic/staffing")) {
      assertThat(status(path, Staff.signedIn(Role.AGENT, estate))).as(path).isEqualTo(403);
      assertThat(status(path, manager)).as(path).isEqualTo(200);
    }
    assertThat(status("/console/traffic", Staff.signedIn(Role.QUALITY, estate))).isEqualTo(200);
    assertThat(status("/console/traffic.csv", Staff.signedIn(Role.QUALITY, estate))).isEqualTo(403);
  }

  /** Forty calls of four minutes come at nine on each of the last days. */
  @Test
  void aDayIsPlannedFromLikeDays() throws Exception {
    LocalDate today = staffing.today();
    today.minusDays(14).datesUntil(today).forEach(past -> keep(past, 40, 240_000));
    LocalDate tomorrow = today.plusDays(1);

    StaffingDesk.Plan plan =
        staffing.plan(tomorrow, Optional.of(queue), StaffingGoal.SHIPPED, supervisor.scope());

    assertThat(plan.slots()).hasSize(96);
    assertThat(plan.like()).isNotEmpty();
    StaffingDesk.Slot nine = plan.slots().get(36);
    assertThat(nine.expected().calls()).isBetween(1.0, 40.0);
    assertThat(nine.expected().handling()).isEqualTo(Duration.ofMinutes(4));
    assertThat(nine.needed().atDesks()).isGreaterThan((int) nine.needed().load());
    assertThat(plan.most()).isEqualTo(nine.needed().scheduled());
    assertThat(plan.calls()).isEqualTo(nine.expected().calls());
    assertThat(body("/console/traffic/staffing?queue=" + queue + "&serviceLevel=90", supervisor))
        .contains("09:00–09:15", "value=\"90\"", plan.like().get(0).toString());
    assertThat(body("/console/traffic/staffing.csv?queue=" + queue, supervisor))
        .contains("预计来电", "09:00–09:15");
    assertThat(body("/api/v1/traffic/staffing?queue=" + queue, supervisor))
        .contains("\"like\":[\"", "\"scheduled\":");
    StaffingDesk.Plan theirs =
        staffing.plan(tomorrow, Optional.empty(), StaffingGoal.SHIPPED, stranger.scope());
    assertThat(theirs.calls()).isZero();
  }

  /** One is answered after 12 s and talks a minute, one hangs up after 30 s. */
  private void twoCallers() {
    told.agent(-3600, AGENT_READY, agent)
        .call(0, JOINED, "c1-" + queue, queue)
        .call(12, ANSWERED, "c1-" + queue, queue, agent, "")
        .agent(12, AGENT_TALKING, agent, "c1-" + queue, "")
        .call(72, COMPLETED, "c1-" + queue, queue, agent, "")
        .agent(72, AGENT_PAUSED, agent, "", "午饭")
        .agent(102, AGENT_READY, agent)
        .agent(120, AGENT_GONE, agent)
        .call(900, JOINED, "c2-" + queue, queue)
        .call(930, ABANDONED, "c2-" + queue, queue);
    log.append(told.events());
  }

  private void keep(LocalDate past, long calls, long talk) {
    jdbc.sql(
            "INSERT INTO traffic_day (day, kept_at) VALUES (:day, UTC_TIMESTAMP(3))"
                + " ON DUPLICATE KEY UPDATE kept_at = UTC_TIMESTAMP(3)")
        .param("day", past)
        .update();
    jdbc.sql(
            "INSERT INTO queue_quarter (start_at, queue_code, day, calls, offered, still_waiting,"
                + " answered, answered_in_time, abandoned, abandoned_short, abandoned_in_time,"
                + " left_by_key, call_back_asked, timed_out, found_empty, moved_on, lost_sight,"
                + " wait_of_answered, longest_wait, talk, on_hold, wrap_up, transferred) VALUES"
                + " (:start, :queue, :day, :calls, :calls, 0, :calls, :calls, 0, 0, 0, 0, 0, 0, 0,"
                + " 0, 0, 0, 0, :talk, 0, 0, 0)")
        .param("start", past.atTime(1, 0))
        .param("queue", queue)
        .param("day", past)
        .param("calls", calls)
        .param("talk", calls * talk)
        .update();
  }

  private List<Line<CallSums>> calls(Grouping by, EstateScope scope) {
    return desk.calls(by, new Days(day, day), Optional.empty(), scope).lines();
  }

  private int status(String path, SignedInUser who) throws Exception {
    return send(path, who).getStatus();
  }

  private String body(String path, SignedInUser who) throws Exception {
    return StaffRequests.body(mvc, path, who);
  }

  private MockHttpServletResponse send(String path, SignedInUser who) throws Exception {
    return StaffRequests.send(mvc, get(path), who);
  }
}
