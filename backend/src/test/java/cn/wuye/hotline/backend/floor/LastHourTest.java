package cn.wuye.hotline.backend.floor;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.traffic.EventKind;
import cn.wuye.hotline.backend.traffic.Stay;
import cn.wuye.hotline.backend.traffic.Told;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastHourTest {
  /** From the 31st second of a minute. */
  private final Told story = new Told("2026-03-02T02:00:31Z");

  @Test
  void whoWaitsCountsAtTheEndsOfTheMinutesUntilSheIsAnswered() {
    story
        .call(0, EventKind.JOINED, "a", "sun")
        .call(100, EventKind.ANSWERED, "a", "sun", "1001", "")
        .call(110, EventKind.JOINED, "b", "sun");
    Instant now = story.at(119);
    List<Stay> stays = story.stays(119);

    List<Integer> waiting = LastHour.waiting(stays, now);
    List<Integer> answered = LastHour.answered(stays, now);

    // Minutes 02:00, 02:01 and 02:02, of which half has passed.
    assertThat(waiting).hasSize(LastHour.MINUTES).endsWith(0, 1, 1, 1);
    assertThat(answered).hasSize(LastHour.MINUTES).endsWith(0, 0, 0, 1);
    assertThat(waiting.subList(0, 57)).containsOnly(0);
  }

  @Test
  void whatIsOlderThanAnHourIsNotSeen() {
    story
        .call(0, EventKind.JOINED, "a", "sun")
        .call(10, EventKind.ANSWERED, "a", "sun", "1001", "")
        .call(20, EventKind.COMPLETED, "a", "sun", "1001", "");

    Instant now = story.at(3600);

    assertThat(LastHour.waiting(story.stays(3600), now)).isEqualTo(LastHour.NOTHING);
    assertThat(LastHour.answered(story.stays(3600), now)).isEqualTo(LastHour.NOTHING);
  }

  @Test
  void linesOfTwoQueuesAddUp() {
    assertThat(LastHour.sum(List.of(1, 2), List.of(3, 4))).containsExactly(4, 6);
  }
}
