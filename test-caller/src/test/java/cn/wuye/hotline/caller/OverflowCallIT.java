package cn.wuye.hotline.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.caller.bench.ConsoleSession;
import cn.wuye.hotline.caller.bench.DeskAgent;
import cn.wuye.hotline.caller.call.Switchboard;
import cn.wuye.hotline.caller.call.ToneCaller;
import cn.wuye.hotline.caller.instance.AgentPhones;
import cn.wuye.hotline.caller.instance.Instance;
import cn.wuye.hotline.caller.sip.SipPhone;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two nodes with an Asterisk each. Residents reach the first, all agents are at the second: they
 * wait there for the agents, and their own node goes on whenever nobody answers.
 */
@ExtendWith(TheHotline.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OverflowCallIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String AGENT = "1001";
  private static final int RESIDENT_HERTZ = 1400;

  private static E2e system;
  private static Instance second;
  private static AgentPhones phones;
  private static Switchboard board;
  private static DeskAgent desk;

  @BeforeAll
  static void twoNodes(E2e hotline) throws Exception {
    system = hotline;
    second = system.secondNode();
    sql(
        "INSERT INTO app_user (username, display_name, password_hash, all_estates, created_at)"
            + " SELECT 'elsewhere', '坐席二号', password_hash, TRUE, UTC_TIMESTAMP(3) FROM app_user"
            + " WHERE username = 'admin'",
        "INSERT INTO app_user_role (user_id, role) SELECT id, 'agent' FROM app_user"
            + " WHERE username = 'elsewhere'",
        "UPDATE agent_phone SET user_id = (SELECT id FROM app_user WHERE username = 'elsewhere')"
            + " WHERE extension = '1001'",
        "UPDATE call_queue SET wrap_up_s = 2");
    phones = AgentPhones.five(second);
    phones.signIn(second, phone());
    desk = new DeskAgent(ConsoleSession.of(second.hotline(), "elsewhere"));
    desk.sit(AGENT);
    board = system.switchboard(List.of());
    await("the first node knows who works at the second")
        .atMost(PATIENCE)
        .until(() -> system.api("floor").toString().contains("\"" + AGENT + "\""));
  }

  @AfterAll
  static void oneNode() throws Exception {
    try {
      if (phones != null) {
        phones.close();
      }
      if (board != null) {
        board.close();
      }
      sql(
          "DELETE FROM desk_seat",
          "UPDATE agent_phone SET user_id = NULL",
          "UPDATE call_queue SET wrap_up_s = 45");
    } finally {
      if (second != null) {
        second.close();
      }
    }
  }

  private static SipPhone phone() {
    return phones.phone(AGENT);
  }

  private static void sql(String... statements) throws Exception {
    try (Connection database = system.connect();
        Statement statement = database.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private static ToneCaller calls(String from) {
    ToneCaller caller = new ToneCaller(board, from, RESIDENT_HERTZ, phones.tones());
    Thread thread = new Thread(caller, "resident-" + from);
    thread.setDaemon(true);
    thread.start();
    return caller;
  }

  private static String waitsThere() throws Exception {
    return second.run("asterisk", "cli", "queue show q-general");
  }

  /** What the log has of a call: the node and the kind of each event. */
  private static List<String> events(String call) throws Exception {
    List<String> events = new ArrayList<>();
    try (Connection database = system.connect();
        PreparedStatement asked =
            database.prepareStatement(
                "SELECT node, kind FROM queue_event WHERE call_id = ? ORDER BY at, id")) {
      asked.setString(1, call);
      try (ResultSet rows = asked.executeQuery()) {
        while (rows.next()) {
          events.add(rows.getString("node") + " " + rows.getString("kind"));
        }
      }
    }
    return events;
  }

  @Test
  @Order(1)
  void sheIsAnsweredThereAndHeardThereAndRecordedHere() throws Exception {
    phone().whenItRings(ringing -> {});
    ToneCaller resident = calls("13700000061");
    await("her words at the agent's page while it rings")
        .atMost(PATIENCE)
        .until(() -> desk.page("/console/desk").contains("****0061"));
    assertThat(waitsThere()).contains("PJSIP/hotline-node-");

    phone().answer();
    await("they talk").atMost(PATIENCE).until(() -> !resident.heard().isEmpty());
    await("a while").pollDelay(Duration.ofSeconds(2)).until(() -> true);
    desk.act("pause-recording");
    await("silence").pollDelay(Duration.ofSeconds(3)).until(() -> true);
    desk.act("resume-recording");
    await("some words more").pollDelay(Duration.ofSeconds(2)).until(() -> true);
    phone().hangUp();

    assertThat(resident.problem()).isEmpty();
    assertThat(resident.heard().get(0).hertz()).isEqualTo(phone().hertz());
    assertThat(phone().heard())
        .anySatisfy(
            track -> assertThat(QueueCrowd.most(track.all(), RESIDENT_HERTZ)).isGreaterThan(0.7));
    String call = kept(resident);
    await("the talk is kept").atMost(PATIENCE).until(() -> system.talkOf(call).length == 2);
    short[][] sides = system.talkOf(call);
    // Her side alone was once silent in the file of both sides, and once faint in this one:
    // docs/progress.md. Of a tone that is not there the other tests allow a tenth.
    assertThat(QueueCrowd.most(system.mixedOf(call), phone().hertz())).isGreaterThan(0.15);
    assertThat(QueueCrowd.most(sides[1], RESIDENT_HERTZ)).isGreaterThan(0.7);
    Duration whole = Duration.ofMillis(1000L * sides[1].length / 8000);
    assertThat(whole.minus(QueueCrowd.length(sides[1], RESIDENT_HERTZ)))
        .as("paused where the agent sits")
        .isGreaterThan(Duration.ofMillis(2400));
    assertThat(system.ticketOf(resident.sipCallId()).text()).contains("坐席二号");
    await("the log")
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(events(call))
                    .filteredOn(event -> event.endsWith("joined") || event.endsWith("answered"))
                    .containsExactly(
                        here() + " joined", there() + " joined", there() + " answered"));
    assertThat(events(call)).noneMatch(event -> event.endsWith("abandoned"));
  }

  /** The hotline's own name of her call, when it is over. */
  private static String kept(ToneCaller resident) throws Exception {
    await("the call is kept")
        .atMost(PATIENCE)
        .until(() -> system.callOf(resident.sipCallId()).isPresent());
    return system.callOf(resident.sipCallId()).orElseThrow();
  }

  private static String here() throws Exception {
    return "node-" + (system.hotline().instance() + 1);
  }

  private static String there() {
    return "node-" + (second.number() + 1);
  }

  @Test
  @Order(2)
  void whoGivesUpThereIsOnTheListOfThoseWhoGaveUp() throws Exception {
    phone().dial("*1");
    ToneCaller resident = calls("13700000062");
    await("she waits there").atMost(PATIENCE).until(() -> waitsThere().contains("hotline-node"));

    resident.hangUp();

    await("she is on the list")
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(system.api("call-backs/abandoned").toString()).contains("137****0062"));
    String call = kept(resident);
    await("the log")
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(events(call)).contains(here() + " abandoned", there() + " joined"));
    assertThat(events(call)).doesNotContain(there() + " abandoned");
  }

  /** Last: it does not come back. */
  @Test
  @Order(3)
  void whenThatNodeDiesWhileSheWaitsThereHerOwnAsksHer() throws Exception {
    phone().dial("*1");
    ToneCaller resident = calls("13700000063");
    await("she waits there").atMost(PATIENCE).until(() -> waitsThere().contains("hotline-node"));

    second.run("down");

    await("she is asked at her own node")
        .atMost(PATIENCE.multipliedBy(2))
        .untilAsserted(() -> assertThat(system.api("floor").toString()).contains("现在没有工作人员可以接听"));
    resident.hangUp();
  }
}
