package cn.wuye.hotline.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.caller.call.CallRecord;
import cn.wuye.hotline.caller.call.Switchboard;
import cn.wuye.hotline.caller.call.Tone;
import cn.wuye.hotline.caller.call.ToneCaller;
import cn.wuye.hotline.caller.script.Script;
import cn.wuye.hotline.ivr.audio.Pcm;
import cn.wuye.hotline.ivr.prompt.WavSound;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Residents who want a person, through Asterisk's queue and out of it. The agent is a phone that is
 * rung like any number; where it is paused, nobody is there. The cases follow each other: each
 * leaves the agent as the next wants her.
 */
@ExtendWith(TheHotline.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class QueueCallIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Of what was recorded for a storm, Hz. */
  private static final int ANNOUNCED = 1300;

  private static final String AGENT = "Local/13900000041@hotline-outbound/n";

  private static E2e system;
  private static QueueCrowd.@Nullable Played crowd;

  @BeforeAll
  static void signIn(E2e hotline) throws IOException {
    system = hotline;
    await().atMost(PATIENCE).until(() -> system.asterisk("queue show").contains("q-general"));
    system.asterisk("queue add member " + AGENT + " to q-general");
  }

  @AfterAll
  static void signOut() throws IOException {
    // Without agents the classes to come find the phones of the directory, as before.
    system.asterisk("queue remove member " + AGENT + " from q-general");
  }

  private static void pause(boolean on) throws IOException {
    system.asterisk(
        on
            ? "queue pause member " + AGENT + " queue q-general reason test"
            : "queue unpause member " + AGENT + " queue q-general");
  }

  private static E2e.Played played(String script) {
    system.playTogether(List.of(script));
    E2e.Played played = system.played(script);
    played.call().problem().ifPresent(why -> fail(script + ": " + why));
    return played;
  }

  /** As the API shows numbers in lists. */
  private static String masked(String phone) {
    return phone.substring(0, 3) + "****" + phone.substring(7);
  }

  private static List<String> states(String phone) throws IOException {
    JsonNode all = system.api("call-backs?active=false").path("callBacks");
    return StreamSupport.stream(all.spliterator(), false)
        .filter(each -> each.path("phone").stringValue("").equals(masked(phone)))
        .map(each -> each.path("state").stringValue(""))
        .toList();
  }

  @Test
  @Order(1)
  void whoCancelsWhileItRingsIsOnTheListOfThoseWhoGaveUp() throws IOException {
    played("queue-gives-up");

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(system.api("call-backs/abandoned").toString())
                    .contains(masked("13700000044")));
    assertThat(states("13700000044")).isEmpty();
  }

  @Test
  @Order(2)
  void sheWaitsAndAnAgentAnswersAndTheyHearEachOther() throws IOException {
    pause(false);

    E2e.Played played = played("queue-answered");

    assertThat(played.call().followed()).isTrue();
    assertThat(played.ticket().orElseThrow().text()).contains("要找人工", "已由人工接听");
  }

  /** In a storm, whose announcement somebody has recorded: a tone here. */
  @Test
  @Order(3)
  void whereAllAgentsPauseSheHearsTheAnnouncementAndIsOfferedTheMachineAtOnce() throws Exception {
    pause(true);
    storm(tone());

    E2e.Played played = played("queue-message");

    assertThat(played.ticket().orElseThrow().channel()).isEqualTo("phone");
    assertThat(system.asterisk("queue show q-general")).doesNotContain("wait:");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(system.recordings(played))
                    .anySatisfy(
                        sound ->
                            assertThat(QueueCrowd.length(sound, ANNOUNCED))
                                .isBetween(Duration.ofMillis(2500), Duration.ofMillis(3500))));
    storm(null);
  }

  private static byte[] tone() {
    return WavSound.write(Pcm.bytes(Tone.of(ANNOUNCED, 3)));
  }

  /**
   * Begins a storm, or ends it, and waits until the application has read it: the weight, which is
   * changed with it, shows that.
   */
  private static void storm(byte @Nullable [] announcement) throws Exception {
    int weight = announcement == null ? 0 : 7;
    try (Connection database = system.connect();
        PreparedStatement recording =
            database.prepareStatement(
                "INSERT INTO storm_recording (queue_code, words, millis, sha256, sound, recorded_at,"
                    + " recorded_by) VALUES ('general', '三号楼停电', 3000, '', ?, '2026-01-01', 'test')");
        PreparedStatement queue =
            database.prepareStatement(
                "UPDATE call_queue SET storm = ?, announcement = '三号楼停电', weight = ?,"
                    + " storm_recording = (SELECT MAX(id) FROM storm_recording) WHERE code = 'general'")) {
      if (announcement != null) {
        recording.setBytes(1, announcement);
        recording.executeUpdate();
      }
      queue.setString(1, announcement == null ? "auto" : "on");
      queue.setInt(2, weight);
      queue.executeUpdate();
    }
    await()
        .atMost(PATIENCE)
        .until(() -> system.asterisk("queue show q-general").contains("W:" + weight + ","));
  }

  @Test
  @Order(4)
  void whereAllAgentsPauseSheMayBeCalledBackAndWaits() throws IOException {
    pause(true);

    E2e.Played played = played("queue-call-back");

    assertThat(states("13700000042")).containsExactly("waiting");
    assertThat(played.ticket().orElseThrow().text()).contains("要回电话");
  }

  @Test
  @Order(5)
  void anAgentComesBackIsRungFirstAndThenSheIs() throws Exception {
    pause(true);
    Script script = system.script("queue-called-back");
    try (Switchboard board = system.switchboard(List.of(script))) {
      CallRecord call = board.call(script).play();
      call.problem().ifPresent(why -> fail("queue-called-back: " + why));
      assertThat(states("13700000045")).containsExactly("waiting");

      pause(false);

      // The one before has the earlier place, and the agent's wrap-up follows it.
      await()
          .atMost(PATIENCE.multipliedBy(3))
          .untilAsserted(() -> assertThat(states("13700000045")).containsExactly("talked"));
    }
  }

  /** Twenty residents and six agents at once; what the tests after it look at. */
  @Test
  @Order(6)
  void twentyResidentsAndSixAgentsTalkAndHearEachOther() throws Exception {
    pause(true);
    try (QueueCrowd people = new QueueCrowd(system)) {
      crowd = people.play();
      for (ToneCaller resident : crowd.residents()) {
        assertThat(resident.problem()).isEmpty();
        assertThat(crowd.heardAt(crowd.agentOf(resident), resident))
            .as("%s is heard by %s", resident.from(), crowd.agentOf(resident))
            .isTrue();
      }
    } finally {
      pause(false);
    }
    assertThat(crowd.residents()).hasSize(20);
  }

  private static QueueCrowd.Played crowd() {
    assertThat(crowd).as("the twenty have called").isNotNull();
    return Objects.requireNonNull(crowd);
  }

  @Test
  @Order(7)
  void whoWaitsHearsHerPlace() throws IOException {
    int told = 0;
    for (ToneCaller resident : crowd().ordinaryWaited()) {
      String call = system.callOf(resident.sipCallId()).orElseThrow();
      told += system.api("calls/" + call).path("turns").toString().contains("您前面还有") ? 1 : 0;
    }
    // The first of them may have heard that she is the next.
    assertThat(told).isGreaterThanOrEqualTo(crowd().ordinaryWaited().size() - 2);
  }

  @Test
  @Order(7)
  void whoSpeaksCantoneseIsAnsweredByWhoDoes() {
    assertThat(crowd().yue())
        .allSatisfy(resident -> assertThat(crowd().agentOf(resident)).isIn("1001", "1002"));
  }

  @Test
  @Order(7)
  void theOlderAreAnsweredBeforeThoseWhoCameEarlier() {
    List<ToneCaller> all = new ArrayList<>(crowd().ordinaryWaited());
    all.addAll(crowd().older());

    List<ToneCaller> order = QueueCrowd.inOrderOfAnswers(all);

    assertThat(order.get(0)).isIn(crowd().older());
    // Five agents were free at once then.
    assertThat(order.subList(0, 6)).containsAll(crowd().older());
  }

  @Test
  @Order(7)
  void herLastAgentIsRungThoughOthersAreFreeForLonger() {
    assertThat(crowd().agentOf(crowd().again())).isEqualTo("1003");
  }

  /** Asterisk gives none after a talk that no queue has led to. */
  @Test
  @Order(7)
  void theLastAgentHasAWrapUpToo() {
    assertThat(crowd().lastAgent()).contains("(paused:wrap-up");
  }

  @Test
  @Order(7)
  void whoIsHandedOnTalksWithTheColleagueAtTheBrowser() {
    ToneCaller again = crowd().again();

    assertThat(again.heard()).hasSizeGreaterThan(1);
    assertThat(crowd().agent(again.heard().get(1).hertz())).isEqualTo(BrowserAgent.EXTENSION);
    assertThat(crowd().heardAt(BrowserAgent.EXTENSION, again)).isTrue();
  }

  /** Neither the keys of the desk, which would act on the resident, nor any other number. */
  @Test
  @Order(7)
  void theKeyOfAnAgentsTelephoneHandsOnToColleaguesAlone() {
    ToneCaller once = crowd().once();

    assertThat(crowd().referred())
        .isEqualTo(
            Map.of("*1", 404, "*2", 404, "*0", 404, "13710000010", 404, "1999", 404, "1004", 200));
    assertThat(once.heard().stream().map(each -> crowd().agent(each.hertz())))
        .containsExactly("1003", "1004");
    assertThat(crowd().heardAt("1004", once)).isTrue();
  }

  /** Of two talks: with the agent at a telephone, and with the one at the browser. */
  @Test
  @Order(7)
  void theTalkIsRecordedWithTheAgentLeftAndTheResidentRight() throws IOException {
    recorded(crowd().again());
    recorded(
        crowd().residents().stream()
            .filter(resident -> crowd().agentOf(resident).equals(BrowserAgent.EXTENSION))
            .findFirst()
            .orElseThrow(() -> new AssertionError("nobody talked with the agent at the browser")));
  }

  private static void recorded(ToneCaller resident) throws IOException {
    int agent = resident.heard().get(0).hertz();
    String call = system.callOf(resident.sipCallId()).orElseThrow();
    await().atMost(PATIENCE).until(() -> system.talkOf(call).length == 2);

    short[][] sides = system.talkOf(call);

    assertThat(QueueCrowd.most(sides[0], agent)).isGreaterThan(0.7);
    assertThat(QueueCrowd.most(sides[0], resident.hertz())).isLessThan(0.1);
    assertThat(QueueCrowd.most(sides[1], resident.hertz())).isGreaterThan(0.7);
    assertThat(QueueCrowd.most(sides[1], agent)).isLessThan(0.1);
  }
}
