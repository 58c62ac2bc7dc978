package cn.wuye.hotline.backend.floor;

import static cn.wuye.hotline.backend.floor.SampleFloor.NOW;
import static cn.wuye.hotline.backend.floor.SampleFloor.agent;
import static cn.wuye.hotline.backend.floor.SampleFloor.caller;
import static cn.wuye.hotline.backend.floor.SampleFloor.part;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.floor.FloorNow.Node;
import cn.wuye.hotline.backend.floor.FloorNow.PlacedAgent;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FloorNowTest {
  private final Floor floor = new Floor();

  @Test
  void callersOfAllNodesStandInOneRowTheLongestFirst() {
    floor.take(part("node-1", List.of(caller("1.1", "sun", "1", 20)), List.of()));
    floor.take(
        part(
            "node-2",
            List.of(caller("2.1", "sun", "1", 90), caller("2.2", "general", "", 5)),
            List.of()));

    FloorNow now = floor.now(NOW);

    assertThat(now.callers())
        .extracting(placed -> placed.node() + " " + placed.caller().call())
        .containsExactly("node-2 2.1", "node-1 1.1", "node-2 2.2");
    assertThat(now.nodes())
        .extracting(Node::standing)
        .containsExactly(Standing.LIVE, Standing.LIVE);
  }

  @Test
  void whoIsSignedInAtTwoNodesIsWhereHerPhoneIs() {
    floor.take(part("node-1", List.of(), List.of(agent("1001", Doing.UNREACHABLE, 10, "sun"))));
    floor.take(part("node-2", List.of(), List.of(agent("1001", Doing.TALKING, 300, "sun"))));

    assertThat(floor.now(NOW).agents())
        .containsExactly(
            new PlacedAgent("node-2", false, agent("1001", Doing.TALKING, 300, "sun")));
  }

  @Test
  void ofTwoNodesThatHaveHerPhoneTheLaterStateCounts() {
    floor.take(part("node-1", List.of(), List.of(agent("1001", Doing.READY, 10, "sun"))));
    floor.take(part("node-2", List.of(), List.of(agent("1001", Doing.READY, 300, "sun"))));

    assertThat(floor.now(NOW).agents()).extracting(PlacedAgent::node).containsExactly("node-1");
  }

  @Test
  void aNodeThatIsCutOffIsShownAsOfThenAndCountsLessThanOneThatIsHeard() {
    floor.take(
        part(
            "node-1",
            List.of(caller("1.1", "sun", "1", 20)),
            List.of(agent("1001", Doing.READY, 10, "sun"))));
    floor.take(part("node-2", List.of(), List.of(agent("1001", Doing.PAUSED, 300, "sun"))));

    floor.cut("node-1", NOW.minusSeconds(15));
    FloorNow now = floor.now(NOW);

    assertThat(now.nodes()).contains(new Node("node-1", Standing.CUT, NOW.minusSeconds(15)));
    assertThat(now.callers()).singleElement().matches(FloorNow.PlacedCaller::stale);
    assertThat(now.agents()).extracting(PlacedAgent::node).containsExactly("node-2");
  }

  @Test
  void whatIsOlderThanTenMinutesTellsNothingButThatTheNodeIsNotHeard() {
    floor.take(part("node-1", List.of(caller("1.1", "sun", "1", 20)), List.of()));
    floor.cut("node-1", NOW);

    assertThat(floor.now(NOW.plus(FloorNow.KEPT)).callers()).hasSize(1);
    FloorNow later = floor.now(NOW.plus(FloorNow.KEPT).plusMillis(1));

    assertThat(later.callers()).isEmpty();
    assertThat(later.nodes()).extracting(Node::standing).containsExactly(Standing.CUT);
  }

  @Test
  void aNodeThatDoesNotSeeItsAsteriskIsBlindSinceThen() {
    NodePart blind =
        new NodePart(
            "node-1",
            false,
            NOW.minusSeconds(30),
            List.of(caller("1.1", "sun", "1", 60)),
            List.of(),
            List.of());
    floor.take(blind);

    FloorNow now = floor.now(NOW);
    assertThat(now.nodes())
        .containsExactly(new Node("node-1", Standing.BLIND, NOW.minusSeconds(30)));
    assertThat(now.callers()).singleElement().matches(FloorNow.PlacedCaller::stale);

    floor.cut("node-1", NOW.minusSeconds(1));
    assertThat(floor.now(NOW).nodes())
        .as("what it told last was old already")
        .containsExactly(new Node("node-1", Standing.CUT, NOW.minusSeconds(30)));
  }

  @Test
  void aNodeThatComesBackIsThePresentAgainAndOneThatStopsIsForgotten() {
    floor.take(part("node-1", List.of(), List.of()));
    floor.cut("node-1", NOW);
    floor.take(part("node-1", List.of(), List.of()));
    assertThat(floor.now(NOW).nodes()).extracting(Node::standing).containsExactly(Standing.LIVE);

    floor.forget("node-1");
    assertThat(floor.now(NOW)).isEqualTo(FloorNow.NOTHING);
  }

  @Test
  void onlyWhatIsDifferentIsTold() {
    AtomicInteger told = new AtomicInteger();
    floor.addListener(told::incrementAndGet);

    floor.take(part("node-1", List.of(), List.of()));
    floor.take(part("node-1", List.of(), List.of()));
    floor.cut("node-2", NOW);
    floor.cut("node-1", NOW);
    floor.cut("node-1", NOW.plusSeconds(1));
    floor.forget("node-2");

    assertThat(told).hasValue(2);
  }
}
