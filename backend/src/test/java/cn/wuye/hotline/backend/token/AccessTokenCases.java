package cn.wuye.hotline.backend.token;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.api.Http;
import cn.wuye.hotline.backend.api.Http.Reply;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.user.CurrentStaff;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Programs that sign in with a token, on every database. */
@SuppressWarnings("NullAway.Init")
abstract class AccessTokenCases {
  private static final String TICKET = "{\"text\":\"电梯坏了\",\"category\":\"facilities\"}";

  @Autowired ApplicationContext application;
  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired AccessTokens tokens;
  @Autowired CurrentStaff staff;
  @Autowired Estates estates;

  private String name;
  private SignedInUser agent;

  @BeforeEach
  void anAgent() {
    name = "token-" + UUID.randomUUID().toString().substring(0, 8);
    Staff.add(application, name, Role.AGENT);
    agent = user(name);
  }

  @Test
  void aTokenDoesWhatItsScopesSayAndTellsWhatIsMissing() {
    Http reader = client(made(agent, Scope.TICKETS_READ));
    Http writer = client(made(agent, Scope.TICKETS_READ, Scope.TICKETS_WRITE));

    Reply refused = reader.post("/api/v1/tickets", TICKET);
    Reply opened = writer.post("/api/v1/tickets", TICKET);

    assertThat(reader.get("/api/v1/tickets?limit=1").status()).isEqualTo(200);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.<String>at("$.type")).isEqualTo("urn:hotline:problem:scope-missing");
    assertThat(refused.<String>at("$.scope")).isEqualTo("tickets:write");
    assertThat(refused.<String>at("$.detail")).contains("tickets:write");
    assertThat(reader.get("/api/v1/residents?phone=13800000001").<String>at("$.scope"))
        .isEqualTo("residents:read");
    assertThat(reader.get("/api/v1/something-new").<String>at("$.scope")).isEqualTo("admin");
    assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    assertThat(timelineActor(opened)).isEqualTo("user:" + name);
  }

  private String timelineActor(Reply opened) {
    return jdbc.sql("SELECT actor FROM ticket_event WHERE ticket = ? AND kind = 'opened'")
        .param(opened.<String>at("$.number"))
        .query(String.class)
        .single();
  }

  @Test
  void aTokenHasNeverMoreRightsThanItsOwnerHasNow() {
    String secret = made(agent, Scope.TICKETS_READ, Scope.TICKETS_WRITE, Scope.ESTATES_READ);
    Http client = client(secret);
    long estate = SampleEstates.another(estates).requireId().value();
    assertThat(client.get("/api/v1/estates/" + estate).status()).isEqualTo(200);

    jdbc.sql("UPDATE app_user SET all_estates = FALSE WHERE id = ?").param(agent.id()).update();
    assertThat(client.get("/api/v1/estates/" + estate).status()).isEqualTo(404);

    jdbc.sql("UPDATE app_user_role SET role = 'quality' WHERE user_id = ?")
        .param(agent.id())
        .update();
    assertThat(client.post("/api/v1/tickets", TICKET).<String>at("$.type")).endsWith(":forbidden");

    jdbc.sql("UPDATE app_user SET enabled = FALSE WHERE id = ?").param(agent.id()).update();
    assertInvalid(client);
  }

  @Test
  void whatIsRevokedExpiredOrMadeUpIsRefusedAtOnce() {
    String revoked = made(agent, Scope.TICKETS_READ);
    long id = tokens.of(agent).get(0).id();
    assertThat(client(revoked).get("/api/v1/categories").status()).isEqualTo(200);
    String other = "token-" + UUID.randomUUID().toString().substring(0, 8);
    Staff.add(application, other, Role.AGENT);

    assertThat(tokens.revoke(id, user(other))).as("somebody else's").isFalse();
    assertThat(tokens.revoke(id, agent)).isTrue();
    assertThat(tokens.revoke(id, agent)).as("once more").isFalse();
    assertThat(
            jdbc.sql("SELECT action FROM audit_entry WHERE actor = ? ORDER BY sequence")
                .param("user:" + name)
                .query(String.class)
                .list())
        .endsWith("token.made", "token.revoked");
    assertInvalid(client(revoked));
    assertThat(tokens.of(agent)).isEmpty();

    String expired = made(agent, Scope.TICKETS_READ);
    jdbc.sql("UPDATE access_token SET expires_at = '2026-01-01' WHERE user_id = ?")
        .param(agent.id())
        .update();
    assertInvalid(client(expired));
    assertInvalid(client(TokenSecret.random().text()));
    assertInvalid(client("hl_' OR 1=1"));
    assertInvalid(client(""));
  }

  @Test
  void theSecretIsKeptNowhereAndUseIsNotedOnceAMinute() {
    String secret = made(agent, Scope.TICKETS_READ);
    String row =
        jdbc.sql("SELECT * FROM access_token WHERE user_id = ?")
            .param(agent.id())
            .query()
            .singleRow()
            .toString();
    assertThat(row).doesNotContain(secret).contains(secret.substring(0, 9));
    assertThat(tokens.of(agent).get(0).lastUsedAt()).isNull();

    client(secret).get("/api/v1/categories");
    var first = tokens.of(agent).get(0).lastUsedAt();
    client(secret).get("/api/v1/categories");

    assertThat(first).isNotNull();
    assertThat(tokens.of(agent).get(0).lastUsedAt()).isEqualTo(first);
  }

  @Test
  void onlyAdministratorsMakeTokensForAdministrationAndNobodyMakesEndlessOnes() {
    assertThat(tokens.make(new NewToken("x", Set.of(Scope.METRICS), 7), agent))
        .isEqualTo(new AccessTokens.Wrong(java.util.Map.of("scopes", "tokens.error.scopes")));
    assertThat(tokens.make(new NewToken(" ", Set.of(), 400), agent))
        .isInstanceOfSatisfying(
            AccessTokens.Wrong.class,
            wrong -> assertThat(wrong.errors()).containsOnlyKeys("name", "scopes", "days"));
  }

  @Test
  void theFiguresAreForAdministratorsWithTheScope() {
    String boss = "token-" + UUID.randomUUID().toString().substring(0, 8);
    Staff.add(application, boss, Role.ADMIN);
    Http metrics = client(made(user(boss), Scope.METRICS));

    Reply figures = metrics.with("Accept", "text/plain").get("/actuator/prometheus");

    assertThat(figures.status()).isEqualTo(200);
    assertThat(figures.body()).contains("hotline_database_open{node=\"node-1\"} 1.0");
    assertThat(metrics.get("/api/v1/tickets").<String>at("$.scope")).isEqualTo("tickets:read");
    assertThat(client(made(agent, Scope.TICKETS_READ)).get("/actuator/prometheus").status())
        .isEqualTo(403);
    assertThat(new Http(mvc, new HttpHeaders()).get("/actuator/prometheus").status())
        .isEqualTo(302);
  }

  private static void assertInvalid(Http client) {
    Reply reply = client.get("/api/v1/categories");
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.<String>at("$.type")).isEqualTo("urn:hotline:problem:token-invalid");
    assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
  }

  private String made(SignedInUser owner, Scope... scopes) {
    return ((AccessTokens.Made)
            tokens.make(new NewToken("test", Set.copyOf(List.of(scopes)), 7), owner))
        .secret();
  }

  private Http client(String secret) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + secret);
    return new Http(mvc, headers);
  }

  private SignedInUser user(String username) {
    long id =
        jdbc.sql("SELECT id FROM app_user WHERE username = ?")
            .param(username)
            .query(Long.class)
            .single();
    return staff.mayWork(id).orElseThrow();
  }
}
