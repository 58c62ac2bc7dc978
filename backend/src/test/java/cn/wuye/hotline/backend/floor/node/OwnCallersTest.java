package cn.wuye.hotline.backend.floor.node;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.floor.CallOrder.Outcome;
import cn.wuye.hotline.backend.floor.CallerOrder;
import cn.wuye.hotline.backend.floor.CallerOrder.Kind;
import cn.wuye.hotline.backend.queue.waiting.WaitingSteps;
import cn.wuye.hotline.router.ami.AmiCommands;
import cn.wuye.hotline.router.ami.AmiException;
import cn.wuye.hotline.router.live.QueueToFrontAction;
import cn.wuye.hotline.router.live.QueueView;
import cn.wuye.hotline.router.live.QueuesNow;
import cn.wuye.hotline.router.live.WaitingCaller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.PlayDtmfAction;
import org.asteriskjava.manager.response.ManagerResponse;
import org.junit.jupiter.api.Test;

class OwnCallersTest {
  private static final String CALL = "node-1-7.1";

  private final List<ManagerAction> asked = new ArrayList<>();
  private final List<String> noted = new ArrayList<>();
  private boolean away;
  private boolean refuses;
  private QueuesNow queues = queues(CALL);
  private final OwnCallers callers =
      new OwnCallers(
          new Asterisk(), new Room(), () -> queues, call -> Optional.of("PJSIP/carrier-1"));

  private static QueuesNow queues(String... waiting) {
    return new QueuesNow(
        true,
        List.of(
            new QueueView("q-sun", List.of(), List.of()),
            new QueueView(
                "q-yue",
                List.of(waiting).stream()
                    .map(call -> new WaitingCaller(call, Instant.EPOCH))
                    .toList(),
                List.of())),
        Map.of());
  }

  private Outcome run(Kind kind, String call) {
    return callers.run(new CallerOrder(kind, call, kind == Kind.TO_QUEUE ? "sun" : ""));
  }

  @Test
  void whoWaitsIsFirstInAsteriskAtOnce() {
    assertThat(run(Kind.TO_FRONT, CALL)).isEqualTo(Outcome.DONE);

    assertThat(noted).containsExactly("front");
    assertThat(asked)
        .singleElement()
        .isInstanceOfSatisfying(
            QueueToFrontAction.class,
            first -> {
              assertThat(first.getQueue()).isEqualTo("q-yue");
              assertThat(first.getCaller()).isEqualTo("PJSIP/carrier-1");
              assertThat(first.getPriority()).isEqualTo(4000);
            });
  }

  @Test
  void whoIsMovedLeavesHerStayByAKeyThatMeansGoOnWaiting() {
    assertThat(run(Kind.TO_QUEUE, CALL)).isEqualTo(Outcome.DONE);

    assertThat(noted).containsExactly("sun");
    assertThat(asked)
        .singleElement()
        .isInstanceOfSatisfying(
            PlayDtmfAction.class,
            key -> {
              assertThat(key.getDigit()).isEqualTo("1");
              assertThat(key.getReceive()).isTrue();
            });
  }

  @Test
  void whoIsBeingAskedIsMovedAfterwardsAndNoKeyIsPressedForHer() {
    queues = queues();

    assertThat(run(Kind.TO_QUEUE, CALL)).isEqualTo(Outcome.DONE);
    assertThat(run(Kind.TO_FRONT, CALL)).isEqualTo(Outcome.DONE);

    assertThat(noted).containsExactly("sun", "front");
    assertThat(asked).isEmpty();
  }

  @Test
  void whatAsteriskDoesNotDoIsNotedAllTheSame() {
    refuses = true;

    assertThat(run(Kind.TO_QUEUE, CALL)).isEqualTo(Outcome.DONE);
    assertThat(noted).containsExactly("sun");
  }

  @Test
  void whoIsGoneIsGoneAndWithoutAsteriskNothingIsDone() {
    assertThat(run(Kind.TO_FRONT, "node-1-7.2")).isEqualTo(Outcome.OVER);
    assertThat(run(Kind.TO_QUEUE, "node-1-7.2")).isEqualTo(Outcome.OVER);
    away = true;
    assertThat(run(Kind.TO_FRONT, CALL)).isEqualTo(Outcome.AWAY);

    assertThat(asked).isEmpty();
  }

  private final class Room implements WaitingSteps {
    @Override
    public OptionalInt toFront(String call) {
      if (!call.equals(CALL)) {
        return OptionalInt.empty();
      }
      noted.add("front");
      return OptionalInt.of(4000);
    }

    @Override
    public boolean toQueue(String call, String queue) {
      if (!call.equals(CALL)) {
        return false;
      }
      noted.add(queue);
      return true;
    }
  }

  private final class Asterisk implements AmiCommands {
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
