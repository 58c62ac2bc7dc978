package cn.wuye.hotline.router.queue;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.router.queue.WaitStep.Choice;
import cn.wuye.hotline.router.queue.WaitStep.Recording;
import cn.wuye.hotline.router.queue.WaitStep.Stay;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WaitingTest {
  private static final boolean STORM = true;
  private static final boolean STAFFED = true;

  static Stream<Arguments> steps() {
    return Stream.of(
        Arguments.of(at(0, 0, 0, STAFFED, !STORM, true), stay(60)),
        Arguments.of(at(20, 20, 0, STAFFED, !STORM, true), stay(40)),
        Arguments.of(at(60, 60, 0, STAFFED, !STORM, true), new Choice(true, true)),
        Arguments.of(at(60, 60, 0, STAFFED, !STORM, false), new Choice(false, true)),
        Arguments.of(at(70, 2, 1, STAFFED, !STORM, true), stay(58)),
        Arguments.of(at(0, 0, 0, STAFFED, STORM, true), new Choice(true, true)),
        Arguments.of(at(5, 0, 1, STAFFED, STORM, true), stay(60)),
        Arguments.of(at(0, 0, 0, !STAFFED, !STORM, true), new Choice(true, false)),
        Arguments.of(at(90, 10, 1, !STAFFED, !STORM, false), new Choice(false, false)),
        Arguments.of(at(880, 10, 9, STAFFED, !STORM, true), stay(20)),
        Arguments.of(at(900, 10, 9, STAFFED, !STORM, true), new Recording()),
        Arguments.of(at(5000, 60, 9, !STAFFED, STORM, true), new Recording()));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void knowsWhatComesNext(Waiting waiting, WaitStep step) {
    assertThat(waiting.next(QueueLimits.DEFAULT)).isEqualTo(step);
  }

  @Test
  void everyWaitEndsInTheRecordingAndIsAskedEachMinute() {
    long waited = 0;
    long sinceChoice = 0;
    int choices = 0;
    WaitStep step = at(0, 0, 0, STAFFED, !STORM, true).next(QueueLimits.DEFAULT);
    while (!(step instanceof Recording)) {
      if (step instanceof Stay stay) {
        assertThat(stay.longest()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(60));
        waited += stay.longest().toSeconds();
        sinceChoice += stay.longest().toSeconds();
      } else {
        choices++;
        waited += 8;
        sinceChoice = 0;
      }
      step = at(waited, sinceChoice, choices, STAFFED, !STORM, true).next(QueueLimits.DEFAULT);
    }
    assertThat(waited).isBetween(900L, 908L);
    assertThat(choices).isBetween(12, 15);
  }

  @ParameterizedTest
  @CsvSource({
    "false, 9, 0, false",
    "false, 10, 0, true",
    "false, 10, 4, false",
    "false, 12, 4, true",
    "true, 7, 4, true",
    "true, 6, 4, false",
    "true, 5, 0, false",
  })
  void aStormBeginsHighAndEndsLow(boolean now, int waiting, int signedIn, boolean goesOn) {
    assertThat(Storm.goesOn(now, waiting, signedIn)).isEqualTo(goesOn);
  }

  private static Stay stay(int seconds) {
    return new Stay(Duration.ofSeconds(seconds));
  }

  private static Waiting at(
      long waited,
      long sinceChoice,
      int choices,
      boolean staffed,
      boolean storm,
      boolean callBackPossible) {
    return new Waiting(
        Duration.ofSeconds(waited),
        Duration.ofSeconds(sinceChoice),
        choices,
        staffed,
        storm,
        callBackPossible);
  }
}
