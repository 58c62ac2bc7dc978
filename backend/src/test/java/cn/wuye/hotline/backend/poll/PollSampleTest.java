package cn.wuye.hotline.backend.poll;

import static org.assertj.core.api.Assertions.assertThat;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.poll.PollSample.Candidate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PollSampleTest {
  private static final long SEED = 20_261_126;

  @Test
  void eachEstateHasItsShare() {
    List<Candidate> sample = PollSample.draw(town(600, 300, 100), 50, SEED);

    assertThat(sample).hasSize(50);
    assertThat(of(sample, 1)).isEqualTo(30);
    assertThat(of(sample, 2)).isEqualTo(15);
    assertThat(of(sample, 3)).isEqualTo(5);
  }

  @Test
  void whatIsLeftByRoundingGoesToTheLargestRemainders() {
    List<Candidate> sample = PollSample.draw(town(5, 3, 2), 7, SEED);

    // 3.5, 2.1 and 1.4
    assertThat(List.of(of(sample, 1), of(sample, 2), of(sample, 3))).containsExactly(4L, 2L, 1L);
  }

  @Test
  void theSameSeedDrawsTheSameInAnyOrderOfTheCandidates() {
    List<Candidate> town = town(80, 40, 20);
    List<Candidate> shuffled = new ArrayList<>(town);
    Collections.shuffle(shuffled, new Random(1));

    assertThat(PollSample.draw(shuffled, 20, SEED)).isEqualTo(PollSample.draw(town, 20, SEED));
    assertThat(PollSample.draw(town, 20, SEED + 1)).isNotEqualTo(PollSample.draw(town, 20, SEED));
  }

  @Test
  void ofThoseWhoShareANumberOneIsDrawn() {
    List<Candidate> family =
        List.of(candidate(1, 1, "139"), candidate(2, 1, "139"), candidate(3, 1, "138"));

    assertThat(PollSample.draw(family, 3, SEED))
        .extracting(Candidate::number)
        .containsExactlyInAnyOrder("138", "139");
  }

  @Test
  void whereThereAreFewerAllAreDrawn() {
    assertThat(PollSample.draw(town(2, 1), 10, SEED)).hasSize(3);
    assertThat(PollSample.draw(List.of(), 10, SEED)).isEmpty();
  }

  private static long of(List<Candidate> sample, long estate) {
    return sample.stream().filter(each -> each.estate().value() == estate).count();
  }

  private static List<Candidate> town(int... estates) {
    List<Candidate> town = new ArrayList<>();
    for (int estate = 1; estate <= estates.length; estate++) {
      for (int i = 0; i < estates[estate - 1]; i++) {
        long resident = town.size() + 1L;
        town.add(candidate(resident, estate, Long.toString(13_900_000_000L + resident)));
      }
    }
    return town;
  }

  private static Candidate candidate(long resident, long estate, String number) {
    return new Candidate(resident, new EstateId(estate), number);
  }
}
