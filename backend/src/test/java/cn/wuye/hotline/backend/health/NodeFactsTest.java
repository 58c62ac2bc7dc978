package cn.wuye.hotline.backend.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;

class NodeFactsTest {

  @Test
  void onePartThatBreaksIsToldAndSilencesNoOther() {
    NodeFacts facts =
        new NodeFacts(
            Map.of(
                "databaseHealthIndicator", () -> Health.up().build(),
                "trunkHealthIndicator",
                    () -> {
                      throw new IllegalStateException("broken");
                    }));

    assertThat(facts.now())
        .extracting(fact -> fact.part() + " " + fact.tone() + " " + fact.state())
        .containsExactly("trunk WARN untold", "database OK ok");
  }
}
