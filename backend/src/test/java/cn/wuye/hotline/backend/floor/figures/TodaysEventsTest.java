package cn.wuye.hotline.backend.floor.figures;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.traffic.EventKind;
import cn.wuye.hotline.backend.traffic.QueueEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class TodaysEventsTest {
  private static final Instant DAY = Instant.parse("2026-03-01T16:00:00Z");

  private final List<QueueEvent> log = new ArrayList<>();
  private final List<String> reads = new ArrayList<>();
  private final TodaysEvents events =
      new TodaysEvents(
          (from, to) -> {
            reads.add(Duration.between(DAY, from) + ".." + Duration.between(DAY, to));
            return log.stream()
                .filter(event -> !event.at().isBefore(from) && event.at().isBefore(to))
                .toList();
          },
          moment ->
              List.of(
                  QueueEvent.told(
                      "node-1", EventKind.AGENT_READY, DAY.minusSeconds(60), "", "", "1001", "")));

  private QueueEvent joined(long second) {
    QueueEvent event =
        QueueEvent.told(
            "node-1", EventKind.JOINED, DAY.plusSeconds(second), "1." + second, "sun", "", "");
    log.add(event);
    return event;
  }

  private Collection<QueueEvent> until(long second) {
    return events.since(DAY, DAY.plusSeconds(second));
  }

  @Test
  void afterTheFirstTimeOnlyTheLastMinutesAreRead() {
    QueueEvent first = joined(10);
    assertThat(until(600)).contains(first).hasSize(2);
    QueueEvent late = joined(550);
    QueueEvent next = joined(605);

    assertThat(until(610)).contains(first, late, next).hasSize(4);

    assertThat(reads).containsExactly("PT0S..PT10M", "PT8M..PT10M10S");
  }

  @Test
  void whatANodeToldMuchLaterIsFoundWhenEverythingIsReadAgain() {
    until(600);
    QueueEvent late = joined(100);

    assertThat(until(610)).doesNotContain(late);
    assertThat(until(600 + TodaysEvents.ANEW.toSeconds())).contains(late);
  }

  @Test
  void anotherDayBeginsAnew() {
    QueueEvent yesterday = joined(10);
    until(600);

    Collection<QueueEvent> today = events.since(DAY.plusSeconds(86_400), DAY.plusSeconds(86_410));

    assertThat(today).doesNotContain(yesterday);
  }
}
