package cn.wuye.hotline.router.agent;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.router.agent.AgentEvent.Answered;
import cn.wuye.hotline.router.agent.AgentEvent.PauseBegan;
import cn.wuye.hotline.router.agent.AgentEvent.PauseEnded;
import cn.wuye.hotline.router.agent.AgentEvent.PhoneCameBack;
import cn.wuye.hotline.router.agent.AgentEvent.PhoneVanished;
import cn.wuye.hotline.router.agent.AgentEvent.RingEnded;
import cn.wuye.hotline.router.agent.AgentEvent.Rung;
import cn.wuye.hotline.router.agent.AgentEvent.SignedIn;
import cn.wuye.hotline.router.agent.AgentEvent.SignedOut;
import cn.wuye.hotline.router.agent.AgentEvent.TalkEnded;
import cn.wuye.hotline.router.agent.AgentEvent.TimePassed;
import cn.wuye.hotline.router.agent.AgentEvent.WrapUpExtended;
import cn.wuye.hotline.router.agent.AgentState.Gone;
import cn.wuye.hotline.router.agent.AgentState.Paused;
import cn.wuye.hotline.router.agent.AgentState.Ready;
import cn.wuye.hotline.router.agent.AgentState.Ringing;
import cn.wuye.hotline.router.agent.AgentState.Talking;
import cn.wuye.hotline.router.agent.AgentState.Unreachable;
import cn.wuye.hotline.router.agent.AgentState.WrapUp;
import cn.wuye.hotline.router.agent.AgentStep.Reason;
import cn.wuye.hotline.router.agent.AgentStep.Refused;
import cn.wuye.hotline.router.agent.AgentStep.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentMachineTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant BEFORE = NOW.minusSeconds(30);
  private static final String CALL = "node-1-1.1";

  private static final Gone GONE = new Gone(BEFORE);
  private static final Ready READY = new Ready(BEFORE);
  private static final Paused LUNCH = new Paused(BEFORE, "lunch");
  private static final Ringing RINGING = new Ringing(BEFORE, CALL);
  private static final Talking TALKING = new Talking(BEFORE, CALL, Optional.empty());
  private static final Talking TALKING_THEN_LUNCH = new Talking(BEFORE, CALL, Optional.of("lunch"));
  private static final WrapUp WRAP_UP = new WrapUp(BEFORE, CALL, BEFORE.plusSeconds(45));
  private static final Unreachable LOST = new Unreachable(BEFORE, Optional.empty());
  private static final Unreachable LOST_AT_LUNCH = new Unreachable(BEFORE, Optional.of("lunch"));

  private final AgentMachine machine = new AgentMachine(AgentRules.DEFAULT);

  static Stream<Arguments> taken() {
    return Stream.of(
        Arguments.of(GONE, new SignedIn(), new Ready(NOW)),
        Arguments.of(LUNCH, new SignedIn(), LUNCH),
        Arguments.of(READY, new SignedOut(), new Gone(NOW)),
        Arguments.of(LOST, new SignedOut(), new Gone(NOW)),
        Arguments.of(READY, new PauseBegan("lunch"), new Paused(NOW, "lunch")),
        Arguments.of(LUNCH, new PauseBegan("lunch"), LUNCH),
        Arguments.of(LUNCH, new PauseBegan("training"), new Paused(NOW, "training")),
        Arguments.of(RINGING, new PauseBegan("Auto-Pause"), new Paused(NOW, "Auto-Pause")),
        Arguments.of(TALKING, new PauseBegan("lunch"), TALKING_THEN_LUNCH),
        Arguments.of(WRAP_UP, new PauseBegan("lunch"), new Paused(NOW, "lunch")),
        Arguments.of(WRAP_UP, new PauseBegan("wrap-up"), WRAP_UP),
        Arguments.of(LOST, new PauseBegan("lunch"), LOST_AT_LUNCH),
        Arguments.of(LUNCH, new PauseEnded(), new Ready(NOW)),
        Arguments.of(WRAP_UP, new PauseEnded(), new Ready(NOW)),
        Arguments.of(TALKING_THEN_LUNCH, new PauseEnded(), TALKING),
        Arguments.of(LOST_AT_LUNCH, new PauseEnded(), LOST),
        Arguments.of(READY, new PauseEnded(), READY),
        Arguments.of(READY, new Rung(CALL), new Ringing(NOW, CALL)),
        Arguments.of(WRAP_UP, new Rung("2"), new Ringing(NOW, "2")),
        Arguments.of(TALKING, new Rung("2"), TALKING),
        Arguments.of(RINGING, new RingEnded(CALL), new Ready(NOW)),
        Arguments.of(RINGING, new RingEnded("2"), RINGING),
        Arguments.of(LUNCH, new RingEnded(CALL), LUNCH),
        Arguments.of(RINGING, new Answered(CALL), new Talking(NOW, CALL, Optional.empty())),
        Arguments.of(READY, new Answered(CALL), new Talking(NOW, CALL, Optional.empty())),
        Arguments.of(LUNCH, new Answered(CALL), new Talking(NOW, CALL, Optional.of("lunch"))),
        Arguments.of(
            LOST_AT_LUNCH, new Answered(CALL), new Talking(NOW, CALL, Optional.of("lunch"))),
        Arguments.of(TALKING, new Answered(CALL), TALKING),
        Arguments.of(GONE, new Answered(CALL), GONE),
        Arguments.of(TALKING, new TalkEnded(CALL), new WrapUp(NOW, CALL, NOW.plusSeconds(45))),
        Arguments.of(TALKING, new TalkEnded("2"), TALKING),
        Arguments.of(
            new Talking(BEFORE, "", Optional.empty()),
            new TalkEnded(CALL),
            new WrapUp(NOW, "", NOW.plusSeconds(45))),
        Arguments.of(new Ringing(BEFORE, ""), new RingEnded(CALL), new Ready(NOW)),
        Arguments.of(TALKING_THEN_LUNCH, new TalkEnded(CALL), new Paused(NOW, "lunch")),
        Arguments.of(GONE, new TalkEnded(CALL), GONE),
        Arguments.of(
            WRAP_UP,
            new WrapUpExtended(Duration.ofSeconds(60)),
            new WrapUp(BEFORE, CALL, BEFORE.plusSeconds(105))),
        Arguments.of(WRAP_UP, new TimePassed(), WRAP_UP),
        Arguments.of(LUNCH, new TimePassed(), LUNCH),
        Arguments.of(READY, new PhoneVanished(), new Unreachable(NOW, Optional.empty())),
        Arguments.of(LUNCH, new PhoneVanished(), new Unreachable(NOW, Optional.of("lunch"))),
        Arguments.of(TALKING, new PhoneVanished(), TALKING),
        Arguments.of(GONE, new PhoneVanished(), GONE),
        Arguments.of(LOST, new PhoneCameBack(), new Ready(NOW)),
        Arguments.of(LOST_AT_LUNCH, new PhoneCameBack(), new Paused(NOW, "lunch")),
        Arguments.of(TALKING, new PhoneCameBack(), TALKING));
  }

  @ParameterizedTest
  @MethodSource("taken")
  void followsTheTable(AgentState state, AgentEvent event, AgentState after) {
    assertThat(machine.on(state, event, NOW)).isEqualTo(new Taken(after));
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(GONE, new PauseBegan("lunch"), Reason.NOT_SIGNED_IN),
        Arguments.of(GONE, new PauseEnded(), Reason.NOT_SIGNED_IN),
        Arguments.of(TALKING, new PauseEnded(), Reason.IN_A_CALL),
        Arguments.of(READY, new WrapUpExtended(Duration.ofSeconds(30)), Reason.NO_WRAP_UP),
        Arguments.of(WRAP_UP, new WrapUpExtended(Duration.ofMinutes(5)), Reason.TOO_LONG));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatCannotBeHad(AgentState state, AgentEvent event, Reason reason) {
    assertThat(machine.on(state, event, NOW)).isEqualTo(new Refused(state, reason));
  }

  @Test
  void aWrapUpEndsWhenItIsOver() {
    Instant over = WRAP_UP.until();

    assertThat(machine.on(WRAP_UP, new TimePassed(), over.minusMillis(1)).state())
        .isEqualTo(WRAP_UP);
    assertThat(machine.on(WRAP_UP, new TimePassed(), over.plusSeconds(3)).state())
        .isEqualTo(new Ready(over));
  }

  @Test
  void withoutWrapUpSheIsReadyAtOnce() {
    AgentMachine quick = new AgentMachine(new AgentRules(Duration.ZERO, Duration.ofMinutes(5)));

    assertThat(quick.on(TALKING, new TalkEnded(CALL), NOW).state()).isEqualTo(new Ready(NOW));
  }

  /** Whatever comes, in whatever order: a talk ends only by its own end or by signing out. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aTalkIsLeftOnlyByItsEnd(long seed) {
    Random random = new Random(seed);
    List<AgentEvent> events =
        List.of(
            new SignedIn(),
            new SignedOut(),
            new PauseBegan("lunch"),
            new PauseEnded(),
            new Rung("1"),
            new Rung("2"),
            new RingEnded("1"),
            new Answered("1"),
            new TalkEnded("1"),
            new TalkEnded("2"),
            new WrapUpExtended(Duration.ofSeconds(30)),
            new TimePassed(),
            new PhoneVanished(),
            new PhoneCameBack());
    AgentState state = GONE;
    int talks = 0;
    for (int i = 0; i < 5000; i++) {
      AgentEvent event = events.get(random.nextInt(events.size()));
      AgentState next = machine.on(state, event, NOW.plusSeconds(i)).state();
      if (state instanceof Talking && !(next instanceof Talking)) {
        talks++;
        assertThat(event).isIn(new TalkEnded("1"), new SignedOut());
      }
      assertThat(next.since()).isAfterOrEqualTo(state.since());
      state = next;
    }
    assertThat(talks).isPositive();
  }
}
