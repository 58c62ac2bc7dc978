package cn.wuye.hotline.ivr.learning;

import cn.wuye.hotline.ivr.speech.SampleReader;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds spellings of what several samples say, after SALAAM (Qiao, Sherwani and Rosenfeld 2010:
 * Small-vocabulary speech recognition for resource-scarce languages). Each sample is first written
 * down in any syllables; the readings of all samples are then the grammar in which each is read
 * again, so that syllables of one reading go on in another one, until the readings stay the same.
 */
final class SpellingSearch {
  private static final int READINGS = 10;
  private static final int ROUNDS = 2;

  /** A single syllable is heard in any noise. */
  private static final int SHORTEST = 2;

  private final SampleReader reader;
  private final Map<byte[], List<String>> first = new IdentityHashMap<>();

  SpellingSearch(SampleReader reader) {
    this.reader = reader;
  }

  /**
   * Spellings that samples have in common, the best first.
   *
   * @param samples 8 kHz 16-bit mono sound
   * @param most how many spellings, at most
   */
  List<String> of(List<byte[]> samples, int most) {
    List<List<String>> readings = samples.stream().map(this::inAnySyllables).toList();
    for (int round = 0; round < ROUNDS; round++) {
      List<String> lines = lines(readings);
      if (lines.isEmpty()) {
        return List.of();
      }
      readings = read(samples, lines);
    }
    return best(readings, most);
  }

  private List<String> inAnySyllables(byte[] sample) {
    return first.computeIfAbsent(sample, each -> read(List.of(each), reader.syllables()).get(0));
  }

  private List<List<String>> read(List<byte[]> samples, List<String> lines) {
    return reader.readings(samples, lines, READINGS).stream()
        .map(each -> each.stream().filter(one -> one.length() >= SHORTEST).toList())
        .toList();
  }

  /** All readings, as lines of single syllables. */
  private static List<String> lines(List<List<String>> readings) {
    Set<String> lines = new LinkedHashSet<>();
    for (List<String> each : readings) {
      for (String reading : each) {
        lines.add(reading.chars().mapToObj(Character::toString).collect(Collectors.joining(" ")));
      }
    }
    return List.copyOf(lines);
  }

  /** Each sample has as many points as readings for its first one, one less for the next. */
  private static List<String> best(List<List<String>> readings, int most) {
    Map<String, Integer> points = new LinkedHashMap<>();
    for (List<String> each : readings) {
      for (int place = 0; place < each.size(); place++) {
        points.merge(each.get(place), READINGS - place, Integer::sum);
      }
    }
    return points.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue)
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }
}
