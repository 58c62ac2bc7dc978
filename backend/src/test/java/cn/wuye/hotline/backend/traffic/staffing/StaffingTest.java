package cn.wuye.hotline.backend.traffic.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaffingTest {
  private static final Duration SHORT = Duration.ofSeconds(180);

  /**
   * The worked example of Call Centre Helper (100 calls in half an hour, 180 s, 80 % within 20 s,
   * 85 %, 30 %): 14 agents at their desks, 20 scheduled, 71.4 % occupied.
   */
  @Test
  void theWorkedExample() {
    Staffing staffing = Staffing.needed(50, SHORT, StaffingGoal.SHIPPED);

    assertThat(staffing.load()).isEqualTo(10);
    assertThat(staffing.atDesks()).isEqualTo(14);
    assertThat(staffing.scheduled()).isEqualTo(20);
    assertThat(staffing.serviceLevel()).isCloseTo(0.888, Offset.offset(0.0005));
    assertThat(staffing.occupancy()).isCloseTo(0.714, Offset.offset(0.0005));
  }

  /** jonesthenet.com, "Erlang uplift": 250 calls in an hour, 330 s, 80 % within 30 s: 28 agents. */
  @Test
  void anotherPublishedExample() {
    StaffingGoal goal = new StaffingGoal(0.8, Duration.ofSeconds(30), 1, 0, 0);

    assertThat(Staffing.needed(62.5, Duration.ofSeconds(330), goal).atDesks()).isEqualTo(28);
  }

  @ParameterizedTest
  @CsvSource({"1.0, 14", "0.715, 14", "0.714, 15", "0.5, 20"})
  void nobodyIsOccupiedMoreThanAllowed(double most, int agents) {
    StaffingGoal goal = new StaffingGoal(0.8, Duration.ofSeconds(20), most, 0, 0);

    assertThat(Staffing.needed(50, SHORT, goal).atDesks()).isEqualTo(agents);
  }

  @ParameterizedTest
  @CsvSource({"0, 14", "0.3, 20", "0.5, 28", "0.1, 16"})
  void shrinkageIsAddedOnTop(double shrinkage, int scheduled) {
    StaffingGoal goal = new StaffingGoal(0.8, Duration.ofSeconds(20), 0.85, shrinkage, 0);

    assertThat(Staffing.needed(50, SHORT, goal).scheduled()).isEqualTo(scheduled);
  }

  /** 7 / 0.7 is 10.000000000000002 in fractions of two. */
  @Test
  void aSlipOfReckoningIsNobody() {
    StaffingGoal goal = new StaffingGoal(0, Duration.ZERO, 1, 0.3, 7);

    assertThat(Staffing.needed(0, SHORT, goal).scheduled()).isEqualTo(10);
  }

  @Test
  void withoutCallsTheLeastAreThere() {
    assertThat(Staffing.needed(0, SHORT, StaffingGoal.SHIPPED))
        .isEqualTo(new Staffing(0, 1, 2, 1, 0));
    StaffingGoal nobody = new StaffingGoal(0.8, Duration.ofSeconds(20), 0.85, 0.3, 0);
    assertThat(Staffing.needed(0, SHORT, nobody)).isEqualTo(new Staffing(0, 0, 0, 1, 0));
  }

  /** It reaches the goal, and with one agent fewer it would not. */
  @Test
  void theFewestWhoReachTheGoal() {
    Random random = new Random(5);
    for (int i = 0; i < 300; i++) {
      double calls = random.nextDouble() * 200;
      Duration handling = Duration.ofSeconds(30 + random.nextInt(600));
      StaffingGoal goal =
          new StaffingGoal(
              random.nextDouble() * 0.99,
              Duration.ofSeconds(random.nextInt(60)),
              0.5 + random.nextDouble() / 2,
              random.nextDouble() * 0.5,
              0);

      Staffing staffing = Staffing.needed(calls, handling, goal);

      assertThat(reached(ErlangC.of(staffing.load(), staffing.atDesks()), handling, goal)).isTrue();
      assertThat(reached(ErlangC.of(staffing.load(), staffing.atDesks() - 1), handling, goal))
          .isFalse();
      assertThat(staffing.scheduled()).isGreaterThanOrEqualTo(staffing.atDesks());
    }
  }

  @Test
  void impossibleGoalsAreRefused() {
    Duration wait = Duration.ofSeconds(20);
    assertThatThrownBy(() -> new StaffingGoal(1, wait, 1, 0, 0)).hasMessageContaining("service");
    assertThatThrownBy(() -> new StaffingGoal(0.8, wait, 0, 0, 0)).hasMessageContaining("occup");
    assertThatThrownBy(() -> new StaffingGoal(0.8, wait, 1, 1, 0)).hasMessageContaining("shrink");
    assertThatThrownBy(() -> Staffing.needed(1, Duration.ZERO, StaffingGoal.SHIPPED))
        .hasMessageContaining("length");
    assertThatThrownBy(() -> Staffing.needed(-1, SHORT, StaffingGoal.SHIPPED))
        .hasMessageContaining("-1");
  }

  private static boolean reached(ErlangC queue, Duration handling, StaffingGoal goal) {
    return queue.stable()
        && queue.occupancy() <= goal.maxOccupancy()
        && queue.serviceLevel(goal.within(), handling) >= goal.serviceLevel();
  }
}
