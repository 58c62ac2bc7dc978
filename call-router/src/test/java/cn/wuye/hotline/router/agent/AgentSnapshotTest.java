package cn.wuye.hotline.router.agent;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.router.agent.AgentSnapshot.Phone;
import cn.wuye.hotline.router.agent.AgentState.Gone;
import cn.wuye.hotline.router.agent.AgentState.Paused;
import cn.wuye.hotline.router.agent.AgentState.Ready;
import cn.wuye.hotline.router.agent.AgentState.Ringing;
import cn.wuye.hotline.router.agent.AgentState.Talking;
import cn.wuye.hotline.router.agent.AgentState.Unreachable;
import cn.wuye.hotline.router.agent.AgentState.WrapUp;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AgentSnapshotTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant BEFORE = NOW.minusSeconds(100);
  private static final Instant ENDED = NOW.minusSeconds(20);
  private static final Optional<String> LUNCH = Optional.of("lunch");
  private static final Optional<Instant> NEVER = Optional.empty();

  static Stream<Arguments> fresh() {
    return Stream.of(
        Arguments.of(member(Optional.empty(), Phone.FREE, "", NEVER), new Ready(NOW)),
        Arguments.of(
            member(Optional.empty(), Phone.FREE, "", Optional.of(NOW.minusSeconds(45))),
            new Ready(NOW)),
        Arguments.of(
            member(Optional.empty(), Phone.FREE, "", Optional.of(ENDED)),
            new WrapUp(ENDED, "", ENDED.plusSeconds(45))),
        Arguments.of(
            member(Optional.of("wrap-up"), Phone.FREE, "", Optional.of(NOW.minusSeconds(60))),
            new WrapUp(NOW.minusSeconds(60), "", NOW.plusSeconds(240))),
        Arguments.of(
            member(Optional.of("wrap-up"), Phone.FREE, "", Optional.of(NOW.minusSeconds(600))),
            new Paused(BEFORE, "wrap-up")),
        Arguments.of(member(LUNCH, Phone.FREE, "", NEVER), new Paused(BEFORE, "lunch")),
        Arguments.of(
            member(Optional.empty(), Phone.RINGING, "1.1", NEVER), new Ringing(NOW, "1.1")),
        Arguments.of(member(LUNCH, Phone.FREE, "", Optional.of(ENDED)), new Paused(ENDED, "lunch")),
        Arguments.of(member(LUNCH, Phone.RINGING, "1.1", NEVER), new Paused(BEFORE, "lunch")),
        Arguments.of(member(LUNCH, Phone.BUSY, "1.1", NEVER), new Talking(NOW, "1.1", LUNCH)),
        Arguments.of(member(LUNCH, Phone.ABSENT, "", NEVER), new Unreachable(NOW, LUNCH)),
        Arguments.of(
            new AgentSnapshot(false, Optional.empty(), Phone.FREE, "", NEVER, NEVER),
            new Gone(NOW)));
  }

  @ParameterizedTest
  @MethodSource("fresh")
  void isReadWithoutAnyMemory(AgentSnapshot snapshot, AgentState state) {
    assertThat(snapshot.state(new Gone(NOW), AgentRules.DEFAULT, NOW)).isEqualTo(state);
  }

  static Stream<Arguments> kept() {
    Instant endedSeen = ENDED.plusMillis(700);
    return Stream.of(
        Arguments.of(
            new Ready(BEFORE), member(Optional.empty(), Phone.FREE, "", NEVER), new Ready(BEFORE)),
        Arguments.of(
            new Talking(BEFORE, "1.1", Optional.empty()),
            member(Optional.empty(), Phone.BUSY, "", NEVER),
            new Talking(BEFORE, "1.1", Optional.empty())),
        Arguments.of(
            new Talking(BEFORE, "1.1", Optional.empty()),
            member(Optional.empty(), Phone.BUSY, "2.2", NEVER),
            new Talking(NOW, "2.2", Optional.empty())),
        Arguments.of(
            new WrapUp(endedSeen, "1.1", endedSeen.plusSeconds(105)),
            member(Optional.empty(), Phone.FREE, "", Optional.of(ENDED)),
            new WrapUp(endedSeen, "1.1", endedSeen.plusSeconds(105))),
        Arguments.of(
            new Paused(BEFORE.plusMillis(300), "lunch"),
            member(LUNCH, Phone.FREE, "", NEVER),
            new Paused(BEFORE.plusMillis(300), "lunch")),
        Arguments.of(
            new Unreachable(BEFORE, Optional.empty()),
            member(LUNCH, Phone.ABSENT, "", NEVER),
            new Unreachable(BEFORE, LUNCH)),
        Arguments.of(
            new Ringing(BEFORE, "1.1"),
            member(Optional.empty(), Phone.RINGING, "2.2", NEVER),
            new Ringing(NOW, "2.2")));
  }

  @ParameterizedTest
  @MethodSource("kept")
  void keepsTheBeginningOfWhatIsStillTheSame(
      AgentState before, AgentSnapshot snapshot, AgentState after) {
    assertThat(snapshot.state(before, AgentRules.DEFAULT, NOW)).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource({
    "0, FREE",
    "1, FREE",
    "2, BUSY",
    "3, BUSY",
    "4, ABSENT",
    "5, ABSENT",
    "6, RINGING",
    "7, BUSY",
    "8, BUSY",
  })
  void readsAsterisksDeviceStates(int device, Phone phone) {
    assertThat(Phone.of(device)).isEqualTo(phone);
  }

  @Test
  void aCallThatEndedUnseenLeadsToItsWrapUp() {
    AgentState before = new Talking(BEFORE, "1.1", Optional.empty());

    assertThat(
            member(Optional.empty(), Phone.FREE, "", Optional.of(ENDED))
                .state(before, AgentRules.DEFAULT, NOW))
        .isEqualTo(new WrapUp(ENDED, "", ENDED.plusSeconds(45)));
  }

  private static AgentSnapshot member(
      Optional<String> pause, Phone phone, String call, Optional<Instant> lastCallAt) {
    return new AgentSnapshot(true, pause, phone, call, pause.map(reason -> BEFORE), lastCallAt);
  }
}
