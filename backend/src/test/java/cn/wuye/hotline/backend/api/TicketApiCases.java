package cn.wuye.hotline.backend.api;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.Together;
import cn.wuye.hotline.backend.api.Http.Reply;
import cn.wuye.hotline.backend.dispatch.staff.CategorySettings;
import cn.wuye.hotline.backend.estate.Estate;
import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.estate.SampleEstates;
import cn.wuye.hotline.backend.ticket.Category;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;

/** Tickets over REST, on every database. */
@SuppressWarnings("NullAway.Init")
abstract class TicketApiCases {
  private static final String TICKETS = "/api/v1/tickets";

  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired PasswordEncoder encoder;
  @Autowired Estates estates;
  @Autowired CategorySettings categories;

  private Http agent;
  private Estate estate;

  @BeforeEach
  void users() {
    estate = SampleEstates.another(estates);
    agent = new Http(mvc, TestUsers.agent(jdbc, encoder));
  }

  @Test
  void aTicketIsOpenedAndReadBack() {
    Reply opened = agent.post(TICKETS, body("电梯坏了"));

    assertThat(opened.status()).isEqualTo(201);
    Reply read = agent.get(opened.header(HttpHeaders.LOCATION));
    assertThat(read.body()).isEqualTo(opened.body());
    assertThat(read.<String>at("$.state")).isEqualTo("new");
    assertThat(read.<String>at("$.channel")).isEqualTo("agent");
    assertThat(read.<String>at("$.urgency")).isEqualTo("general");
    assertThat(read.<String>at("$.place.estate")).isEqualTo(estate.name());
    assertThat(read.<String>at("$.place.display")).isEqualTo(estate.name() + " 3号楼 502");
    assertThat(read.<String>at("$.reporter.phone")).isEqualTo("13800000001");
    assertThat(read.<List<String>>at("$.possible")).contains("accept");
    Reply timeline = agent.get(opened.header(HttpHeaders.LOCATION) + "/timeline");
    assertThat(timeline.<List<String>>at("$.events[*].kind")).containsExactly("opened");
  }

  @Test
  void phonesAreMaskedForThoseWhoNeedNoneAndTicketsOfOthersDoNotExist() {
    String path = agent.post(TICKETS, body("电梯坏了")).header(HttpHeaders.LOCATION);
    Http manager = new Http(mvc, TestUsers.manager(jdbc, encoder));
    Http stranger =
        new Http(mvc, TestUsers.agentOf(jdbc, encoder, SampleEstates.another(estates).requireId()));

    assertThat(manager.get(path).<String>at("$.reporter.phone")).isEqualTo("138****0001");
    assertThat(stranger.get(path).status()).isEqualTo(404);
    assertThat(stranger.get(path + "/timeline").status()).isEqualTo(404);
    assertThat(stranger.patch(path, "{\"version\":0,\"text\":\"x\"}").status()).isEqualTo(404);
    assertThat(stranger.post(path + "/notes", "{\"text\":\"x\"}").status()).isEqualTo(404);
    assertThat(stranger.get(TICKETS).<List<Object>>at("$.tickets")).isEmpty();
    assertThat(stranger.get(TICKETS + "/counts").<Object>at("$.states").toString()).isEqualTo("{}");
    assertThat(stranger.post(TICKETS, body("电梯坏了")).<List<String>>at("$.errors[*].field"))
        .containsExactly("place.estateId");
  }

  @Test
  void aCategoryThatIsNoLongerOfferedIsRefusedWithThoseThatAre() {
    String code = "x" + UUID.randomUUID().toString().substring(0, 8);
    Category wanted = new Category(code, "名" + code, "Name " + code, true, List.of());
    assertThat(categories.add(wanted, "admin")).isEmpty();
    String body = "{\"text\":\"x\",\"category\":\"" + code + "\"}";
    assertThat(agent.post(TICKETS, body).status()).isEqualTo(201);
    Category off = new Category(code, wanted.zh(), wanted.en(), false, List.of());
    assertThat(categories.save(off, Optional.empty(), 0, "admin")).isEmpty();

    Reply refused = agent.post(TICKETS, body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.<List<String>>at("$.errors[*].code"))
        .containsExactly("category-not-offered");
    assertThat(refused.<List<String>>at("$.errors[*].message").get(0))
        .contains(code + " 已停用", "facilities (设施设备)", "other (其他)");
    String path = "/api/v1/categories";
    assertThat(agent.get(path).<List<String>>at("$.categories[*].code"))
        .contains("facilities")
        .doesNotContain(code);
    assertThat(agent.get(path + "?all=true").<List<String>>at("$.categories[*].code"))
        .contains("facilities", code);
    assertThat(
            agent
                .get(path + "?all=true")
                .<List<Boolean>>at("$.categories[?(@.code=='" + code + "')].offered"))
        .containsExactly(false);
    assertThat(agent.get(TICKETS + "?category=" + code).<List<Object>>at("$.tickets")).hasSize(1);
  }

  @Test
  void clocksAreReadAndPausedAndARefusalSaysWhatIsPossible() {
    String path = agent.post(TICKETS, body("电梯坏了")).header(HttpHeaders.LOCATION);
    Http stranger =
        new Http(mvc, TestUsers.agentOf(jdbc, encoder, SampleEstates.another(estates).requireId()));

    Reply clocks = agent.get(path + "/clocks");
    assertThat(clocks.<String>at("$.rule")).isEqualTo("general");
    assertThat(clocks.<List<String>>at("$.clocks[*].target")).contains("accept", "solve");
    assertThat(agent.get(path).<String>at("$.nextDue")).isEqualTo(clocks.at("$.nextDue"));

    String part = "{\"reason\":\"waiting-for-part\",\"note\":\"三天后到\"}";
    Reply paused = agent.post(path + "/pauses", part);
    assertThat(paused.status()).isEqualTo(201);
    assertThat(paused.<List<String>>at("$.clocks[?(@.target=='solve')].state"))
        .containsExactly("paused");
    Reply again = agent.post(path + "/pauses", part);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.<String>at("$.detail")).contains("请先继续计时");
    assertThat(agent.post(path + "/pauses/end", "{}").<Boolean>at("$.paused")).isFalse();
    assertThat(agent.post(path + "/pauses/end", "{}").status()).isEqualTo(409);

    agent.patch(path, "{\"version\":0,\"urgency\":\"emergency\"}");
    Reply refused = agent.post(path + "/pauses", part);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.<String>at("$.detail")).contains("紧急工单");
    assertThat(refused.<List<String>>at("$.allowed")).isEmpty();

    assertThat(stranger.get(path + "/clocks").status()).isEqualTo(404);
    assertThat(stranger.post(path + "/pauses", part).status()).isEqualTo(404);
    assertThat(stranger.post(path + "/pauses/end", "{}").status()).isEqualTo(404);
    assertThat(agent.get(TICKETS + "?due=within-hour").status()).isEqualTo(200);
    assertThat(agent.get(TICKETS + "?due=soon").<List<String>>at("$.errors[*].field"))
        .containsExactly("due");
  }

  @Test
  void aRepeatedPostGetsTheFirstAnswer() {
    Http once = agent.with("Idempotency-Key", UUID.randomUUID().toString());

    Reply first = once.post(TICKETS, body("电梯坏了"));
    agent.patch(first.header(HttpHeaders.LOCATION), "{\"version\":0,\"urgency\":\"urgent\"}");
    Reply again = once.post(TICKETS, body("电梯坏了"));
    Reply other = once.post(TICKETS, body("水管漏水"));

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header(HttpHeaders.LOCATION)).isEqualTo(first.header(HttpHeaders.LOCATION));
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.<String>at("$.detail")).contains("Idempotency-Key");
    assertThat(tickets(agent)).hasSize(1);
  }

  @Test
  void ofManyAtOnceWithOneKeyOneOpensATicket() {
    Http once = agent.with("Idempotency-Key", UUID.randomUUID().toString());

    List<Reply> replies = Together.run(8, i -> once.post(TICKETS, body("电梯坏了")));

    assertThat(replies).extracting(Reply::status).containsOnly(201);
    Set<Object> numbers = replies.stream().map(r -> r.at("$.number")).collect(Collectors.toSet());
    assertThat(numbers).hasSize(1);
    assertThat(tickets(agent)).hasSize(1);
  }

  @Test
  void twoClientsMayChooseTheSameKey() {
    String key = UUID.randomUUID().toString();
    Http other = new Http(mvc, TestUsers.agent(jdbc, encoder)).with("Idempotency-Key", key);

    agent.with("Idempotency-Key", key).post(TICKETS, body("电梯坏了"));
    Reply reply = other.post(TICKETS, body("水管漏水"));

    assertThat(reply.status()).isEqualTo(201);
    assertThat(tickets(agent)).hasSize(2);
  }

  @Test
  void aTransitionOnAnOldVersionIsToldWhatChanged() {
    String path = agent.post(TICKETS, body("电梯坏了")).header(HttpHeaders.LOCATION);
    agent.patch(path, "{\"version\":0,\"urgency\":\"urgent\"}");

    Reply stale = agent.post(path + "/transitions", "{\"version\":0,\"verb\":\"accept\"}");
    Reply done = agent.post(path + "/transitions", "{\"version\":1,\"verb\":\"accept\"}");
    Reply refused = agent.post(path + "/transitions", "{\"version\":2,\"verb\":\"archive\"}");

    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.<String>at("$.changes[0].details.changes[0].field")).isEqualTo("urgency");
    assertThat(stale.<Integer>at("$.version")).isEqualTo(1);
    assertThat(done.<String>at("$.state")).isEqualTo("accepted");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.<List<String>>at("$.possible"))
        .contains("dispatch")
        .doesNotContain("accept");
  }

  @Test
  void thePagesOfTheListAreFollowedByNext() {
    for (int i = 0; i < 3; i++) {
      agent.post(TICKETS, body("电梯坏了" + i));
    }
    String list = TICKETS + "?limit=2&estate=" + estate.requireId();

    Reply first = agent.get(list);
    Reply second = agent.get(list + "&after=" + first.at("$.next"));

    assertThat(first.<List<Object>>at("$.tickets")).hasSize(2);
    assertThat(second.<List<Object>>at("$.tickets")).hasSize(1);
    assertThat(second.<Object>at("$.next")).isNull();
  }

  private List<Object> tickets(Http http) {
    return http.get(TICKETS + "?estate=" + estate.requireId()).at("$.tickets");
  }

  private String body(String text) {
    return """
        {"category": "facilities", "subcategory": "lift", "text": "%s",
         "place": {"estateId": "%s", "building": "3号楼", "room": "502"},
         "reporter": {"name": "王秀英", "phone": "13800000001"}}"""
        .formatted(text, estate.requireId());
  }
}
