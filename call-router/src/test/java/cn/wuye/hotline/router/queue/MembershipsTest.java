package cn.wuye.hotline.router.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembershipsTest {
  private static final Map<String, String> REGIONS =
      Map.of("1", "north", "2", "north", "4", "north", "5", "south");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "1, ESTATE",
    "2, ESTATE",
    "4, REGION",
    "5, EVERYBODY",
    "6, EVERYBODY",
  })
  void theRingWidensFromTheEstateToTheRegionToAll(String estate, Reach reach) {
    AgentProfile agent = new AgentProfile("1001", Set.of(), Set.of(estate));

    assertThat(Reach.of(agent, Queues.NORTH, REGIONS)).isEqualTo(reach);
  }

  @Test
  void whoIsForAllEstatesIsNearEverywhere() {
    AgentProfile everywhere = new AgentProfile("1001", Set.of(), Set.of());
    AgentProfile far = new AgentProfile("1002", Set.of(), Set.of("5"));

    assertThat(Reach.of(everywhere, Queues.NORTH, REGIONS)).isEqualTo(Reach.ESTATE);
    assertThat(Reach.of(far, Queues.GENERAL, REGIONS)).isEqualTo(Reach.ESTATE);
  }

  @Test
  void anAgentIsInEveryQueueWhoseSkillsSheHas() {
    AgentProfile agent =
        new AgentProfile("1001", Set.of(Skill.dialect("yue"), Skill.EMERGENCY), Set.of("4"));

    assertThat(Memberships.of(agent, Queues.ALL, REGIONS))
        .containsExactly(
            new Membership(Queues.GENERAL, Reach.ESTATE),
            new Membership(Queues.NORTH, Reach.REGION),
            new Membership(Queues.URGENT, Reach.ESTATE),
            new Membership(Queues.URGENT_YUE, Reach.ESTATE),
            new Membership(Queues.YUE, Reach.ESTATE));
  }

  @ParameterizedTest
  @CsvSource({
    "cmn, false, 1, true, true",
    "cmn, false, 7, true, true",
    "cmn, false, 8, true, false",
    "cmn, false, 1, false, false",
    "cmn, true, 1, true, false",
    "yue, false, 1, true, true",
    "hak, false, 1, true, false",
  })
  void theLastAgentIsRungFirst(
      String dialect, boolean emergency, int daysAgo, boolean free, boolean first) {
    AgentProfile agent = new AgentProfile("1001", Set.of(Skill.dialect("yue")), Set.of());
    CallerNeeds caller = new CallerNeeds("1", dialect, "fees", emergency, false);

    assertThat(LastAgent.first(caller, agent, NOW.minus(Duration.ofDays(daysAgo)), free, NOW))
        .isEqualTo(first);
  }
}
