package cn.wuye.hotline.backend.survey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.ticket.TicketNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class QualitySampleTest {
  private static final List<String> CATEGORIES =
      List.of("facilities/lift", "environment/cleaning", "fees/parking");

  @Test
  void isATenth() {
    for (int tickets : new int[] {1, 5, 9, 10, 11, 95, 100, 1000}) {
      for (long seed = 0; seed < 20; seed++) {
        assertThat(QualitySample.draw(week(tickets), seed).sample())
            .doesNotHaveDuplicates()
            .hasSizeBetween(Math.max(1, tickets / 10), (tickets + 9) / 10);
      }
    }
    assertThat(QualitySample.draw(List.of(), 1).sample()).isEmpty();
  }

  @Test
  void theSameSeedGivesTheSameSampleInWhateverOrderTheTicketsCome() {
    List<ArchivedTicket> week = week(500);
    List<ArchivedTicket> shuffled = new ArrayList<>(week);
    Collections.shuffle(shuffled, new Random(7));

    assertThat(QualitySample.draw(shuffled, 202648)).isEqualTo(QualitySample.draw(week, 202648));
    assertThat(QualitySample.draw(week, 202649).sample())
        .isNotEqualTo(QualitySample.draw(week, 202648).sample());
  }

  /** Written down once, so that a new Java or a change here is noticed. */
  @Test
  void theSampleOfASeedStaysWhatItIs() {
    assertThat(QualitySample.draw(week(30), 202648).sample())
        .extracting(TicketNumber::sequence)
        .containsExactly(100_026L, 100_020L, 100_010L);
  }

  @Test
  void everyEstateEachOfItsCategoriesAndTheirAgentsHaveTheirTenth() {
    List<ArchivedTicket> week = week(1_000);
    for (long seed = 0; seed < 30; seed++) {
      Set<TicketNumber> sample = new HashSet<>(QualitySample.draw(week, seed).sample());

      tenth(week, sample, ticket -> String.valueOf(ticket.estate()));
      tenth(week, sample, ticket -> ticket.estate() + ticket.category());
      tenth(week, sample, ticket -> ticket.estate() + ticket.category() + ticket.agent());
    }
  }

  private static void tenth(
      List<ArchivedTicket> week,
      Set<TicketNumber> sample,
      Function<ArchivedTicket, String> stratum) {
    Map<String, List<ArchivedTicket>> strata =
        week.stream().collect(Collectors.groupingBy(stratum));
    strata.forEach(
        (name, tickets) ->
            assertThat(tickets.stream().filter(each -> sample.contains(each.ticket())).count())
                .as(name)
                .isBetween(tickets.size() / 10L, (tickets.size() + 9) / 10L));
  }

  @Test
  void overTheWeeksEveryTicketHasItsChance() {
    List<ArchivedTicket> week = week(40);
    Set<TicketNumber> drawn = new HashSet<>();
    for (long seed = 0; seed < 200; seed++) {
      drawn.addAll(QualitySample.draw(week, seed).sample());
    }

    assertThat(drawn).hasSize(40);
  }

  @Test
  void allLowScoresAreLookedAt() {
    List<ArchivedTicket> week = week(100);
    List<TicketNumber> low =
        week.stream()
            .filter(each -> each.satisfaction().filter(s -> s.score() < 80).isPresent())
            .map(ArchivedTicket::ticket)
            .toList();

    assertThat(low).isNotEmpty();
    assertThat(QualitySample.draw(week, 3).low()).containsExactlyElementsOf(low);
  }

  private static List<ArchivedTicket> week(int tickets) {
    Random random = new Random(1);
    List<ArchivedTicket> week = new ArrayList<>();
    for (int i = 1; i <= tickets; i++) {
      week.add(
          new ArchivedTicket(
              TicketNumber.ofSequence(100_000L + i),
              new EstateId(1 + random.nextInt(4)),
              CATEGORIES.get(random.nextInt(3)),
              "agent-" + random.nextInt(3),
              Optional.of(Satisfaction.values()[random.nextInt(5)])
                  .filter(s -> random.nextInt(3) > 0)));
    }
    return week;
  }
}
