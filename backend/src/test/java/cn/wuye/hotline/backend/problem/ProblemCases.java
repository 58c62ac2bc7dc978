package cn.wuye.hotline.backend.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.wuye.hotline.backend.api.Http;
import cn.wuye.hotline.backend.api.Http.Reply;
import cn.wuye.hotline.backend.api.TestUsers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;

/** Every wrong request is told what was wrong. */
@SuppressWarnings("NullAway.Init")
abstract class ProblemCases {
  private static final String TICKETS = "/api/v1/tickets";

  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired PasswordEncoder encoder;

  private Http agent;

  @BeforeEach
  void user() {
    agent = new Http(mvc, TestUsers.agent(jdbc, encoder));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"category\":\"fees\"} | text | required",
        "{\"text\":\"  \",\"category\":\"fees\"} | text | required",
        "{\"text\":\"a\",\"category\":\"fees\",\"urgency\":\"very\"} | urgency | code",
        "{\"text\":\"a\",\"category\":\"fees\",\"urgency\":1} | urgency | code",
        "{\"text\":\"a\",\"category\":\"fees\",\"urgency\":[]} | urgency | type",
        "{\"text\":1,\"category\":\"fees\"} | text | type",
        "{\"text\":[\"a\"],\"category\":\"fees\"} | text | type",
        "{\"text\":\"a\",\"categroy\":\"fees\"} | categroy | unknown",
        "{\"text\":\"a\",\"category\":\"fees\",\"subcategory\":\"lift\"} | category | unknown-category",
        "{\"text\":\"a\",\"category\":\"fees\",\"place\":\"here\"} | place | type",
        "{\"text\":\"a\",\"category\":\"fees\",\"place\":{\"estateId\":\"x\"}} | place.estateId | format",
        "{\"text\":\"a\",\"category\":\"fees\",\"place\":{\"estateId\":\"999999999\"}} | place.estateId | unknown-estate",
        "{\"text\":\"a\",\"category\":\"fees\",\"reporter\":{\"residentId\":\"999999999\"}} | reporter.residentId | unknown-resident",
        "{\"text\":\"a\",\"category\":\"fees\",\"reporter\":{\"phone\":\"call me\"}} | reporter.phone | format",
        "{\"text\":\"a\",\"category\":\"fees\",\"openedAt\":\"yesterday\"} | openedAt | value",
        "{\"text\":\"a\\u0000b\",\"category\":\"fees\"} | text | control-character",
      })
  void aWrongFieldIsNamed(String body, String field, String code) {
    Reply reply = agent.post(TICKETS, body);

    assertThat(reply.status()).as(reply.body()).isEqualTo(400);
    assertThat(reply.<List<String>>at("$.errors[*].field")).containsExactly(field);
    assertThat(reply.<List<String>>at("$.errors[*].code")).containsExactly(code);
    assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    assertThat(reply.<String>at("$.type")).startsWith("urn:hotline:problem:");
  }

  @Test
  void allWrongFieldsAreToldAtOnceAndNothingIsCut() {
    String body =
        "{\"text\":\"%s\",\"place\":{\"room\":\"%s\"}}".formatted("漏".repeat(4001), "1".repeat(31));

    Reply reply = agent.post(TICKETS, body);

    assertThat(reply.<List<String>>at("$.errors[*].field"))
        .containsExactly("category", "text", "place.room");
    assertThat(reply.<List<String>>at("$.errors[?(@.field=='text')].message").get(0))
        .contains("4000")
        .contains("4001");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?state=gone | state | code",
        "?urgancy=urgent | urgancy | unknown-parameter",
        "?limit=0 | limit | range",
        "?limit=many | limit | format",
        "?from=yesterday | from | format",
        "?after=xyz | after | format",
        "?estate=-1 | estate | format",
        "?reporterPhone=abc | reporterPhone | format",
      })
  void aWrongParameterIsNamed(String query, String parameter, String code) {
    Reply reply = agent.get(TICKETS + query);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.<List<String>>at("$.errors[*].field")).containsExactly(parameter);
    assertThat(reply.<List<String>>at("$.errors[*].code")).containsExactly(code);
  }

  @Test
  void brokenJsonIsToldWhere() {
    assertProblem(agent.post(TICKETS, "{\n \"text\": "), 400, "body-broken", "第 2 行");
    assertProblem(agent.post(TICKETS, ""), 400, "body-missing", "正文");
    assertProblem(agent.post(TICKETS, "[]"), 400, "body-not-an-object", "对象，即写在花括号里的");
    assertProblem(agent.post(TICKETS, "{\"text\":\"a\"} x"), 400, "body-broken", "JSON");
  }

  @Test
  void wrongRoutesMethodsAndTypesAreTold() {
    assertProblem(agent.get("/api/v1/tikets"), 404, "route-unknown", "/api/v1");
    assertProblem(agent.get("/api/nothing"), 404, "route-unknown", "路径");
    Reply deleted = agent.send(delete(TICKETS));
    assertProblem(deleted, 405, "method-not-allowed", "DELETE");
    assertThat(deleted.header("Allow")).contains("GET").contains("POST");
    assertProblem(
        agent.send(post(TICKETS).contentType(MediaType.TEXT_PLAIN).content("a")),
        415,
        "media-type-unsupported",
        "text/plain");
    assertProblem(
        agent.send(
            post(TICKETS)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"text\":\"" + "a".repeat(300_000) + "\"}")),
        413,
        "body-too-large",
        "262144");
  }

  @Test
  void whatNoHonestClientSendsIsRefusedAndNoFailureOfOurs() {
    assertProblem(agent.get(TICKETS + "?%C2%93%03=a"), 400, "request-rejected", "字符");
    assertProblem(agent.get(TICKETS + "/a%25b/notes"), 400, "request-rejected", "字符");
  }

  @Test
  void aTicketThatIsNotThereOrCannotBeIsTold() {
    assertProblem(agent.get(TICKETS + "/1000006"), 404, "ticket-unknown", "1000006");
    assertProblem(agent.get(TICKETS + "/abc"), 404, "ticket-unknown", "校验");
    Reply reply = agent.patch(TICKETS + "/1000006", "{\"text\":\"a\"}");
    assertThat(reply.<List<String>>at("$.errors[*].field")).containsExactly("version");
  }

  @Test
  void whoIsNotKnownOrNotAllowedIsTold() {
    Reply stranger = new Http(mvc, new HttpHeaders()).get(TICKETS);
    Reply manager =
        new Http(mvc, TestUsers.manager(jdbc, encoder))
            .post(TICKETS, "{\"text\":\"a\",\"category\":\"fees\"}");

    assertProblem(stranger, 401, "unauthorized", "HTTP Basic");
    assertThat(stranger.header("WWW-Authenticate")).startsWith("Basic");
    assertProblem(manager, 403, "forbidden", "角色");
  }

  @Test
  void englishIsSpokenToThoseWhoPreferIt() {
    Reply english = agent.with("Accept-Language", "en-US,en;q=0.9").get(TICKETS + "/abc");
    Reply german = agent.with("Accept-Language", "de").get(TICKETS + "/abc");

    assertThat(english.<String>at("$.title")).isEqualTo("No such ticket");
    assertThat(english.header("Content-Language")).isEqualTo("en");
    assertThat(german.<String>at("$.title")).isEqualTo("没有这个工单");
  }

  private static void assertProblem(Reply reply, int status, String code, String detail) {
    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    assertThat(reply.<String>at("$.type")).isEqualTo("urn:hotline:problem:" + code);
    assertThat(reply.<String>at("$.detail")).contains(detail);
    assertThat(reply.<Integer>at("$.status")).isEqualTo(status);
  }
}
