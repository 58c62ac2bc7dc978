package cn.wuye.hotline.caller.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.caller.bench.Ladder.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LadderTest {
  private final List<String> attempts = new ArrayList<>();

  private final class Strong implements Ladder.Contestant {
    private final String name;
    private final int strength;
    private int hiccups;

    Strong(String name, int strength, int hiccups) {
      this.name = name;
      this.strength = strength;
      this.hiccups = hiccups;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Attempt carry(int load) {
      attempts.add(name + load);
      boolean held = load <= strength && hiccups-- <= 0;
      return new Attempt(held, Map.of("cpu", load * 2));
    }
  }

  @Test
  void findsWhatEachCarries() throws Exception {
    Ladder ladder = new Ladder(10, 2, 160, 4, 2);

    Map<String, Integer> held =
        ladder.climb(List.of(new Strong("a", 77, 0), new Strong("b", 25, 0)));

    assertThat(held.get("a")).isBetween(75, 77);
    assertThat(held.get("b")).isBetween(23, 25);
  }

  @Test
  void theyTakeTurnsAtEveryLoad() throws Exception {
    new Ladder(10, 2, 20, 0, 2).climb(List.of(new Strong("a", 99, 0), new Strong("b", 99, 0)));

    assertThat(attempts).containsExactly("a10", "b10", "a20", "b20");
  }

  @Test
  void theyAreComparedInTurnWhetherTheyHoldOrNot() throws Exception {
    Ladder ladder = new Ladder(10, 2, 20, 0, 2);
    ladder.alternate(List.of(new Strong("a", 5, 0), new Strong("b", 99, 0)), 40, 2);

    assertThat(attempts).containsExactly("a40", "b40", "a40", "b40");
    assertThat(ladder.median("a", 40, "cpu")).isEqualTo(80);
  }

  @Test
  void oneFailureIsForgiven() throws Exception {
    Ladder ladder = new Ladder(10, 2, 20, 0, 2);

    assertThat(ladder.climb(List.of(new Strong("a", 99, 1)))).containsEntry("a", 20);
    assertThat(attempts).containsExactly("a10", "a10", "a20");
    assertThat(ladder.runs())
        .first()
        .isEqualTo(Map.of("who", "a", "load", 10, "held", false, "cpu", 20));
  }

  @Test
  void whoFailedTwiceIsNotTriedHigher() throws Exception {
    Ladder ladder = new Ladder(10, 2, 80, 0, 2);

    assertThat(ladder.climb(List.of(new Strong("a", 5, 0)))).containsEntry("a", 0);
    assertThat(attempts).containsExactly("a10", "a10");
  }

  @Test
  void theMedianIsOfOneContestantAtOneLoad() throws Exception {
    Ladder ladder = new Ladder(10, 2, 20, 0, 2);
    ladder.climb(List.of(new Strong("a", 99, 0), new Strong("b", 99, 0)));

    assertThat(ladder.median("a", 20, "cpu")).isEqualTo(40);
    assertThat(ladder.median("a", 40, "cpu")).isNaN();
  }
}
