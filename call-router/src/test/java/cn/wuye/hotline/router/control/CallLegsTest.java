package cn.wuye.hotline.router.control;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.router.channel.LiveChannel;
import cn.wuye.hotline.router.channel.LiveChannel.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallLegsTest {
  private static final String CALL = "node-1-1.1";
  private static final LiveChannel CALLER = channel(CALL, "PJSIP/loop-01", CALL, State.UP);
  private static final LiveChannel AGENT = channel("a1", "PJSIP/1001-02", CALL, State.UP);

  @Test
  void anAgentsSideIsTheOneOfThisCall() {
    LiveChannel other = channel("a0", "PJSIP/1001-01", "node-1-0.9", State.UP);
    LiveChannel longer = channel("a3", "PJSIP/10011-03", CALL, State.UP);

    assertThat(CallLegs.of(List.of(CALLER, other, longer, AGENT), "PJSIP/1001", CALL))
        .contains(AGENT);
  }

  @Test
  void aPhoneThatOnlyRingsIsNoSideYet() {
    LiveChannel ringing = channel("a1", "PJSIP/1001-02", CALL, State.RINGING);

    assertThat(CallLegs.of(List.of(CALLER, ringing), "PJSIP/1001", CALL)).isEmpty();
  }

  @Test
  void aCallThatWasMovedMayBeLinkedAnew() {
    LiveChannel moved = channel("a1", "PJSIP/1001-02", "node-1-9.9", State.UP);

    assertThat(CallLegs.of(List.of(CALLER, moved), "PJSIP/1001", CALL)).contains(moved);
  }

  @Test
  void aCallerWhoIsGoneHasNone() {
    assertThat(CallLegs.caller(List.of(CALLER, AGENT), CALL)).contains(CALLER);
    assertThat(CallLegs.caller(List.of(AGENT), CALL)).isEmpty();
  }

  @Test
  void withWhomAPhoneTalksIsSeenOnlyWhereACallerRangIt() {
    LiveChannel own = channel("o", "PJSIP/1002-05", "o", State.UP);
    LiveChannel colleague = channel("c", "PJSIP/1003-06", "o", State.UP);

    List<LiveChannel> all = List.of(own, colleague, CALLER, AGENT);
    assertThat(CallLegs.talk(all, "PJSIP/1001")).contains(CALLER);
    assertThat(CallLegs.talk(all, "PJSIP/1002")).isEmpty();
    assertThat(CallLegs.talk(all, "PJSIP/1003")).isEmpty();
    assertThat(CallLegs.talk(all, "PJSIP/100")).isEmpty();
  }

  @Test
  void whoListensInIsNoPartOfACall() {
    LiveChannel ear = channel("listen-1", "PJSIP/1001-07", CALL, State.UP);

    assertThat(CallLegs.listener(List.of(AGENT, ear), "PJSIP/1001")).contains(ear);
    assertThat(CallLegs.listener(List.of(AGENT, ear), "PJSIP/1002")).isEmpty();
    assertThat(CallLegs.of(List.of(CALLER, ear), "PJSIP/1001", CALL)).isEmpty();
  }

  private static LiveChannel channel(String id, String name, String linked, State state) {
    return new LiveChannel(id, name, state, "", linked, "", "", "", Instant.EPOCH);
  }
}
