package cn.wuye.hotline.router.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.wuye.hotline.router.ami.BlindSpan;
import cn.wuye.hotline.router.live.QueueHappening.Answered;
import cn.wuye.hotline.router.originate.OriginateRequest;
import cn.wuye.hotline.router.originate.Ring;
import cn.wuye.hotline.router.originate.RingOutcome;
import cn.wuye.hotline.router.queue.QueueDefinition;
import cn.wuye.hotline.router.queue.QueueLimits;
import cn.wuye.hotline.router.queue.Reach;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.DialEndEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.junit.jupiter.api.Test;

class CallBackCallsTest {
  private static final String ID = "callback-5-1";
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final CallBackOrder ORDER =
      new CallBackOrder(
          ID,
          new QueueDefinition("yue", "粤语", Set.of(), Set.of(), 0, QueueLimits.DEFAULT),
          1004,
          Reach.EVERYBODY,
          Duration.ofSeconds(60),
          "13900000001");

  private final List<OriginateRequest> requests = new ArrayList<>();
  private final CompletableFuture<RingOutcome> outcome = new CompletableFuture<>();
  private final Time clock = new Time();
  private final CallBackCalls calls =
      new CallBackCalls(
          (id, request) -> {
            requests.add(request);
            return new Rung(id, outcome);
          },
          "4001234567",
          clock);

  private record Rung(String channelId, CompletableFuture<RingOutcome> outcome) implements Ring {
    @Override
    public void cancel() {}
  }

  private static final class Time extends Clock {
    private Instant now = NOW;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private void dialEnd(String id, String status) {
    DialEndEvent end = new DialEndEvent(this);
    end.setUniqueId(id);
    end.setDialStatus(status);
    calls.onEvent(end);
  }

  private void hangup(String id) {
    HangupEvent gone = new HangupEvent(this);
    gone.setUniqueId(id);
    calls.onEvent(gone);
  }

  private PlacedCallBack answered() {
    PlacedCallBack placed = calls.place(ORDER);
    calls.happened(new Answered("q-yue", ID + ";2", "PJSIP/1003", Duration.ofSeconds(8)), NOW);
    outcome.complete(RingOutcome.ANSWERED);
    return placed;
  }

  @Test
  void oneHalfWaitsInTheQueueWithItsPrecedence() {
    calls.place(ORDER);

    OriginateRequest request = requests.get(0);
    assertThat(request.channel()).isEqualTo("Local/callback51@hotline-callback-queue/n");
    assertThat(request.context()).isEqualTo("hotline-callback");
    assertThat(request.callerId()).isEqualTo("4001234567");
    assertThat(request.timeout()).isEqualTo(Duration.ofSeconds(90));
    assertThat(request.variables())
        .containsEntry("HOTLINE_QUEUE", "q-yue")
        .containsEntry("QUEUE_PRIO", "1004")
        .containsEntry("QUEUE_MAX_PENALTY", "20")
        .containsEntry("HOTLINE_SLICE", "60")
        .containsEntry("HOTLINE_CALLEE", "13900000001");
    assertThatIllegalArgumentException().isThrownBy(() -> calls.place(ORDER));
  }

  @Test
  void theAgentIsKnownAndThenWhetherTheResidentAnswered() {
    PlacedCallBack placed = answered();

    assertThat(placed.agent()).isCompletedWithValue(Optional.of("PJSIP/1003"));
    assertThat(placed.talked()).isNotDone();
    dialEnd("another", "ANSWER");
    dialEnd(ID + ";2", "ANSWER");
    assertThat(placed.talked()).isNotDone();
    dialEnd(ID, "ANSWER");
    assertThat(placed.talked()).isCompletedWithValue(true);
  }

  @Test
  void whoAnsweredMayBeToldAfterThatSomebodyDid() {
    PlacedCallBack placed = calls.place(ORDER);
    outcome.complete(RingOutcome.ANSWERED);

    assertThat(placed.agent()).isNotDone();
    calls.happened(new Answered("q-yue", ID + ";2", "PJSIP/1003", Duration.ofSeconds(8)), NOW);

    assertThat(placed.agent()).isCompletedWithValue(Optional.of("PJSIP/1003"));
  }

  @Test
  void aResidentWhoDoesNotAnswerHasNotTalked() {
    PlacedCallBack placed = answered();

    dialEnd(ID, "NOANSWER");

    assertThat(placed.talked()).isCompletedWithValue(false);
  }

  @Test
  void noAgentIsNoTalk() {
    PlacedCallBack placed = calls.place(ORDER);

    outcome.complete(RingOutcome.NO_ANSWER);

    assertThat(placed.agent()).isCompletedWithValue(Optional.empty());
    assertThat(placed.talked()).isCompletedWithValue(false);
    assertThat(calls.place(ORDER)).as("the name is free again").isNotSameAs(placed);
  }

  @Test
  void anAgentWhoHangsUpWhileItRingsHasNotTalked() {
    PlacedCallBack placed = answered();
    clock.now = NOW.plusSeconds(20);

    hangup(ID);

    assertThat(placed.talked()).isCompletedWithValue(false);
  }

  @Test
  void whoIsOnTheLineLongerThanItRingsHasTalkedThoughNobodySawIt() {
    PlacedCallBack placed = answered();
    clock.now = NOW.plusSeconds(180);

    calls.onSynchronised(
        List.<CoreShowChannelEvent>of(),
        Optional.of(new BlindSpan(NOW.plusSeconds(5), NOW.plusSeconds(170))));

    assertThat(placed.talked()).isCompletedWithValue(true);
  }

  @Test
  void callBacksAreToldFromCallersByTheirChannels() {
    assertThat(CallBackCalls.isCallBack(ID + ";2")).isTrue();
    assertThat(CallBackCalls.isCallBack("node-1-1763800000.12")).isFalse();
  }
}
