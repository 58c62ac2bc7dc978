package cn.wuye.hotline.backend.survey.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.survey.AskedTickets;
import cn.wuye.hotline.backend.survey.Period;
import cn.wuye.hotline.backend.survey.Satisfaction;
import cn.wuye.hotline.backend.survey.store.Item;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import cn.wuye.hotline.backend.ticket.Verb;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.backend.user.StaffRequests;
import cn.wuye.hotline.ivr.port.Solved;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** From answers to figures, on every database. */
@SuppressWarnings("NullAway.Init")
abstract class FiguresCases {
  @Autowired ApplicationContext application;
  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired Estates estates;
  @Autowired SurveyFigures figures;
  @Autowired Clock clock;

  private AskedTickets asked;
  private EstateId estate;
  private SignedInUser manager;
  private SignedInUser stranger;

  @BeforeEach
  void anEstate() {
    asked = new AskedTickets(application);
    estate = SampleEstates.another(estates).requireId();
    manager = Staff.signedIn(Role.MANAGER, estate.value());
    stranger = Staff.signedIn(Role.MANAGER, SampleEstates.another(estates).requireId().value());
  }

  @Test
  void figuresAreOfWhoWasResponsibleWhenTheWorkEndedWhoeverGetsTheTicketLater() {
    answered(Satisfaction.VERY_SATISFIED, Solved.SOLVED, 10);
    answered(Satisfaction.SATISFIED, Solved.SOLVED, 9);
    answered(Satisfaction.SATISFIED, Solved.SOLVED, 8);
    answered(Satisfaction.FAIR, Solved.PARTLY, 7);
    answered(Satisfaction.DISSATISFIED, Solved.NOT_SOLVED, 3);
    TicketNumber unreached = asked.solved(estate, null, "figures-wang");
    jdbc.sql(
            "UPDATE survey SET state = 'unreached', settled_at = UTC_TIMESTAMP(3) WHERE ticket = ?")
        .param(unreached.value())
        .update();
    TicketNumber withdrawn = asked.solved(estate, null, "figures-wang");
    asked.move(withdrawn, Verb.REOPEN, "figures-wang");
    jdbc.sql("UPDATE ticket SET owner = 'li', department = 'security' WHERE estate_id = ?")
        .param(estate.value())
        .update();

    Figure wang = only(By.OWNER);
    assertThat(wang).isEqualTo(new Figure("figures-wang", 6, 5, 1, 0, 5, 360, 3, 5, 3, 1, 5, 2, 1));
    assertThat(wang.nps()).hasValue(20);
    assertThat(only(By.DEPARTMENT).who()).isNotEqualTo("security");
    assertThat(only(By.ESTATE).who()).isEqualTo(estate.toString());
    assertThat(of(By.THIRD_PARTY, manager)).isEmpty();
    assertThat(of(By.OWNER, stranger)).isEmpty();
    assertThat(figures.of(By.OWNER, lastYear(), manager.scope())).isEmpty();
  }

  @Test
  void aThirdPartyIsCreditedWithWhatItDidNotRefuse() {
    TicketNumber ticket = asked.accepted(estate, null, "figures-wang");
    task(ticket, "liftco", "refused");
    task(ticket, "reserve", "done");
    asked.move(ticket, Verb.SOLVE, "figures-wang");
    asked.answered(ticket, Solved.SOLVED, Satisfaction.VERY_SATISFIED);
    asked.answered(estate, "figures-wang", Satisfaction.FAIR);

    Figure party = only(By.THIRD_PARTY);
    assertThat(party.who()).isEqualTo("reserve");
    assertThat(party.settled()).isEqualTo(1);
    assertThat(only(By.OWNER).settled()).isEqualTo(2);
  }

  @Test
  void thePageTheTableAndTheApiSayTheSame() throws Exception {
    for (int i = 0; i < 5; i++) {
      answered(Satisfaction.VERY_SATISFIED, Solved.SOLVED, 10);
    }
    String page = body("/console/satisfaction?by=owner", manager);
    assertThat(page).contains("figures-wang", "100.0%", "怎么算", "NPS =");
    assertThat(body("/console/satisfaction?by=owner", stranger))
        .contains("没有结束的回访")
        .doesNotContain("<td>5</td>");
    assertThat(body("/console/satisfaction", manager)).contains("幸福里");
    assertThat(body("/console/satisfaction.csv?by=owner", manager))
        .contains("负责人,已结束", "figures-wang,5,5,0,0,100.0%,5,100.0,100.0%");
    assertThat(body("/api/v1/surveys/figures?by=owner", manager))
        .contains(
            "\"who\":\"figures-wang\"", "\"settled\":5", "\"answerRate\":100.0", "\"nps\":100.0");
    assertThat(body("/api/v1/surveys/figures?by=estate", stranger)).contains("\"figures\":[]");
    assertThat(status("/api/v1/surveys/figures", manager)).isEqualTo(400);
    assertThat(status("/api/v1/surveys/figures?by=owner&from=2026-03-02&to=2026-03-01", manager))
        .isEqualTo(400);
    for (String path : List.of("/console/satisfaction", "/api/v1/surveys/figures?by=owner")) {
      assertThat(status(path, Staff.signedIn(Role.AGENT, estate.value()))).isEqualTo(403);
      assertThat(status(path, Staff.signedIn(Role.QUALITY, estate.value()))).isEqualTo(200);
    }
  }

  private void answered(Satisfaction satisfaction, Solved solved, int recommendation) {
    TicketNumber ticket = asked.solved(estate, null, "figures-wang");
    assertThat(
            asked.answered(
                ticket, solved, satisfaction, Map.of(Item.RECOMMENDATION, recommendation)))
        .isTrue();
  }

  private void task(TicketNumber ticket, String party, String state) {
    jdbc.sql(
            "INSERT INTO task (ticket, number, party_kind, party, state, opened_at, since)"
                + " SELECT :ticket, COUNT(*) + 1, 'third-party', :party, :state, '2026-01-01',"
                + " '2026-01-01' FROM task WHERE ticket = :ticket")
        .param("ticket", ticket.value())
        .param("party", party)
        .param("state", state)
        .update();
  }

  private Figure only(By by) {
    List<Figure> all = of(by, manager);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private List<Figure> of(By by, SignedInUser who) {
    return figures.of(by, Period.of(null, null, clock.instant()), who.scope());
  }

  private Period lastYear() {
    return Period.of(null, null, clock.instant().minus(Duration.ofDays(365)));
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
