package cn.wuye.hotline.backend.floor.node;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.floor.AgentOrder;
import cn.wuye.hotline.backend.floor.AgentOrder.Kind;
import cn.wuye.hotline.backend.floor.AgentOrder.Outcome;
import cn.wuye.hotline.router.agent.AgentSnapshot.Phone;
import cn.wuye.hotline.router.ami.AmiCommands;
import cn.wuye.hotline.router.ami.AmiException;
import cn.wuye.hotline.router.live.QueueMember;
import cn.wuye.hotline.router.live.QueueView;
import cn.wuye.hotline.router.live.QueuesNow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.QueuePauseAction;
import org.asteriskjava.manager.action.QueueRemoveAction;
import org.asteriskjava.manager.response.ManagerResponse;
import org.junit.jupiter.api.Test;

class OwnAgentsTest {
  private static final String DEVICE = "PJSIP/1001";
  private static final QueuesNow QUEUES =
      new QueuesNow(
          true,
          List.of(queue("q-general", DEVICE), queue("q-yue", DEVICE), queue("q-night", "PJSIP/2")),
          Map.of());

  private final Asterisk asterisk = new Asterisk();
  private final OwnAgents agents = new OwnAgents(asterisk, () -> QUEUES);

  private static QueueView queue(String name, String device) {
    return new QueueView(
        name,
        List.of(),
        List.of(
            new QueueMember(
                name,
                device,
                0,
                Optional.empty(),
                Optional.empty(),
                Phone.FREE,
                0,
                Optional.empty())));
  }

  private Outcome run(Kind kind, String extension) {
    return agents.run(new AgentOrder(kind, extension, kind == Kind.PAUSE ? "meal" : ""));
  }

  @Test
  void aPauseHasItsReasonAndEnds() {
    assertThat(run(Kind.PAUSE, "1001")).isEqualTo(Outcome.DONE);
    assertThat(run(Kind.RESUME, "1001")).isEqualTo(Outcome.DONE);

    assertThat(asterisk.asked)
        .hasSize(2)
        .allSatisfy(
            action ->
                assertThat(action)
                    .isInstanceOfSatisfying(
                        QueuePauseAction.class,
                        pause -> assertThat(pause.getInterface()).isEqualTo(DEVICE)));
    assertThat(((QueuePauseAction) asterisk.asked.get(0)).getReason()).isEqualTo("meal");
    assertThat(((QueuePauseAction) asterisk.asked.get(1)).getPaused()).isFalse();
  }

  @Test
  void whoIsSignedOutLeavesAllHerQueuesAndNobodyElseDoes() {
    assertThat(run(Kind.SIGN_OUT, "1001")).isEqualTo(Outcome.DONE);

    assertThat(asterisk.asked)
        .extracting(action -> ((QueueRemoveAction) action).getQueue())
        .containsExactly("q-general", "q-yue");
  }

  @Test
  void whoIsNotSignedInHereAndWhatAsteriskDoesNotWantIsRefused() {
    assertThat(run(Kind.PAUSE, "1002")).isEqualTo(Outcome.REFUSED);
    assertThat(asterisk.asked).isEmpty();

    asterisk.refuses = true;
    assertThat(run(Kind.PAUSE, "1001")).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void withoutAsteriskNothingIsDone() {
    asterisk.away = true;

    assertThat(run(Kind.RESUME, "1001")).isEqualTo(Outcome.AWAY);
    assertThat(asterisk.asked).isEmpty();
  }

  private static final class Asterisk implements AmiCommands {
    private final List<ManagerAction> asked = new ArrayList<>();
    private boolean refuses;
    private boolean away;

    @Override
    public boolean connected() {
      return !away;
    }

    @Override
    public CompletableFuture<ManagerResponse> send(ManagerAction action) {
      asked.add(action);
      return refuses
          ? CompletableFuture.failedFuture(new AmiException("refused"))
          : CompletableFuture.completedFuture(new ManagerResponse());
    }
  }
}
