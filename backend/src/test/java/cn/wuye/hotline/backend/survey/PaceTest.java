package cn.wuye.hotline.backend.survey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.survey.DueCall.Priority;
import cn.wuye.hotline.backend.survey.Pace.Placement;
import cn.wuye.hotline.backend.survey.Pace.Situation;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");

  @Test
  void urgentCallsComeFirstThenThoseDueLongest() {
    List<DueCall> due =
        List.of(
            call(1, 1, Duration.ofMinutes(10), Priority.ORDINARY),
            call(2, 2, Duration.ofMinutes(30), Priority.ORDINARY),
            call(3, 3, Duration.ZERO, Priority.URGENT),
            call(4, 4, Duration.ofMinutes(-1), Priority.URGENT));

    assertThat(ids(Pace.choose(due, situation(trunk("a", 9, 0, 0)), NOW)))
        .containsExactly(3L, 2L, 1L);
  }

  @Test
  void whoWaitsLongEnoughComesBeforeUrgentOnes() {
    List<DueCall> due =
        List.of(
            call(1, 1, Duration.ofHours(5), Priority.ORDINARY),
            call(2, 2, Duration.ZERO, Priority.URGENT));

    assertThat(ids(Pace.choose(due, situation(trunk("a", 1, 0, 0)), NOW))).containsExactly(1L);
  }

  @Test
  void linesStayFreeForThoseWhoCallIn() {
    List<DueCall> due = many(20, 20);

    assertThat(Pace.choose(due, situation(trunk("a", 10, 3, 5)), NOW)).hasSize(2);
    assertThat(Pace.choose(due, situation(trunk("a", 10, 6, 5)), NOW)).isEmpty();
  }

  @Test
  void noMoreAreBegunInASecondThanTheCarrierTakes() {
    Situation situation =
        new Situation(List.of(new Trunk("a", 100, 0, 0, 3, 1)), Set.of(), 0, false);

    assertThat(Pace.choose(many(20, 20), situation, NOW)).hasSize(2);
  }

  @Test
  void whileAnybodyWaitsInAQueueNobodyIsPhoned() {
    List<Trunk> trunks = List.of(trunk("a", 100, 0, 0));

    assertThat(Pace.choose(many(9, 9), new Situation(trunks, Set.of(), 1, false), NOW)).isEmpty();
    assertThat(Pace.choose(many(9, 9), new Situation(trunks, Set.of(), 0, true), NOW)).isEmpty();
  }

  @Test
  void oneNumberIsNotCalledTwiceAtOnce() {
    PhoneNumber inUse = number(2);
    Situation situation = new Situation(List.of(trunk("a", 100, 0, 0)), Set.of(inUse), 0, false);
    List<DueCall> due =
        List.of(
            call(1, 1, Duration.ofMinutes(3), Priority.ORDINARY),
            call(2, 1, Duration.ofMinutes(2), Priority.ORDINARY),
            call(3, 2, Duration.ofMinutes(1), Priority.ORDINARY));

    assertThat(ids(Pace.choose(due, situation, NOW))).containsExactly(1L);
  }

  @Test
  void trunksAreFilledEvenly() {
    Situation situation =
        situation(trunk("a", 10, 8, 0), trunk("b", 10, 6, 0), trunk("c", 10, 10, 0));

    Map<String, Long> used = new HashMap<>();
    Pace.choose(many(9, 9), situation, NOW)
        .forEach(each -> used.merge(each.trunk(), 1L, Long::sum));

    assertThat(used).containsExactlyInAnyOrderEntriesOf(Map.of("a", 2L, "b", 4L));
  }

  /** Whatever goes on, no limit is passed, and nothing that could be placed is left. */
  @Test
  void limitsHoldInEverySituation() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      List<Trunk> trunks = new ArrayList<>();
      for (int t = random.nextInt(4); t > 0; t--) {
        trunks.add(
            new Trunk(
                "trunk-" + t,
                random.nextInt(30),
                random.nextInt(30),
                random.nextInt(10),
                1 + random.nextInt(10),
                random.nextInt(12)));
      }
      Set<PhoneNumber> busy = new HashSet<>();
      for (int b = random.nextInt(5); b > 0; b--) {
        busy.add(number(random.nextInt(30)));
      }
      int waiting = random.nextInt(4) == 0 ? 1 : 0;
      List<DueCall> due = new ArrayList<>();
      for (int d = random.nextInt(60); d > 0; d--) {
        Duration age = Duration.ofMinutes(random.nextInt(600) - 60);
        due.add(call(d, random.nextInt(30), age, Priority.values()[random.nextInt(2)]));
      }

      List<Placement> placed = Pace.choose(due, new Situation(trunks, busy, waiting, false), NOW);

      String as = "seed " + seed + ", case " + i;
      assertThat(placed.stream().map(each -> each.call().number()))
          .as(as)
          .doesNotHaveDuplicates()
          .noneMatch(busy::contains);
      assertThat(placed).as(as).allMatch(each -> !each.call().due().isAfter(NOW));
      int room = 0;
      for (Trunk trunk : trunks) {
        long begun = placed.stream().filter(each -> each.trunk().equals(trunk.name())).count();
        assertThat(begun == 0 || trunk.inUse() + begun <= trunk.lines() - trunk.keptFree())
            .as(as)
            .isTrue();
        assertThat(begun == 0 || trunk.begun() + begun <= trunk.perSecond()).as(as).isTrue();
        room +=
            Math.max(
                0,
                Math.min(
                    trunk.lines() - trunk.keptFree() - trunk.inUse(),
                    trunk.perSecond() - trunk.begun()));
      }
      long possible =
          due.stream()
              .filter(each -> !each.due().isAfter(NOW))
              .map(DueCall::number)
              .filter(each -> !busy.contains(each))
              .distinct()
              .count();
      assertThat((long) placed.size()).as(as).isEqualTo(waiting > 0 ? 0 : Math.min(possible, room));
    }
  }

  /** More urgent calls come than there are lines for, and still every ordinary one has its turn. */
  @Test
  void nobodyStarves() {
    List<DueCall> due = new ArrayList<>(many(50, 50));
    Set<Long> ordinary = new HashSet<>(due.stream().map(DueCall::id).toList());
    long next = 1_000;
    Instant now = NOW;
    int minutes = 0;
    while (!ordinary.isEmpty()) {
      assertThat(++minutes).isLessThan(24 * 60);
      now = now.plus(Duration.ofMinutes(1));
      for (int i = 0; i < 3; i++) {
        next++;
        due.add(new DueCall(next, number((int) next), now, Priority.URGENT));
      }
      for (Placement each : Pace.choose(due, situation(trunk("a", 2, 0, 0)), now)) {
        due.remove(each.call());
        ordinary.remove(each.call().id());
      }
    }
    assertThat(ordinary).isEmpty();
  }

  private static List<DueCall> many(int calls, int numbers) {
    List<DueCall> due = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      due.add(call(i, i % numbers, Duration.ofMinutes(5), Priority.ORDINARY));
    }
    return due;
  }

  private static DueCall call(long id, int number, Duration age, Priority priority) {
    return new DueCall(id, number(number), NOW.minus(age), priority);
  }

  private static PhoneNumber number(int i) {
    return new PhoneNumber(String.format("138%08d", i));
  }

  private static Trunk trunk(String name, int lines, int inUse, int keptFree) {
    return new Trunk(name, lines, inUse, keptFree, 100, 0);
  }

  private static Situation situation(Trunk... trunks) {
    return new Situation(List.of(trunks), Set.of(), 0, false);
  }

  private static List<Long> ids(List<Placement> placed) {
    return placed.stream().map(each -> each.call().id()).toList();
  }
}
