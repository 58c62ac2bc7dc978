package cn.wuye.hotline.backend.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.wuye.hotline.backend.database.OnMariaDb;
import cn.wuye.hotline.backend.desk.DeskCalls;
import cn.wuye.hotline.backend.desk.DeskMessages;
import cn.wuye.hotline.backend.user.Role;
import cn.wuye.hotline.backend.user.SignedInUser;
import cn.wuye.hotline.backend.user.Staff;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Whose desk and whose call: everybody else's do not exist. */
@OnMariaDb
@SuppressWarnings("NullAway.Init")
class DeskRightsIT {
  @Autowired ApplicationContext application;
  @Autowired MockMvc mvc;
  @Autowired DeskCalls calls;
  @Autowired DeskMessages messages;
  @Autowired JdbcClient jdbc;

  private final String tag = UUID.randomUUID().toString().substring(0, 8);
  private final CallId call = new CallId("node-1-" + tag + ".1");
  private SignedInUser hers;
  private SignedInUser colleague;

  @BeforeEach
  void twoAgents() {
    hers = Staff.signedIn(application, "hers-" + tag, Role.AGENT);
    colleague = Staff.signedIn(application, "colleague-" + tag, Role.AGENT);
    calls.rung(call, hers.id(), "1001", Instant.now());
    calls.answered(call, hers.id(), Instant.now());
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"AGENT", "SUPERVISOR"},
      mode = EnumSource.Mode.EXCLUDE)
  void whoTakesNoCallsHasNoDesk(Role role) throws Exception {
    SignedInUser me = Staff.signedIn(role);
    for (String path :
        List.of(
            "/console/desk",
            "/console/desk?part=case",
            "/console/desk/live",
            "/console/desk/phone")) {
      assertThat(status(get(path), me)).as(path).isEqualTo(403);
    }
    for (String path :
        List.of("sit", "leave", "ready", "pause", "longer", "keys", "hand-on", "back")) {
      assertThat(status(post("/console/desk/" + path), me)).as(path).isEqualTo(403);
    }
    assertThat(status(post("/console/desk/do").param("act", "hang-up"), me)).isEqualTo(403);
  }

  @Test
  void anotherAgentsCallIsNotThere() throws Exception {
    String path = "/console/desk/calls/" + call;
    for (MockHttpServletRequestBuilder request :
        List.of(
            get(path),
            get(path + "/recordings/1"),
            post(path + "/draft").param("text", "x"),
            post(path + "/draft/remove"),
            post(path + "/ticket").param("text", "x"),
            post(path + "/number"))) {
      assertThat(status(request, colleague)).isEqualTo(404);
    }
    assertThat(status(get(path), hers)).isEqualTo(200);
    assertThat(status(post(path + "/draft").param("text", "x"), hers)).isEqualTo(200);
    assertThat(status(get("/console/desk/calls/..%2Fx"), hers)).isIn(400, 404);
  }

  @Test
  void herOwnPageShowsHerCallAndNobodyElsesDoes() throws Exception {
    assertThat(body(get("/console/desk"), hers)).contains(call.value());
    assertThat(body(get("/console/desk"), colleague)).doesNotContain(call.value());
    assertThat(body(get("/console/desk?part=line"), colleague)).doesNotContain(call.value());
  }

  @Test
  void whatASupervisorWroteStandsOnHerPageAloneUntilShesReadIt() throws Exception {
    messages.write(hers.id(), "李主管", "三号楼停电 " + tag);
    long id =
        jdbc.sql("SELECT MAX(id) FROM desk_message WHERE user_id = ?")
            .param(hers.id())
            .query(Long.class)
            .single();
    String read = "/console/desk/messages/" + id + "/read";

    assertThat(body(get("/console/desk"), hers)).contains("三号楼停电 " + tag, "李主管");
    assertThat(body(get("/console/desk?part=messages"), colleague)).doesNotContain(tag);
    assertThat(status(post(read), colleague)).isEqualTo(404);
    assertThat(body(get("/console/desk?part=messages"), hers)).contains(tag);

    assertThat(status(post(read), hers)).isEqualTo(200);
    // A second window says so, too.
    assertThat(status(post(read), hers)).isEqualTo(200);
    assertThat(body(get("/console/desk?part=messages"), hers)).doesNotContain(tag);
    assertThat(
            jdbc.sql(
                    "SELECT COUNT(*) FROM audit_entry WHERE action = 'desk.message-read' AND subject = ?")
                .param("message:" + id)
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void aPhonesPasswordAndLineAreForWhoeverSitsThere() throws Exception {
    assertThat(status(get("/console/desk/phone"), hers)).isEqualTo(404);
    assertThat(status(get("/console/desk/sip").param("page", "p"), hers)).isEqualTo(403);
    assertThat(
            status(
                get("/console/desk/sip").param("page", "p").header("Origin", "https://elsewhere"),
                hers))
        .isEqualTo(403);
    assertThat(
            status(
                get("/console/desk/sip").param("page", "p").header("Origin", "http://localhost"),
                hers))
        .isEqualTo(404);
  }

  @Test
  void withoutTheTokenOfTheFormNothingIsDone() throws Exception {
    assertThat(
            mvc.perform(post("/console/desk/leave").with(user(hers)))
                .andReturn()
                .getResponse()
                .getStatus())
        .isNotEqualTo(200);
  }

  private int status(MockHttpServletRequestBuilder request, SignedInUser who) throws Exception {
    return answer(request, who).getStatus();
  }

  private String body(MockHttpServletRequestBuilder request, SignedInUser who) throws Exception {
    return new String(answer(request, who).getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, SignedInUser who)
      throws Exception {
    return mvc.perform(request.with(user(who)).with(csrf())).andReturn().getResponse();
  }
}
