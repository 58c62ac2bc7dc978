package cn.wuye.hotline.ivr.intent;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Weighs the evidence of an utterance. */
final class TopicScores {
  /** Score at which the best topic, with no rival, is as likely right as not. */
  private static final double HALF = 1.2;

  private static final double REPEATED = 0.2;

  private final List<Score> ranked;

  private TopicScores(List<Score> ranked) {
    this.ranked = ranked;
  }

  /**
   * A topic with the evidence for it.
   *
   * @param evidence best first
   */
  record Score(Topic topic, double value, List<Evidence> evidence) {

    /** What the best evidence that says it says; nothing that is only part of a longer phrase. */
    Optional<String> first(Function<Topic.Group, String> property) {
      return evidence.stream()
          .filter(each -> evidence.stream().noneMatch(other -> other.swallows(each)))
          .map(each -> property.apply(each.group()))
          .filter(each -> !each.isEmpty())
          .findFirst();
    }
  }

  static TopicScores of(List<Evidence> evidence, Predicate<Topic> eligible) {
    Map<Topic, List<Evidence>> byTopic = new LinkedHashMap<>();
    for (Evidence each : evidence) {
      if (eligible.test(each.topic())) {
        byTopic.computeIfAbsent(each.topic(), topic -> new ArrayList<>()).add(each);
      }
    }
    List<Score> scores = new ArrayList<>();
    byTopic.forEach((topic, all) -> scores.add(score(topic, all)));
    scores.sort(Comparator.comparingDouble(Score::value).reversed());
    return new TopicScores(scores);
  }

  /** Every sound counts once for a topic; a phrase said again counts a little, once. */
  private static Score score(Topic topic, List<Evidence> all) {
    List<Evidence> counted = new ArrayList<>();
    BitSet heard = new BitSet();
    double value = 0;
    List<Evidence> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingDouble(Evidence::score).reversed());
    for (Evidence each : sorted) {
      long before = counted.stream().filter(other -> other.phrase() == each.phrase()).count();
      double repeated = before == 0 ? 1 : before == 1 ? REPEATED : 0;
      value += each.score() * news(each.match(), heard) * repeated;
      counted.add(each);
    }
    return new Score(topic, value, sorted);
  }

  /** The share of the match that nothing has counted yet. */
  private static double news(Match match, BitSet heard) {
    int fresh = 0;
    for (Match.Span span : match.spans()) {
      BitSet own = new BitSet();
      own.set(span.from(), span.to());
      own.andNot(heard);
      fresh += own.cardinality();
      heard.or(own);
    }
    return (double) fresh / match.covered();
  }

  Optional<Score> best() {
    return ranked.stream().findFirst();
  }

  /** 0–1: grows with the evidence for the best topic, shrinks with that for the next. */
  double confidence() {
    if (ranked.isEmpty()) {
      return 0;
    }
    double best = ranked.get(0).value;
    double second = ranked.size() < 2 ? 0 : ranked.get(1).value;
    double margin = Math.min(1, 2 * (best - second) / best);
    return best / (best + HALF) * (0.6 + 0.4 * margin);
  }
}
