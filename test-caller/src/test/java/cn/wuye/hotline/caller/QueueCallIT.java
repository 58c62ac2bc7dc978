package cn.wuye.hotline.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import cn.wuye.hotline.caller.call.CallRecord;
import cn.wuye.hotline.caller.call.Switchboard;
import cn.wuye.hotline.caller.script.Script;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
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
  private static final String AGENT = "Local/13900000041@hotline-outbound/n";

  private static E2e system;

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

  private static List<String> states(String phone) throws IOException {
    JsonNode all = system.api("call-backs?active=false").path("callBacks");
    return StreamSupport.stream(all.spliterator(), false)
        .filter(each -> each.path("phone").stringValue("").equals(phone))
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
                assertThat(system.api("call-backs/abandoned").toString()).contains("13700000044"));
    assertThat(states("13700000044")).isEmpty();
  }

  @Test
  @Order(2)
  void sheWaitsAndAnAgentAnswersAndTheyHearEachOther() {
    E2e.Played played = played("queue-answered");

    assertThat(played.call().followed()).isTrue();
    assertThat(played.ticket().orElseThrow().text()).contains("要找人工", "已由人工接听");
  }

  @Test
  @Order(3)
  void whereAllAgentsPauseSheIsOfferedTheMachineAtOnce() throws IOException {
    pause(true);

    assertThat(played("queue-message").ticket().orElseThrow().channel()).isEqualTo("phone");
    assertThat(system.asterisk("queue show q-general")).doesNotContain("wait:");
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
}
