package cn.wuye.hotline.backend.traffic;

import static cn.wuye.hotline.backend.traffic.EventKind.ABANDONED;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_READY;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_TALKING;
import static cn.wuye.hotline.backend.traffic.EventKind.AGENT_WRAP_UP;
import static cn.wuye.hotline.backend.traffic.EventKind.ANSWERED;
import static cn.wuye.hotline.backend.traffic.EventKind.COMPLETED;
import static cn.wuye.hotline.backend.traffic.EventKind.HELD;
import static cn.wuye.hotline.backend.traffic.EventKind.JOINED;
import static cn.wuye.hotline.backend.traffic.EventKind.LOST;
import static cn.wuye.hotline.backend.traffic.EventKind.NOT_ANSWERED;
import static cn.wuye.hotline.backend.traffic.EventKind.RESUMED;
import static cn.wuye.hotline.backend.traffic.EventKind.RINGING;
import static cn.wuye.hotline.backend.traffic.EventKind.STEPPED_OUT;
import static cn.wuye.hotline.backend.traffic.EventKind.TRANSFERRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaysTest {
  private final Told told = new Told("2026-03-02T01:00:00Z");

  @Test
  void whoIsAnsweredWaitsTalksIsHeldAndIsWrittenDown() {
    told.call(0, JOINED, "c1", "general")
        .call(5, RINGING, "c1", "general", "1001", "")
        .call(20, NOT_ANSWERED, "c1", "general", "1001", "")
        .call(30.5, ANSWERED, "c1", "general", "1002", "")
        .agent(30.5, AGENT_TALKING, "1002", "c1", "")
        .call(60, HELD, "c1", "general", "1002", "")
        .call(75, RESUMED, "c1", "general", "1002", "")
        .call(130.5, COMPLETED, "c1", "general", "1002", "caller")
        .agent(130.5, AGENT_WRAP_UP, "1002", "c1", "")
        .agent(175.5, AGENT_READY, "1002");

    Stay stay = only(told.stays(1000));

    assertThat(stay.outcome()).isEqualTo(Outcome.ANSWERED);
    assertThat(stay.waited()).isEqualTo(30_500);
    assertThat(stay.first()).isTrue();
    assertThat(stay.over()).isTrue();
    assertThat(stay.talk())
        .isEqualTo(new Talk("1002", told.at(30.5), true, 85_000, 15_000, 45_000, false));
    assertThat(talk(stay).handling()).isEqualTo(145_000);
  }

  @Test
  void slicesOfWaitingAreOneStay() {
    told.call(0, JOINED, "c1", "general")
        .call(60, STEPPED_OUT, "c1", "general")
        .call(66, JOINED, "c1", "general")
        .call(126, STEPPED_OUT, "c1", "general")
        .call(131, JOINED, "c1", "general")
        .call(140, ABANDONED, "c1", "general");

    Stay stay = only(told.stays(1000));

    assertThat(stay.joined()).isEqualTo(told.at(0));
    assertThat(stay.outcome()).isEqualTo(Outcome.ABANDONED);
    assertThat(stay.waited()).isEqualTo(140_000);
  }

  @ParameterizedTest
  @CsvSource({
    "ABANDONED, ABANDONED",
    "LEFT_BY_KEY, LEFT_BY_KEY",
    "CALL_BACK_ASKED, CALL_BACK_ASKED",
    "TIMED_OUT, TIMED_OUT",
    "EMPTY, EMPTY",
    "MOVED, MOVED",
    "LOST, LOST"
  })
  void whoLeavesHasLeftOnce(EventKind kind, Outcome outcome) {
    told.call(0, JOINED, "c1", "general")
        .call(12, kind, "c1", "general")
        .call(13, ABANDONED, "c1", "general");

    assertThat(only(told.stays(1000)).outcome()).isEqualTo(outcome);
    assertThat(only(told.stays(1000)).waited()).isEqualTo(12_000);
  }

  @Test
  void aTransferToAnotherQueueIsASecondStayOfOneCall() {
    told.call(0, JOINED, "c1", "general")
        .call(10, ANSWERED, "c1", "general", "1001", "")
        .call(40, TRANSFERRED, "c1", "general", "1001", "yue")
        .call(40, JOINED, "c1", "yue")
        .call(55, ANSWERED, "c1", "yue", "1002", "")
        .call(95, COMPLETED, "c1", "yue", "1002", "agent");

    List<Stay> stays = told.stays(1000);

    assertThat(stays).extracting(Stay::queue).containsExactly("general", "yue");
    assertThat(stays).extracting(Stay::first).containsExactly(true, false);
    assertThat(stays).extracting(Stay::waited).containsExactly(10_000L, 15_000L);
    assertThat(stays).extracting(stay -> talk(stay).talk()).containsExactly(30_000L, 40_000L);
    assertThat(stays).extracting(stay -> talk(stay).transferred()).containsExactly(true, false);
  }

  @Test
  void whoJoinsAnotherQueueHasLeftTheFirst() {
    told.call(0, JOINED, "c1", "general").call(8, JOINED, "c1", "yue");

    assertThat(told.stays(20))
        .extracting(Stay::outcome)
        .containsExactly(Outcome.MOVED, Outcome.WAITING);
    assertThat(told.stays(20)).extracting(Stay::waited).containsExactly(8_000L, 12_000L);
  }

  @Test
  void whatGoesOnIsCountedUntilNow() {
    told.call(0, JOINED, "c1", "general")
        .call(0, JOINED, "c2", "general")
        .call(10, ANSWERED, "c2", "general", "1001", "")
        .call(20, HELD, "c2", "general", "1001", "");

    List<Stay> stays = told.stays(50);

    assertThat(stays).extracting(Stay::over).containsExactly(false, false);
    assertThat(stays.get(0).waited()).isEqualTo(50_000);
    assertThat(stays.get(1).talk())
        .isEqualTo(new Talk("1001", told.at(10), false, 10_000, 30_000, 0, false));
  }

  @Test
  void whatHasNoEndIsLostWhenTheCallWasLastHeardOf() {
    told.call(0, JOINED, "c1", "general")
        .call(60, STEPPED_OUT, "c1", "general")
        .call(0, JOINED, "c2", "general")
        .call(10, ANSWERED, "c2", "general", "1001", "")
        .call(20, HELD, "c2", "general", "1001", "")
        .call(35, RESUMED, "c2", "general", "1001", "");
    long longest = Stay.LONGEST_CALL.toSeconds();

    List<Stay> stays = told.stays(longest + 10);

    assertThat(told.stays(longest - 1)).extracting(Stay::over).containsExactly(false, false);
    assertThat(stays).extracting(Stay::outcome).containsExactly(Outcome.LOST, Outcome.ANSWERED);
    assertThat(stays.get(0).waited()).isEqualTo(60_000);
    assertThat(stays.get(1).talk())
        .isEqualTo(new Talk("1001", told.at(10), true, 10_000, 15_000, 0, false));
  }

  @Test
  void itIsKnownWhetherSheWasInAsterisksQueue() {
    told.call(0, JOINED, "c1", "general", "", Stay.DIRECT)
        .call(0, JOINED, "c2", "general", "", Stay.DIRECT)
        .call(0, JOINED, "c3", "general")
        .call(10, JOINED, "c2", "general")
        .call(60, STEPPED_OUT, "c3", "general");

    List<Stay> stays = told.stays(100);

    assertThat(stays).extracting(Stay::call).containsExactly("c1", "c2", "c3");
    assertThat(stays).extracting(Stay::queued).containsExactly(false, true, true);
    assertThat(stays).extracting(Stay::entered).containsExactly(null, told.at(10), told.at(0));
    assertThat(stays).extracting(Stay::waitInQueue).containsExactly(100_000L, 90_000L, 100_000L);
    assertThat(stays).extracting(Stay::outside).containsExactly(true, false, true);
  }

  @Test
  void anEndOfAsteriskEndsWaitsAndTalks() {
    told.call(0, JOINED, "c1", "general")
        .call(10, ANSWERED, "c1", "general", "1001", "")
        .call(30, LOST, "c1", "general");

    Stay stay = only(told.stays(1000));

    assertThat(stay.outcome()).isEqualTo(Outcome.ANSWERED);
    assertThat(talk(stay).talk()).isEqualTo(20_000);
    assertThat(stay.over()).isTrue();
  }

  @Test
  void whatHasNoBeginningIsNotGuessed() {
    told.call(10, ANSWERED, "c1", "general", "1001", "")
        .call(40, COMPLETED, "c1", "general", "1001", "caller");

    assertThat(told.stays(1000)).isEmpty();
  }

  /** The desk tells it when it is done; Asterisk may have told the end of the talk before. */
  @Test
  void whoIsHandedOnAtTheDeskIsTransferredWhicheverIsToldFirst() {
    told.call(0, JOINED, "c1", "general")
        .call(10, ANSWERED, "c1", "general", "1001", "")
        .call(40, COMPLETED, "c1", "general", "1001", "")
        .call(40.1, TRANSFERRED, "c1", "", "1001", "")
        .call(0, JOINED, "c2", "general")
        .call(10, ANSWERED, "c2", "general", "1001", "")
        .call(40, TRANSFERRED, "c2", "", "1001", "")
        .call(41, COMPLETED, "c2", "general", "1001", "");

    assertThat(told.stays(1000))
        .extracting(stay -> talk(stay).transferred(), stay -> talk(stay).talk())
        .containsExactly(tuple(true, 30_000L), tuple(true, 30_000L));
  }

  @Test
  void theWrapUpOfTwoTalksWithTheSameAgentIsCountedOnce() {
    told.call(0, JOINED, "c1", "general")
        .call(10, ANSWERED, "c1", "general", "1001", "")
        .call(40, TRANSFERRED, "c1", "general", "1001", "yue")
        .agent(40, AGENT_WRAP_UP, "1001", "c1", "")
        .call(40, JOINED, "c1", "yue")
        .agent(50, AGENT_READY, "1001")
        .call(60, ANSWERED, "c1", "yue", "1001", "")
        .call(90, COMPLETED, "c1", "yue", "1001", "caller")
        .agent(90, AGENT_WRAP_UP, "1001", "c1", "")
        .agent(110, AGENT_READY, "1001");

    assertThat(told.stays(1000))
        .extracting(stay -> talk(stay).wrapUp())
        .containsExactly(0L, 30_000L);
  }

  @Test
  void whoIsSentToAnotherNodesAgentsStaysOnceWhereSheCalled() {
    told.call(0, JOINED, "c1", "general", "", Stay.DIRECT);
    List<QueueEvent> events = new ArrayList<>(told.events());
    events.add(QueueEvent.told("node-2", JOINED, told.at(1), "c1", "general", "", ""));
    events.add(QueueEvent.told("node-2", STEPPED_OUT, told.at(61), "c1", "general", "", ""));
    events.add(QueueEvent.told("node-2", JOINED, told.at(65), "c1", "general", "", ""));
    events.add(QueueEvent.told("node-2", ANSWERED, told.at(70), "c1", "general", "1001", ""));
    events.add(QueueEvent.told("node-2", COMPLETED, told.at(80), "c1", "general", "1001", ""));

    assertThat(Stays.of(events, told.at(100)))
        .extracting(Stay::node, Stay::outcome, Stay::waited)
        .containsExactly(tuple("node-1", Outcome.ANSWERED, 70_000L));
  }

  @Test
  void whoGivesUpWhileSheIsSentIsAbandonedOnce() {
    told.call(0, JOINED, "c1", "general", "", Stay.DIRECT);
    List<QueueEvent> events = new ArrayList<>(told.events());
    events.add(QueueEvent.told("node-2", JOINED, told.at(1), "c1", "general", "", ""));
    events.add(QueueEvent.told("node-1", ABANDONED, told.at(30), "c1", "general", "", ""));
    events.add(QueueEvent.told("node-2", STEPPED_OUT, told.at(31), "c1", "general", "", ""));

    assertThat(Stays.of(events, told.at(100)))
        .extracting(Stay::node, Stay::outcome, Stay::waited)
        .containsExactly(tuple("node-1", Outcome.ABANDONED, 30_000L));
  }

  /** Whatever order the events are read in, of different moments. */
  @Test
  void theOrderOfReadingDoesNotMatter() {
    told.call(0, JOINED, "c1", "general")
        .call(10, ANSWERED, "c1", "general", "1001", "")
        .call(20, HELD, "c1", "general", "1001", "")
        .call(30, RESUMED, "c1", "general", "1001", "")
        .call(41, TRANSFERRED, "c1", "general", "1001", "yue")
        .call(42, JOINED, "c1", "yue")
        .agent(43, AGENT_WRAP_UP, "1001", "c1", "")
        .agent(50, AGENT_READY, "1001")
        .call(51, ABANDONED, "c1", "yue");
    List<QueueEvent> shuffled = new ArrayList<>(told.events());
    Random random = new Random(7);
    for (int i = 0; i < 50; i++) {
      Collections.shuffle(shuffled, random);

      assertThat(Stays.of(shuffled, told.at(100))).isEqualTo(told.stays(100));
    }
  }

  private static Stay only(List<Stay> stays) {
    assertThat(stays).hasSize(1);
    return stays.get(0);
  }

  private static Talk talk(Stay stay) {
    return Objects.requireNonNull(stay.talk());
  }
}
