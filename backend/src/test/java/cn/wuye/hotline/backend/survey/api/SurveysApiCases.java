package cn.wuye.hotline.backend.survey.api;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.api.Http;
import cn.wuye.hotline.backend.api.Http.Reply;
import cn.wuye.hotline.backend.api.TestUsers;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.survey.SurveyPlan;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.util.UriComponentsBuilder;

/** Surveys over REST, on every database. */
@SuppressWarnings("NullAway.Init")
abstract class SurveysApiCases {
  private static final String SURVEYS = "/api/v1/surveys";

  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired PasswordEncoder encoder;
  @Autowired Estates estates;
  @Autowired SurveyPlan plan;
  @Autowired Clock clock;

  private EstateId estate;
  private Http boss;
  private Http agent;
  private Http other;
  private Http crew;
  private Http stranger;
  private Http manager;

  @BeforeEach
  void people() {
    estate = SampleEstates.another(estates).requireId();
    boss = new Http(mvc, TestUsers.admin(jdbc, encoder));
    agent = new Http(mvc, TestUsers.agentOf(jdbc, encoder, estate));
    other = new Http(mvc, TestUsers.agentOf(jdbc, encoder, estate));
    crew = new Http(mvc, TestUsers.crewOf(jdbc, encoder, estate));
    stranger =
        new Http(mvc, TestUsers.agentOf(jdbc, encoder, SampleEstates.another(estates).requireId()));
    manager = new Http(mvc, TestUsers.manager(jdbc, encoder));
  }

  @AfterEach
  void goOn() {
    plan.resume("boss");
  }

  @Test
  void anAnswerIsEnteredOnceAndFoundByStateScoreTimeAndWords() {
    String ticket = solved();
    String id = surveyOf(ticket);
    String word = "漏" + UUID.randomUUID().toString().substring(0, 8);

    Reply open = agent.get(SURVEYS + "/" + id);
    assertThat(open.<String>at("$.state")).isEqualTo("planned");
    assertThat(open.<Boolean>at("$.open")).isTrue();
    assertThat(open.<Object>at("$.answer")).isNull();
    Reply answered =
        answer(
            agent,
            id,
            "\"channel\":\"agent\",\"solved\":\"partly\",\"satisfaction\":3,\"speed\":2,"
                + "\"comment\":\"还有一处 "
                + word
                + "\"");
    assertThat(answered.status()).as(answered.body()).isEqualTo(200);
    assertThat(answered.<String>at("$.state")).isEqualTo("answered");
    assertThat(answered.<Integer>at("$.answer.score")).isEqualTo(60);
    assertThat(answered.<Integer>at("$.answer.speed")).isEqualTo(2);
    assertThat(answered.<String>at("$.answer.enteredBy")).startsWith("agent-");

    Reply late = answer(other, id, "\"channel\":\"visit\",\"solved\":\"solved\"");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.<String>at("$.type")).endsWith("survey-over");
    assertThat(agent.get(SURVEYS + "/" + id).<String>at("$.answer.solved")).isEqualTo("partly");

    assertThat(found(agent, "state=answered&satisfaction=3&estate=" + estate)).containsExactly(id);
    assertThat(found(agent, "text=" + word)).containsExactly(id);
    assertThat(found(agent, "text=" + word + "x")).isEmpty();
    assertThat(found(agent, "from=2020-01-01T00:00:00Z")).containsExactly(id);
    assertThat(found(agent, "to=2020-01-01T00:00:00Z")).isEmpty();
    assertThat(codes(agent.get(SURVEYS + "?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z")))
        .containsExactly("not-before");
    assertThat(found(agent, "ticket=" + ticket)).containsExactly(id);
    assertThat(agent.get("/api/v1/tickets/" + ticket + "/timeline").body())
        .contains("\"surveyed\"", word);
  }

  @Test
  void pagesFollowOneAnotherAndLowScoresCanComeFirst() {
    String fair = answeredWith(3);
    String good = answeredWith(5);
    String bad = answeredWith(1);

    Reply first = agent.get(SURVEYS + "?limit=2");
    assertThat(first.<List<String>>at("$.surveys[*].id")).containsExactly(bad, good);
    assertThat(found(agent, "after=" + first.<String>at("$.next"))).containsExactly(fair);
    Reply low = agent.get(SURVEYS + "?order=low-first&limit=1");
    assertThat(low.<List<String>>at("$.surveys[*].id")).containsExactly(bad);
    assertThat(found(agent, "order=low-first&after=" + low.<String>at("$.next")))
        .containsExactly(fair, good);
    assertThat(agent.get(SURVEYS + "?stat=answered&limit=0").<List<String>>at("$.errors[*].code"))
        .containsExactly("unknown-parameter", "range");
  }

  @Test
  void wrongAnswersAreToldAllAtOnceAndNothingIsKept() {
    String id = surveyOf(solved());

    assertThat(codes(answer(agent, id, "\"channel\":\"agent\",\"comment\":\"好\"")))
        .containsExactly("required");
    assertThat(codes(answer(agent, id, "\"channel\":\"phone\",\"solved\":\"maybe\"")))
        .contains("code", "format");
    assertThat(codes(answer(agent, id, "\"channel\":\"agent\",\"satisfaction\":4,\"attitude\":9")))
        .containsExactlyInAnyOrder("range", "not-asked");
    boolean recommends = Long.parseLong(id) % 3 == 0;
    Reply points =
        answer(agent, id, "\"channel\":\"agent\",\"satisfaction\":5,\"recommendation\":10");
    assertThat(points.status()).isEqualTo(recommends ? 200 : 400);
  }

  @Test
  void nobodyEntersWhatAResidentThinksOfHisOwnWork() {
    String id = surveyOf(solved());
    String solved = "\"channel\":\"visit\",\"solved\":\"solved\"";

    Reply own = answer(boss, id, solved);
    assertThat(own.status()).isEqualTo(403);
    assertThat(own.<String>at("$.type")).endsWith("survey-own-work");
    assertThat(own.<String>at("$.detail")).contains("请让别的同事向业主核实");
    assertThat(answer(crew, id, solved.replace("visit", "agent")).status()).isEqualTo(403);
    assertThat(agent.get(SURVEYS + "/" + id).<Boolean>at("$.open")).isTrue();
    assertThat(answer(crew, id, solved).status()).isEqualTo(200);

    String ticket = solved();
    jdbc.sql("UPDATE ticket SET owner = NULL WHERE number = ?").param(ticket).update();
    jdbc.sql(
            "INSERT INTO assignment (ticket, worker, state, offered_at, since)"
                + " SELECT ?, username, 'done', '2026-01-01', '2026-01-01' FROM app_user"
                + " WHERE username LIKE 'crew-%' ORDER BY id DESC LIMIT 1")
        .param(ticket)
        .update();
    assertThat(answer(crew, surveyOf(ticket), solved).status()).isEqualTo(403);
    assertThat(answer(boss, surveyOf(ticket), solved).status()).as("who ended it").isEqualTo(403);
    assertThat(answer(agent, surveyOf(ticket), solved).status()).isEqualTo(200);
  }

  @Test
  void whatSheSaysOnThePhoneStandsOverWhatStaffEnterMeanwhile() {
    String id = surveyOf(solved());
    String solved = "\"channel\":\"agent\",\"solved\":\"solved\"";
    jdbc.sql("UPDATE survey SET due_at = '2020-01-01' WHERE id = ?").param(id).update();
    assertThat(plan.take(Long.parseLong(id), "node-1", clock.instant().plusSeconds(300))).isTrue();

    Reply meanwhile = answer(agent, id, solved);
    assertThat(meanwhile.status()).isEqualTo(409);
    assertThat(meanwhile.<String>at("$.type")).endsWith("survey-on-the-phone");
    assertThat(meanwhile.<String>at("$.detail")).contains("正在与业主通话，请等通话结束");
    jdbc.sql(
            "UPDATE survey SET lease_until = NULL, back_call = 'hers', back_until = '2100-01-01'"
                + " WHERE id = ?")
        .param(id)
        .update();
    assertThat(answer(agent, id, solved).status()).as("she has phoned back").isEqualTo(409);

    jdbc.sql("UPDATE survey SET back_until = '2020-01-01' WHERE id = ?").param(id).update();
    assertThat(answer(agent, id, solved).status()).as("its node has died").isEqualTo(200);
  }

  @Test
  void tasksAreListedAndDoneOnceAndTheTicketIsArchived() {
    String ticket = solved();
    answer(agent, surveyOf(ticket), "\"channel\":\"visit\",\"satisfaction\":3");

    Reply list = agent.get(SURVEYS + "/tasks");
    assertThat(list.<List<String>>at("$.tasks[*].kind")).containsExactly("phone");
    assertThat(list.<List<String>>at("$.tasks[*].ticket")).containsExactly(ticket);
    assertThat(list.<List<Boolean>>at("$.tasks[*].late")).containsExactly(false);
    String done = SURVEYS + "/tasks/" + list.<List<String>>at("$.tasks[*].id").get(0) + "/done";
    assertThat(stranger.get(SURVEYS + "/tasks").<List<String>>at("$.tasks[*].id")).isEmpty();
    assertThat(stranger.post(done, "{\"words\":\"x\"}").status()).isEqualTo(404);
    assertThat(manager.post(done, "{\"words\":\"x\"}").status()).isEqualTo(403);
    assertThat(codes(agent.post(done, "{\"words\":\" \"}"))).containsExactly("required");
    Reply own = boss.post(done, "{\"words\":\"已致电\"}");
    assertThat(own.status()).as("who ended the work").isEqualTo(403);
    assertThat(own.<String>at("$.type")).endsWith("survey-own-work");
    assertThat(agent.get("/api/v1/tickets/" + ticket).<String>at("$.state")).isEqualTo("callback");

    assertThat(agent.post(done, "{\"words\":\"已致电\"}").<Boolean>at("$.open")).isFalse();
    assertThat(agent.post(done, "{\"words\":\"已致电\"}").<String>at("$.type"))
        .endsWith("survey-task-over");
    assertThat(agent.get("/api/v1/tickets/" + ticket).<String>at("$.state")).isEqualTo("archived");
    assertThat(agent.get("/api/v1/tickets/" + ticket + "/timeline").body()).contains("已致电");
  }

  @Test
  void surveysOfOtherEstatesDoNotExistAndWhoOnlyReadsEntersNothing() {
    String ticket = solved();
    String id = surveyOf(ticket);

    assertThat(found(stranger, "state=planned")).isEmpty();
    for (String path :
        List.of(SURVEYS + "/" + id, SURVEYS + "/x", "/api/v1/tickets/" + ticket + "/surveys")) {
      assertThat(stranger.get(path).status()).as(path).isEqualTo(404);
    }
    String solved = "\"channel\":\"agent\",\"solved\":\"solved\"";
    assertThat(answer(stranger, id, solved).<String>at("$.type")).endsWith("survey-unknown");
    assertThat(answer(manager, id, solved).status()).isEqualTo(403);
    assertThat(manager.get(SURVEYS + "/" + id).<String>at("$.state")).isEqualTo("planned");
  }

  @Test
  void theSwitchIsTheCompanysAndSaysWhoSetIt() {
    assertThat(turn(agent, true).status()).isEqualTo(403);
    assertThat(plan.paused()).isFalse();
    assertThat(codes(boss.send(put("{}")))).containsExactly("required");

    Reply paused = turn(boss, true);
    assertThat(paused.<Boolean>at("$.paused")).isTrue();
    assertThat(paused.<String>at("$.by")).startsWith("admin-");
    assertThat(plan.paused()).isTrue();
    assertThat(agent.get(SURVEYS + "/switch").<String>at("$.by"))
        .isEqualTo(paused.<String>at("$.by"));
    assertThat(turn(manager, false).<Boolean>at("$.paused")).isFalse();
    assertThat(
            jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE action = 'survey.paused'")
                .query(Long.class)
                .single())
        .isPositive();
  }

  private Reply turn(Http who, boolean paused) {
    return who.send(put("{\"paused\":" + paused + "}"));
  }

  private static MockHttpServletRequestBuilder put(String json) {
    return MockMvcRequestBuilders.request(HttpMethod.PUT, URI.create(SURVEYS + "/switch"))
        .contentType(MediaType.APPLICATION_JSON)
        .content(json);
  }

  private static List<String> codes(Reply reply) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(400);
    return reply.at("$.errors[*].code");
  }

  private static List<String> found(Http who, String query) {
    URI address = UriComponentsBuilder.fromPath(SURVEYS).query(query).encode().build().toUri();
    Reply reply = who.get(address.toString());
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.at("$.surveys[*].id");
  }

  private Reply answer(Http who, String survey, String fields) {
    return who.post(SURVEYS + "/" + survey + "/answers", "{" + fields + "}");
  }

  private String answeredWith(int satisfaction) {
    String id = surveyOf(solved());
    Reply reply = answer(agent, id, "\"channel\":\"agent\",\"satisfaction\":" + satisfaction);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return id;
  }

  private String surveyOf(String ticket) {
    List<String> ids = agent.get("/api/v1/tickets/" + ticket + "/surveys").at("$.surveys[*].id");
    assertThat(ids).hasSize(1);
    return ids.get(0);
  }

  private String solved() {
    String path =
        boss.post(
                "/api/v1/tickets",
                "{\"category\":\"facilities\",\"text\":\"水管漏水\",\"place\":{\"estateId\":\""
                    + estate
                    + "\"},\"reporter\":{\"name\":\"王女士\",\"phone\":\"139"
                    + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999)
                    + "\"}}")
            .header(HttpHeaders.LOCATION);
    boss.post(path + "/transitions", "{\"version\":0,\"verb\":\"accept\"}");
    Reply solved =
        boss.post(path + "/transitions", "{\"version\":1,\"verb\":\"solve\",\"reason\":\"换了垫圈\"}");
    assertThat(solved.status()).as(solved.body()).isEqualTo(200);
    return solved.at("$.number");
  }
}
