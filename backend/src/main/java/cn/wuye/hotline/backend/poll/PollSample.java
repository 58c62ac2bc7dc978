package cn.wuye.hotline.backend.poll;

import cn.wuye.hotline.backend.estate.EstateId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Draws whom a poll asks: of each estate its share, and of those who share a number one. The same
 * candidates and seed give the same sample, on every machine; a resident more or less changes the
 * order of no other.
 */
public final class PollSample {
  private PollSample() {}

  /**
   * Who may be drawn.
   *
   * @param number at which she is reached, in one spelling
   */
  public record Candidate(long resident, EstateId estate, String number) {}

  /**
   * The sample, in the order in which they are asked: estates mixed.
   *
   * @param candidates in any order
   * @param size all of them when there are not so many; 0 or more
   */
  public static List<Candidate> draw(Collection<Candidate> candidates, int size, long seed) {
    List<Candidate> households = households(candidates, seed);
    int wanted = Math.min(size, households.size());
    Map<Long, Integer> left = quotas(households, wanted);
    List<Candidate> sample = new ArrayList<>();
    for (Candidate each : households) {
      int room = left.getOrDefault(each.estate().value(), 0);
      if (room > 0) {
        left.put(each.estate().value(), room - 1);
        sample.add(each);
      }
    }
    return sample;
  }

  /** How many there are at most to be drawn: those who share a number are one. */
  public static int households(Collection<Candidate> candidates) {
    return (int) candidates.stream().map(Candidate::number).distinct().count();
  }

  private static List<Candidate> households(Collection<Candidate> candidates, long seed) {
    List<Candidate> order = new ArrayList<>(candidates);
    order.sort(
        Comparator.comparingLong((Candidate each) -> mixed(seed, each.resident()))
            .thenComparingLong(Candidate::resident));
    Set<String> numbers = new HashSet<>();
    order.removeIf(each -> !numbers.add(each.number()));
    return order;
  }

  /** In proportion; what is left by rounding goes to the largest remainders. */
  private static Map<Long, Integer> quotas(List<Candidate> all, int size) {
    Map<Long, Integer> counts = new TreeMap<>();
    all.forEach(each -> counts.merge(each.estate().value(), 1, Integer::sum));
    Map<Long, Integer> quotas = new HashMap<>();
    int given = 0;
    for (Map.Entry<Long, Integer> each : counts.entrySet()) {
      int quota = (int) ((long) size * each.getValue() / all.size());
      quotas.put(each.getKey(), quota);
      given += quota;
    }
    counts.entrySet().stream()
        .sorted(
            Comparator.comparingLong(
                    (Map.Entry<Long, Integer> each) ->
                        -((long) size * each.getValue() % all.size()))
                .thenComparingLong(Map.Entry::getKey))
        .limit(size - given)
        .forEach(each -> quotas.merge(each.getKey(), 1, Integer::sum));
    return quotas;
  }

  /** Spreads ids evenly (the end of SplitMix64). */
  private static long mixed(long seed, long resident) {
    long mixed = seed + resident * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
