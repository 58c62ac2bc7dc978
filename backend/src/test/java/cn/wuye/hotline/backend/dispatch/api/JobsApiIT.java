package cn.wuye.hotline.backend.dispatch.api;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.api.Http;
import cn.wuye.hotline.backend.api.Http.Reply;
import cn.wuye.hotline.backend.api.TestUsers;
import cn.wuye.hotline.backend.database.OnMariaDb;
import cn.wuye.hotline.backend.dispatch.staff.Crew;
import cn.wuye.hotline.backend.dispatch.staff.CrewMember;
import cn.wuye.hotline.backend.dispatch.staff.DispatchSettings;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;

/** Jobs over REST. */
@OnMariaDb
@SuppressWarnings("NullAway.Init")
class JobsApiIT {
  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired PasswordEncoder encoder;
  @Autowired Estates estates;
  @Autowired Crew crew;
  @Autowired DispatchSettings settings;

  private Http boss;
  private Http worker;
  private Http stranger;
  private String login;
  private String path;

  @BeforeEach
  void ticket() {
    EstateId estate = SampleEstates.another(estates).requireId();
    boss = new Http(mvc, TestUsers.admin(jdbc, encoder));
    HttpHeaders agent = TestUsers.agentOf(jdbc, encoder, estate);
    worker = new Http(mvc, agent);
    login = login(agent);
    stranger =
        new Http(mvc, TestUsers.agentOf(jdbc, encoder, SampleEstates.another(estates).requireId()));
    long id =
        jdbc.sql("SELECT id FROM app_user WHERE username = ?")
            .param(login)
            .query(Long.class)
            .single();
    settings.saveMember(
        new CrewMember(id, 0, login, login, true, "engineering", true, Set.of(), List.of(), null),
        "admin");
    path =
        boss.post(
                "/api/v1/tickets",
                "{\"category\":\"facilities\",\"subcategory\":\"lift\",\"text\":\"电梯坏了\","
                    + "\"place\":{\"estateId\":\""
                    + estate
                    + "\"}}")
            .header(HttpHeaders.LOCATION);
  }

  private static String login(HttpHeaders headers) {
    String basic = Objects.requireNonNull(headers.getFirst(HttpHeaders.AUTHORIZATION));
    String decoded =
        new String(
            Base64.getDecoder().decode(basic.substring("Basic ".length())), StandardCharsets.UTF_8);
    return decoded.substring(0, decoded.indexOf(':'));
  }

  @Test
  void givenAcceptedAndDone() {
    Reply given = assign(boss, 0);

    assertThat(given.status()).as(given.body()).isEqualTo(200);
    assertThat(given.<String>at("$.owner")).isEqualTo(login);
    assertThat(given.<String>at("$.state")).isEqualTo("dispatched");
    assertThat(given.<String>at("$.reason")).contains("指派给").contains("懂电梯");
    assertThat(given.<List<String>>at("$.offers[*].state")).containsExactly("offered");
    assertThat(given.<List<String>>at("$.tasks[*].party")).containsExactly("customer-service");
    assertThat(deed("arrived").<String>at("$.type")).endsWith("job-not-accepted");
    assertThat(deed("accept").status()).isEqualTo(200);
    assertThat(deed("arrived").<String>at("$.state")).isEqualTo("in-progress");
    assertThat(deed("done").<String>at("$.type")).endsWith("job-words-missing");
    Reply done = worker.post(path + "/deeds", "{\"deed\":\"done\",\"words\":\"换了皮带\"}");
    assertThat(done.<String>at("$.state")).isEqualTo("solved");
    assertThat(worker.get(path).<String>at("$.owner")).isEqualTo(login);
  }

  @Test
  void anOldVersionAndAMissingRightAreToldAndHelpersMoveTheirTasks() {
    assign(boss, 0);

    assertThat(assign(boss, 0).<String>at("$.type")).endsWith("ticket-changed");
    assertThat(assign(worker, 0).<String>at("$.type")).endsWith("job-not-dispatcher");
    String task = boss.get(path + "/job").<List<String>>at("$.tasks[*].id").get(0);
    Reply moved = boss.post(path + "/tasks/" + task, "{\"state\":\"done\",\"words\":\"已告知业主\"}");
    assertThat(moved.<List<String>>at("$.tasks[*].state")).containsExactly("done");
    assertThat(
            boss.post(path + "/tasks/" + task, "{\"state\":\"refused\",\"words\":\"x\"}")
                .<String>at("$.type"))
        .endsWith("task-moved");
    assertThat(boss.post(path + "/tasks/999999", "{\"state\":\"done\",\"words\":\"x\"}").status())
        .isEqualTo(404);
  }

  @Test
  void ticketsOfOtherEstatesDoNotExist() {
    assign(boss, 0);
    String task = boss.get(path + "/job").<List<String>>at("$.tasks[*].id").get(0);

    assertThat(stranger.get(path + "/job").status()).isEqualTo(404);
    assertThat(assign(stranger, 1).status()).isEqualTo(404);
    for (String deed : List.of("accept", "refuse", "arrived", "hand-over", "done")) {
      assertThat(
              stranger
                  .post(path + "/deeds", "{\"deed\":\"" + deed + "\",\"words\":\"x\"}")
                  .status())
          .isEqualTo(404);
    }
    assertThat(
            stranger.post(path + "/tasks/" + task, "{\"state\":\"done\",\"words\":\"x\"}").status())
        .isEqualTo(404);
  }

  @Test
  void whatIsNotOurDutyNeedsAReasonFromTheList() {
    String decline = "{\"version\":0,\"verb\":\"decline\",\"reason\":\"室内水管\"";

    assertThat(boss.post(path + "/transitions", decline + "}").<List<String>>at("$.errors[*].code"))
        .containsExactly("duty-reason-missing");
    assertThat(
            boss.post(path + "/transitions", decline + ",\"dutyReason\":\"private-part\"}")
                .<String>at("$.state"))
        .isEqualTo("not-our-duty");
    assertThat(boss.get(path + "/timeline").body()).contains("\"duty\":\"private-part\"");
  }

  @ParameterizedTest
  @CsvSource({
    "solve, solved, 更换门机皮带",
    "not-confirm, not-confirmed, 现场未见异常",
    "withdraw, withdrawn, 业主自行撤回"
  })
  void anOutcomeEndsTheWorkWithItsReason(String verb, String state, String reason) {
    boss.post(path + "/transitions", "{\"version\":0,\"verb\":\"accept\"}");
    String wish = "{\"version\":1,\"verb\":\"" + verb + "\",\"reason\":\"" + reason + "\"}";

    assertThat(boss.post(path + "/transitions", wish).<String>at("$.state")).isEqualTo(state);
    assertThat(boss.get(path + "/timeline").body()).contains(reason);
    assertThat(deed("accept").<String>at("$.type")).endsWith("job-finished");
  }

  @Test
  void aDuplicateLeadsToTheTicketThatCarriesOn() {
    String survivor =
        boss.post("/api/v1/tickets", "{\"category\":\"facilities\",\"text\":\"电梯坏了\"}")
            .at("$.number");
    String mark = "{\"version\":0,\"verb\":\"mark-duplicate\"";

    assertThat(boss.post(path + "/transitions", mark + "}").<List<String>>at("$.errors[*].code"))
        .containsExactly("survivor-missing");
    Reply marked =
        boss.post(path + "/transitions", mark + ",\"duplicateOf\":\"" + survivor + "\"}");
    assertThat(marked.<String>at("$.state")).isEqualTo("duplicate");
    assertThat(marked.<String>at("$.duplicateOf")).isEqualTo(survivor);
  }

  private Reply assign(Http who, long version) {
    return who.post(
        path + "/assignments",
        "{\"version\":" + version + ",\"worker\":\"" + login + "\",\"reason\":\"懂电梯\"}");
  }

  private Reply deed(String deed) {
    return worker.post(path + "/deeds", "{\"deed\":\"" + deed + "\"}");
  }
}
