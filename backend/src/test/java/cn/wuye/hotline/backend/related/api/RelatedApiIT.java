package cn.wuye.hotline.backend.related.api;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.api.Http;
import cn.wuye.hotline.backend.api.Http.Reply;
import cn.wuye.hotline.backend.api.TestUsers;
import cn.wuye.hotline.backend.database.OnMariaDb;
import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;

/** Merges and incidents over REST. */
@OnMariaDb
@SuppressWarnings("NullAway.Init")
class RelatedApiIT {
  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired PasswordEncoder encoder;
  @Autowired Estates estates;

  private Http boss;
  private Http agent;
  private Http stranger;
  private EstateId estate;
  private String first;
  private String second;

  @BeforeEach
  void tickets() {
    estate = SampleEstates.another(estates).requireId();
    boss = new Http(mvc, TestUsers.admin(jdbc, encoder));
    agent = new Http(mvc, TestUsers.agentOf(jdbc, encoder, estate));
    stranger =
        new Http(mvc, TestUsers.agentOf(jdbc, encoder, SampleEstates.another(estates).requireId()));
    first = open("电梯坏了，门关不上");
    second = open("三号楼电梯门关不上");
  }

  private String open(String text) {
    return boss.post(
            "/api/v1/tickets",
            "{\"category\":\"facilities\",\"subcategory\":\"lift\",\"text\":\""
                + text
                + "\",\"place\":{\"estateId\":\""
                + estate
                + "\",\"building\":\"3号楼\"}}")
        .header(HttpHeaders.LOCATION)
        .replaceFirst(".*/", "");
  }

  @Test
  void mergedPreviewedFoundAndTakenBack() {
    Reply candidates = boss.get(path(second) + "/related");
    assertThat(candidates.<List<String>>at("$.candidates[*].number")).containsExactly(first);
    assertThat(candidates.<List<String>>at("$.candidates[0].reasons[*].finding"))
        .contains("same-building", "same-subcategory", "within-hour", "words-alike");
    Reply preview = boss.get(path(second) + "/merge?survivor=" + first);
    assertThat(preview.<String>at("$.survivor")).isEqualTo(first);
    assertThat(preview.<Integer>at("$.reports")).isEqualTo(2);

    Reply merged = merge(boss, 0);

    assertThat(merged.status()).as(merged.body()).isEqualTo(200);
    assertThat(merged.<String>at("$.head")).isEqualTo(first);
    assertThat(merged.<String>at("$.merge.before")).isEqualTo("new");
    assertThat(boss.get(path(first) + "/related").<List<String>>at("$.merged"))
        .containsExactly(second);
    assertThat(boss.get(path(second)).<String>at("$.duplicateOf")).isEqualTo(first);
    assertThat(merge(boss, 0).<String>at("$.type")).endsWith("ticket-changed");
    Reply undone = boss.post(path(second) + "/merge/undo", "{\"version\":1,\"reason\":\"两部电梯\"}");
    assertThat(undone.<String>at("$.state")).isEqualTo("new");
    assertThat(undone.<List<String>>at("$.candidates[*].number")).isEmpty();
  }

  @Test
  void whatCannotBeMergedIsTold() {
    assertThat(boss.post(path(second) + "/merge", "{}").<List<String>>at("$.errors[*].field"))
        .containsExactlyInAnyOrder("version", "survivor", "reason");
    assertThat(
            boss.post(
                    path(second) + "/merge",
                    "{\"version\":0,\"survivor\":\"" + second + "\",\"reason\":\"x\"}")
                .<List<String>>at("$.errors[*].code"))
        .containsExactly("circular-duplicate");
    assertThat(
            boss.post(path(second) + "/merge/undo", "{\"version\":0,\"reason\":\"x\"}")
                .<String>at("$.type"))
        .endsWith("transition-refused");
  }

  @Test
  void anIncidentIsDeclaredChangedAndRevoked() {
    String incident = path(first) + "/incident";
    Reply declared = boss.post(incident, "{\"announcement\":\"3号楼停电\",\"buildings\":[\"3号楼\"]}");

    assertThat(declared.status()).as(declared.body()).isEqualTo(200);
    assertThat(declared.<String>at("$.incident.announcement")).isEqualTo("3号楼停电");
    assertThat(declared.<Boolean>at("$.incident.open")).isTrue();
    assertThat(
            boss.get("/api/v1/tickets?relation=incident&estate=" + estate)
                .<List<String>>at("$.tickets[*].number"))
        .containsExactly(first);
    assertThat(boss.post(incident, "{\"announcement\":\"3号楼停电\"}").<String>at("$.type"))
        .endsWith("incident-already");
    assertThat(
            boss.patch(incident, "{\"version\":0,\"announcement\":\"停电\",\"buildings\":[\"99号楼\"]}")
                .<String>at("$.type"))
        .endsWith("incident-building-unknown");
    assertThat(
            boss.patch(incident, "{\"version\":0,\"announcement\":\"停电\",\"buildings\":[null]}")
                .<List<String>>at("$.errors[*].field"))
        .containsExactly("buildings");
    Reply changed =
        boss.patch(
            incident,
            "{\"version\":0,\"announcement\":\"停电\",\"expectedEnd\":\"2030-01-01T00:00:00Z\"}");
    assertThat(changed.<String>at("$.incident.expectedEnd")).startsWith("2030-01-01");
    assertThat(boss.post(incident + "/revoke", "{\"version\":0}").<String>at("$.type"))
        .endsWith("incident-changed");
    assertThat(boss.post(incident + "/revoke", "{\"version\":1}").status()).isEqualTo(200);
  }

  @Test
  void otherEstatesTicketsDoNotExistAndAgentsDecideNothing() {
    for (String read : List.of("/related", "/merge?survivor=" + first)) {
      assertThat(stranger.get(path(second) + read).status()).as(read).isEqualTo(404);
    }
    assertThat(agent.get(path(second) + "/related").status()).isEqualTo(200);
    assertThat(merge(agent, 0).status()).isEqualTo(403);
    assertThat(agent.post(path(second) + "/distinct", "{\"other\":\"" + first + "\"}").status())
        .isEqualTo(403);
    assertThat(agent.post(path(first) + "/incident", "{\"announcement\":\"停电\"}").status())
        .isEqualTo(403);
    assertThat(boss.post("/api/v1/incidents/proposals/999999/dismiss", "{}").status())
        .isEqualTo(404);
    assertThat(stranger.get("/api/v1/incidents/proposals").<List<?>>at("$.proposals")).isEmpty();
  }

  private Reply merge(Http who, int version) {
    return who.post(
        path(second) + "/merge",
        "{\"version\":" + version + ",\"survivor\":\"" + first + "\",\"reason\":\"同一部电梯\"}");
  }

  private static String path(String number) {
    return "/api/v1/tickets/" + number;
  }
}
