package cn.wuye.hotline.backend.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.wuye.hotline.backend.ticket.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleWorldTest {
  private static final Instant NOW = Instant.parse("2026-05-05T05:05:05Z");
  private static final SampleWorld WORLD = SampleWorld.made(NOW, SampleSize.USUAL);

  @Test
  void theSharesAreTheOnesReported() {
    Map<String, Long> count =
        WORLD.tickets().stream()
            .collect(Collectors.groupingBy(SampleTicket::subcategory, Collectors.counting()));

    assertThat(WORLD.tickets()).hasSize(2_000);
    assertThat(share(count, "lift")).isEqualTo(12.3, within(0.4));
    assertThat(share(count, "attitude")).isEqualTo(15.2, within(0.4));
    assertThat(share(count, "lift", "water-power", "public-fixtures")).isEqualTo(32.5, within(0.8));
    assertThat(share(count, "attitude", "slow-response", "buck-passing"))
        .isEqualTo(28.3, within(0.8));
    assertThat(share(count, "cleaning", "greening", "rubbish")).isEqualTo(18.7, within(0.8));
    assertThat(share(count, "access-control", "fire-hazard", "theft")).isEqualTo(12.4, within(0.8));
    assertThat(share(count, "management-fee", "parking", "shared-costs"))
        .isEqualTo(8.1, within(0.8));
    assertThat(count).containsKeys("noise", "leak", "other", "parking-disorder");
  }

  @Test
  void theSameEveryTime() {
    assertThat(SampleWorld.made(NOW, SampleSize.USUAL)).isEqualTo(WORLD);
  }

  @Test
  void overAYearEndingNowAndNeverAfterIt() {
    List<SampleTicket> tickets = WORLD.tickets();

    assertThat(tickets).allMatch(ticket -> !ticket.openedAt().isAfter(NOW));
    assertThat(tickets.get(0).openedAt()).isBefore(NOW.minus(Duration.ofDays(350)));
    assertThat(tickets)
        .flatExtracting(SampleTicket::steps)
        .allMatch(step -> !step.at().isAfter(NOW));
  }

  @Test
  void thingsAreInEveryStageAndMostOfThemDone() {
    Map<State, Long> states =
        WORLD.tickets().stream()
            .collect(
                Collectors.groupingBy(
                    ticket ->
                        ticket.steps().isEmpty()
                            ? State.NEW
                            : ticket.steps().get(ticket.steps().size() - 1).to(),
                    Collectors.counting()));

    assertThat(states).containsKeys(State.ACCEPTED, State.DISPATCHED, State.IN_PROGRESS);
    assertThat(states.get(State.ARCHIVED)).isGreaterThan(1_700);
  }

  @Test
  void peopleSpeakInManyWays() {
    List<String> texts = WORLD.tickets().stream().map(SampleTicket::text).distinct().toList();

    assertThat(texts).hasSizeGreaterThan(1_300);
    assertThat(texts).noneMatch(text -> text.contains("{") || text.isBlank());
    assertThat(WORLD.tickets()).filteredOn(SampleTicket::unfinished).hasSizeBetween(30, 120);
    assertThat(WORLD.tickets())
        .filteredOn(ticket -> ticket.line().urgency().equals("emergency"))
        .hasSizeBetween(15, 120);
  }

  @Test
  void theFirstResidentLivesWhereTheCallScriptsSay() {
    SampleResident first = WORLD.residents().get(0);

    assertThat(WORLD.residents()).hasSize(2_000);
    assertThat(first.phone()).isEqualTo("13800000001");
    assertThat(first.home()).isEqualTo(new SampleDwelling(0, "3号楼", "2单元", "502"));
    assertThat(SampleEstate.ALL.get(0).name()).isEqualTo("阳光花园");
  }

  private static double share(Map<String, Long> count, String... subcategories) {
    long sum = 0;
    for (String subcategory : subcategories) {
      sum += count.getOrDefault(subcategory, 0L);
    }
    return 100.0 * sum / WORLD.tickets().size();
  }

  @Test
  void theLargeWorldHasSeasonsRepeatsAndNothingForgotten() {
    SampleWorld large = SampleWorld.made(NOW, SampleSize.LARGE);
    List<SampleTicket> tickets = large.tickets();
    Instant old = NOW.minus(Duration.ofDays(120));

    assertThat(tickets).hasSize(20_000).allMatch(ticket -> !ticket.openedAt().isAfter(NOW));
    assertThat(tickets.get(0).openedAt())
        .isBetween(NOW.minus(Duration.ofDays(550)), NOW.minus(Duration.ofDays(540)));
    // From July to August twice as often as from November to December, a day.
    double summer = perDay(tickets, "water-power", "2025-07-01", "2025-08-31");
    double winter = perDay(tickets, "water-power", "2025-11-01", "2025-12-31");
    assertThat(summer / winter).isBetween(1.8, 3.5);
    assertThat(tickets)
        .filteredOn(ticket -> ticket.text().startsWith("上次就反映过"))
        .hasSizeBetween(1_200, 2_000);
    assertThat(tickets)
        .filteredOn(ticket -> ticket.openedAt().isBefore(old))
        .allMatch(
            ticket ->
                !ticket.steps().isEmpty()
                    && ticket.steps().get(ticket.steps().size() - 1).to() == State.ARCHIVED);
  }

  private static double perDay(
      List<SampleTicket> tickets, String subcategory, String from, String to) {
    Instant first = Instant.parse(from + "T00:00:00Z");
    Instant last = Instant.parse(to + "T00:00:00Z");
    return tickets.stream()
            .filter(ticket -> ticket.subcategory().equals(subcategory))
            .filter(t -> t.openedAt().isAfter(first) && t.openedAt().isBefore(last))
            .count()
        / (double) Duration.between(first, last).toDays();
  }
}
