package cn.wuye.hotline.backend.floor.alarm;

import static cn.wuye.hotline.backend.floor.SampleFloor.BOOK;
import static cn.wuye.hotline.backend.floor.SampleFloor.NOW;
import static cn.wuye.hotline.backend.floor.SampleFloor.caller;
import static cn.wuye.hotline.backend.floor.SampleFloor.part;
import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.floor.Alarm;
import cn.wuye.hotline.backend.floor.Alarm.Kind;
import cn.wuye.hotline.backend.floor.Floor;
import cn.wuye.hotline.backend.floor.FloorFigures;
import cn.wuye.hotline.backend.floor.FloorNow;
import cn.wuye.hotline.backend.floor.FloorView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmWatchTest {
  private static final Instant LONG_AGO = NOW.minusSeconds(3600);

  private final Floor floor = new Floor();

  private List<Kind> certain(Instant began) {
    FloorNow seen = floor.now(NOW);
    List<Alarm> alarms =
        new FloorView(seen, BOOK, FloorFigures.NONE, Duration.ofMinutes(2)).alarms(NOW);
    return AlarmWatch.certain(alarms, seen, began, NOW).stream().map(Alarm::kind).toList();
  }

  private void oneWaitsAndNobodyIsThere() {
    floor.take(part("node-1", List.of(caller("a", "sun", "1", 130)), List.of()));
    floor.take(part("node-2", List.of(), List.of()));
  }

  @Test
  void whoSeesAllNodesKnowsThatNobodyIsThere() {
    oneWaitsAndNobodyIsThere();

    assertThat(certain(LONG_AGO)).contains(Kind.UNATTENDED, Kind.WAIT, Kind.NOBODY);
  }

  @Test
  void aNodeThatHasJustBegunKnowsOnlyOfWhoWaits() {
    oneWaitsAndNobodyIsThere();

    assertThat(certain(NOW.minusSeconds(20))).containsExactly(Kind.WAIT);
  }

  @Test
  void theAgentsOfANodeThatIsNotHeardMayBeThere() {
    oneWaitsAndNobodyIsThere();
    floor.cut("node-2", NOW.minusSeconds(90));

    assertThat(certain(LONG_AGO)).containsExactly(Kind.WAIT);
  }

  @Test
  void aNodeThatIsGoneForLongHasNoAgents() {
    oneWaitsAndNobodyIsThere();
    floor.cut("node-2", NOW.minus(FloorNow.KEPT).minusSeconds(1));

    assertThat(certain(LONG_AGO)).contains(Kind.UNATTENDED, Kind.WAIT, Kind.NOBODY);
  }

  @Test
  void withoutAnyNodeNothingIsKnown() {
    assertThat(certain(LONG_AGO)).isEmpty();
  }
}
