package cn.wuye.hotline.backend.floor.figures;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.floor.FloorFigures;
import cn.wuye.hotline.backend.floor.QueueFigures;
import cn.wuye.hotline.backend.traffic.EventKind;
import cn.wuye.hotline.backend.traffic.Told;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DayFiguresTest {
  private static final Instant DAY = Instant.parse("2026-03-01T16:00:00Z");

  /** From half an hour before the day. */
  private final Told story = new Told("2026-03-01T15:30:00Z");

  @Test
  void theDaysFiguresBeginAtMidnightAndTheLastHourBeforeIt() {
    story
        .agent(0, EventKind.AGENT_READY, "1001")
        .call(600, EventKind.JOINED, "a", "sun")
        .call(605, EventKind.ANSWERED, "a", "sun", "1001", "")
        .agent(605, EventKind.AGENT_TALKING, "1001", "a", "")
        .call(665, EventKind.COMPLETED, "a", "sun", "1001", "")
        .agent(665, EventKind.AGENT_READY, "1001")
        .call(2000, EventKind.JOINED, "b", "sun")
        .call(2030, EventKind.ANSWERED, "b", "sun", "1001", "")
        .agent(2030, EventKind.AGENT_TALKING, "1001", "b", "")
        .call(2050, EventKind.JOINED, "c", "sun")
        .call(2055, EventKind.CALL_BACK_ASKED, "c", "sun");

    FloorFigures figures = DayFigures.of(story.events(), DAY, story.at(2100));

    QueueFigures sun = figures.queues().get("sun");
    assertThat(sun).isNotNull();
    assertThat(sun.today().offered()).as("since midnight").isEqualTo(2);
    assertThat(sun.today().answered()).isEqualTo(1);
    assertThat(sun.callBacks()).isEqualTo(1);
    assertThat(sun.answered().stream().mapToInt(Integer::intValue).sum())
        .as("in the last hour")
        .isEqualTo(2);
    assertThat(figures.agents().get("1001"))
        .isNotNull()
        .satisfies(
            agent -> {
              assertThat(agent.handled()).isEqualTo(1);
              assertThat(agent.talking()).isEqualTo(70_000);
              assertThat(agent.ready()).isEqualTo((2030 - 1800) * 1000L);
            });
  }

  @Test
  void aDayOnWhichNothingHappenedHasNoFigures() {
    assertThat(DayFigures.of(story.events(), DAY, story.at(2100))).isEqualTo(FloorFigures.NONE);
  }
}
