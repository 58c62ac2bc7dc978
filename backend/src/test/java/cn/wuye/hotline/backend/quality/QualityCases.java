package cn.wuye.hotline.backend.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.backend.survey.AskedTickets;
import cn.wuye.hotline.backend.survey.Period;
import cn.wuye.hotline.backend.survey.QualitySample;
import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.backend.user.StaffRequests;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Quality checks from the sample to the results, on every database. */
@SuppressWarnings("NullAway.Init")
abstract class QualityCases {
  private static final String AGENT = "agent";

  @Autowired ApplicationContext application;
  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired Estates estates;
  @Autowired Drawing drawing;
  @Autowired QualityDesk desk;
  @Autowired CriteriaBook book;
  @Autowired QualityResults results;
  @Autowired Clock clock;

  private AskedTickets asked;
  private EstateId estate;
  private SignedInUser quality;
  private SignedInUser manager;
  private SignedInUser agent;
  private SignedInUser stranger;

  @BeforeEach
  void people() {
    asked = new AskedTickets(application);
    estate = SampleEstates.another(estates).requireId();
    quality = Staff.signedIn(Role.QUALITY, estate.value());
    manager = Staff.signedIn(Role.MANAGER, estate.value());
    agent = Staff.signedIn(Role.AGENT, estate.value());
    stranger = Staff.signedIn(Role.QUALITY, SampleEstates.another(estates).requireId().value());
  }

  @Test
  void aTenthOfAWeeksArchivedTicketsIsDrawnOnceOnAllNodesAndAlwaysTheSame() {
    Week week = Week.lastEnded(clock.instant()).before(30);
    for (int i = 0; i < 20; i++) {
      asked.answered(estate, AGENT, Satisfaction.SATISFIED);
    }
    jdbc.sql("UPDATE quality_archived SET archived_at = :at WHERE estate_id = :estate")
        .param("at", Utc.column(week.from().plus(Duration.ofDays(3))))
        .param("estate", estate.value())
        .update();

    QualitySample before = drawing.sample(week);
    List<Boolean> drawn = Together.run(3, i -> drawing.draw(week));

    assertThat(drawn).containsOnlyOnce(true);
    assertThat(before.sample()).hasSize(2);
    assertThat(drawing.sample(week)).isEqualTo(before);
    assertThat(items(quality))
        .hasSize(2)
        .allSatisfy(
            item -> {
              assertThat(before.sample()).contains(item.ticket());
              assertThat(item.week()).isEqualTo(week.monday());
              assertThat(item.low()).isFalse();
              assertThat(item.agent()).isEqualTo(AGENT);
              assertThat(item.state()).isEqualTo(ItemState.OPEN);
            });
    assertThat(items(stranger)).isEmpty();
    assertThat(
            jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE subject = ?")
                .param("quality-week:" + week.monday())
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void weeksThatWereMissedAreDrawnLater() {
    Clock later = Clock.fixed(clock.instant().plus(Duration.ofDays(28)), ZoneOffset.UTC);
    Week last = Week.lastEnded(later.instant());
    drawing.draw(last.before(3));

    new WeeklyDraw(drawing, later).run(() -> false);
    new WeeklyDraw(drawing, later).run(() -> false);

    assertThat(drawing.last()).contains(last);
    assertThat(
            jdbc.sql("SELECT COUNT(*) FROM quality_week WHERE monday > :after AND monday <= :last")
                .param("after", last.before(3).monday())
                .param("last", last.monday())
                .query(Long.class)
                .single())
        .isEqualTo(3);
  }

  @Test
  void aLowScoreStandsOnTheListAtOnceAndOnceThoughItIsDrawnAsWell() {
    TicketNumber low = asked.answered(estate, AGENT, Satisfaction.FAIR);
    asked.answered(estate, AGENT, Satisfaction.SATISFIED);

    assertThat(items(quality))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.ticket()).isEqualTo(low);
              assertThat(item.low()).isTrue();
              assertThat(item.week()).isNull();
            });
    Week week = Week.lastEnded(clock.instant());
    application
        .getBean(ItemRows.class)
        .add(low, week.monday(), false, "somebody-else", clock.instant());
    assertThat(items(quality))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.low()).isTrue();
              assertThat(item.week()).isEqualTo(week.monday());
              assertThat(item.agent()).isEqualTo(AGENT);
            });
  }

  @Test
  void whoIsJudgedSeesTheSheetAndDisputesItOnceAndSomebodyElseAnswers() {
    long id = lowItem();
    assertThat(items(agent)).isEmpty();
    assertThat(desk.find(id, agent)).isEmpty();
    assertThatThrownBy(() -> desk.score(id, filled(5), agent))
        .isInstanceOf(AccessDeniedException.class);
    assertThat(desk.score(id, filled(5), stranger)).isEqualTo(Checked.UNKNOWN);
    assertThat(desk.score(id, filled(6), quality)).isEqualTo(Checked.MARKS);
    List<Checked> scored = Together.run(3, i -> desk.score(id, filled(3), quality));
    assertThat(scored).containsOnlyOnce(Checked.DONE).contains(Checked.LATE);

    assertThat(items(agent)).extracting(QualityItem::id).containsExactly(id);
    assertThat(desk.find(id, agent).orElseThrow().score()).isEqualTo(600);
    assertThat(desk.dispute(id, "报了工号", quality)).isEqualTo(Checked.UNKNOWN);
    assertThat(desk.dispute(id, " ", agent)).isEqualTo(Checked.WORDS);
    assertThat(desk.answer(id, "没有申诉", null, manager)).isEqualTo(Checked.LATE);
    assertThat(desk.dispute(id, "报了工号", agent)).isEqualTo(Checked.DONE);
    assertThat(desk.dispute(id, "再来一次", agent)).isEqualTo(Checked.LATE);

    assertThat(desk.answer(id, "维持", null, quality)).isEqualTo(Checked.SAME_PERSON);
    assertThat(desk.answer(id, " ", null, manager)).isEqualTo(Checked.WORDS);
    List<Checked> answered = Together.run(3, i -> desk.answer(id, "录音里报了", filled(4), manager));
    assertThat(answered).containsOnlyOnce(Checked.DONE).contains(Checked.LATE);

    QualityItem item = desk.find(id, agent).orElseThrow();
    assertThat(item.state()).isEqualTo(ItemState.ANSWERED);
    assertThat(item.score()).isEqualTo(800);
    assertThat(item.scoredBy()).isEqualTo("quality");
    assertThat(desk.sheets(item)).extracting(Sheet::score).containsExactly(600, 800);
    Dispute dispute = desk.dispute(item).orElseThrow();
    assertThat(dispute.changed()).isTrue();
    assertThat(dispute.answer()).isEqualTo("录音里报了");
    assertThat(results.between(month().start(), month().end(), manager.scope()))
        .containsExactly(new QualityResults.Result(AGENT, 1, 800, 1, 1, 1));
    assertThat(
            jdbc.sql("SELECT action FROM audit_entry WHERE subject = ? ORDER BY action")
                .param("quality:" + id)
                .query(String.class)
                .list())
        .containsExactly("quality.answered", "quality.disputed", "quality.scored");
  }

  @Test
  void nobodyJudgesHerOwnWork() {
    asked.answered(estate, "quality", Satisfaction.FAIR);
    long id = items(manager).get(0).id();

    assertThat(desk.score(id, filled(5), quality)).isEqualTo(Checked.OWN);
    assertThat(desk.score(id, filled(5), manager)).isEqualTo(Checked.DONE);
    assertThat(desk.dispute(id, "不对", quality)).isEqualTo(Checked.DONE);
    assertThat(desk.answer(id, "对", null, quality)).isEqualTo(Checked.OWN);
    SignedInUser admin = Staff.signedIn(Role.ADMIN, estate.value());
    assertThat(desk.answer(id, "维持", null, admin)).isEqualTo(Checked.DONE);
    QualityItem item = desk.find(id, quality).orElseThrow();
    assertThat(item.score()).isEqualTo(1000);
    assertThat(desk.dispute(item).orElseThrow().changed()).isFalse();
  }

  @Test
  void aSheetKeepsTheCriteriaByWhichItWasScored() {
    long id = lowItem();
    Criteria old = book.current();
    assertThat(desk.score(id, filled(5), quality)).isEqualTo(Checked.DONE);
    SignedInUser admin = Staff.signedIn(Role.ADMIN);
    Criterion one = new Criterion(9, "工号", "Number", 50, 5, true);
    Criterion off = new Criterion(9, "语速", "Speed", 50, 5, false);

    assertThat(book.save(old.version(), List.of(off), admin)).contains("none");
    assertThat(book.save(old.version(), List.of(new Criterion(1, "", "x", 1, 5, true)), admin))
        .contains("criterion");
    List<Optional<String>> saved =
        Together.run(3, i -> book.save(old.version(), List.of(one, off), admin));
    try {
      assertThat(saved).containsOnlyOnce(Optional.empty()).contains(Optional.of("stale"));
      assertThat(book.current().all())
          .containsExactly(
              new Criterion(1, "工号", "Number", 50, 5, true),
              new Criterion(2, "语速", "Speed", 50, 5, false));
      assertThat(desk.sheets(desk.find(id, quality).orElseThrow()).get(0).criteria())
          .isEqualTo(old);
      assertThatThrownBy(() -> book.save(2, List.of(one), quality))
          .isInstanceOf(AccessDeniedException.class);
      assertThatThrownBy(
              () -> book.save(2, List.of(one), Staff.signedIn(Role.ADMIN, estate.value())))
          .isInstanceOf(AccessDeniedException.class);
    } finally {
      book.save(book.current().version(), old.all(), admin);
    }
  }

  @Test
  void thePagesShowEachWhatIsHersToSee() throws Exception {
    long id = lowItem();
    String one = "/console/quality/" + id;
    assertThat(body("/console/quality", quality)).contains("href=\"" + one + "\"", "回访低分");
    assertThat(body("/console/quality", agent)).contains("我的质检").doesNotContain(one);
    assertThat(status(get(one), stranger)).isEqualTo(404);
    assertThat(status(get(one), agent)).isEqualTo(404);
    assertThat(body(one, quality)).contains("接听礼仪", "三号楼的电梯又坏了", "保存评分");

    MockHttpServletResponse wrong =
        send(post(one + "/score").param("points-1", "4").param("remark-1", "没有报工号"), quality);
    assertThat(wrong.getStatus()).isEqualTo(422);
    assertThat(wrong.getContentAsString()).contains("每一项都要填分数", "没有报工号");
    MockHttpServletRequestBuilder all = post(one + "/score").param("remark", "总的不错");
    book.current().active().forEach(criterion -> all.param("points-" + criterion.position(), "4"));
    assertThat(status(all, agent)).isEqualTo(404);
    assertThat(status(all, quality)).isEqualTo(302);

    assertThat(body(one, agent)).contains("80.0 分", "总的不错", "提交申诉");
    assertThat(status(post(one + "/dispute").param("words", "不对"), agent)).isEqualTo(302);
    assertThat(body(one, quality)).doesNotContain("答复申诉");
    assertThat(send(post(one + "/answer").param("words", "维持"), quality).getContentAsString())
        .contains("评分人不能答复");
    assertThat(body(one, manager)).contains("答复申诉");
    assertThat(
            status(
                post(one + "/answer").param("decision", "kept").param("words", "录音里没有"), manager))
        .isEqualTo(302);
    assertThat(body(one, agent)).contains("维持原分", "录音里没有").doesNotContain("提交申诉");

    assertThat(body("/console/quality/results", manager)).contains("80.0");
    assertThat(body("/console/quality/results.csv", manager)).contains(",1,80.0,1,1,0");
    assertThat(status(get("/console/quality/results"), agent)).isEqualTo(403);
    assertThat(status(get("/console/quality/criteria"), quality)).isEqualTo(403);
  }

  @Test
  void criteriaAreEditedAsNewVersions() throws Exception {
    SignedInUser admin = Staff.signedIn(Role.ADMIN);
    Criteria old = book.current();
    try {
      String path = "/console/quality/criteria";
      assertThat(body(path, admin)).contains(old.all().get(0).zh());
      MockHttpServletRequestBuilder form =
          row(
              row(post(path).param("version", Integer.toString(old.version())), 1, "2", "语速"),
              2,
              "1",
              "工号");
      assertThat(status(form, admin)).isEqualTo(302);
      assertThat(book.current().all()).extracting(Criterion::zh).containsExactly("工号", "语速");
      MockHttpServletResponse stale = send(form, admin);
      assertThat(stale.getStatus()).isEqualTo(409);
      assertThat(stale.getContentAsString()).contains("别人改过评分标准", "语速");
    } finally {
      book.save(book.current().version(), old.all(), admin);
    }
  }

  private static MockHttpServletRequestBuilder row(
      MockHttpServletRequestBuilder form, int number, String order, String name) {
    return form.param("zh-" + number, name)
        .param("en-" + number, "X")
        .param("weight-" + number, "10")
        .param("most-" + number, "5")
        .param("order-" + number, order)
        .param("active-" + number, "true");
  }

  @Test
  void theApiReadsItemsSheetsAndResults() throws Exception {
    long id = lowItem();
    desk.score(id, filled(4), quality);

    assertThat(body("/api/v1/quality/items?state=scored&low=true", quality))
        .contains("\"id\":\"" + id + "\"", "\"score\":80.0", "\"agent\":\"agent\"");
    assertThat(body("/api/v1/quality/items?agent=nobody", quality)).contains("\"items\":[]");
    assertThat(body("/api/v1/quality/items/" + id, agent)).contains("\"zh\":\"接听礼仪\"");
    assertThat(body("/api/v1/quality/results", manager)).contains("\"mean\":80.0");
    assertThat(status(get("/api/v1/quality/items/" + id), stranger)).isEqualTo(404);
    assertThat(status(get("/api/v1/quality/results"), agent)).isEqualTo(403);
    assertThat(status(get("/api/v1/quality/items?state=x"), quality)).isEqualTo(400);
  }

  /** One that is there for a low score. */
  private long lowItem() {
    asked.answered(estate, AGENT, Satisfaction.FAIR);
    return items(quality).get(0).id();
  }

  private Filled filled(int points) {
    Criteria now = book.current();
    return new Filled(
        now.version(),
        now.active().stream().map(each -> new Mark(each.position(), points, "")).toList(),
        "");
  }

  private List<QualityItem> items(SignedInUser who) {
    return desk.list(new QualityDesk.Query(null, "", false, 0), who);
  }

  private Period month() {
    return Period.of(null, null, clock.instant());
  }

  private int status(MockHttpServletRequestBuilder request, SignedInUser who) throws Exception {
    return send(request, who).getStatus();
  }

  private String body(String path, SignedInUser who) throws Exception {
    return StaffRequests.body(mvc, path, who);
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request, SignedInUser who)
      throws Exception {
    return StaffRequests.send(mvc, request, who);
  }
}
