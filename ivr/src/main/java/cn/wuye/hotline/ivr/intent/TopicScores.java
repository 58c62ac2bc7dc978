package cn.wuye.hotline.ivr.intent;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Weighs the evidence of an utterance. */
final class TopicScores {
  /** Score at which the best topic, with no rival, is as likely right as not. */
  private static final double HALF = 2.3;

  private static final double REPEATED = 0.2;

  /**
   * What a topic that is certain by what was learned is worth, in weights of the lexicon; found by
   * cross-validation.
   */
  private static final double LEARNED = 5;

  /** With less than this what was learned names no topic that no phrase speaks of. */
  private static final double GUESS = 0.65;

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

  /**
   * The topics in question.
   *
   * @param learned how likely each is by what was learned, by code; empty where that does not count
   */
  static TopicScores of(
      List<Evidence> evidence, Map<String, Double> learned, Collection<Topic> eligible) {
    Map<Topic, List<Evidence>> byTopic = new LinkedHashMap<>();
    eligible.forEach(topic -> byTopic.put(topic, new ArrayList<>()));
    for (Evidence each : evidence) {
      byTopic.getOrDefault(each.topic(), new ArrayList<>()).add(each);
    }
    List<Score> scores = new ArrayList<>();
    byTopic.forEach(
        (topic, all) -> {
          double likely = learned.getOrDefault(topic.code(), 0.0);
          if (!all.isEmpty() || likely >= GUESS) {
            // That it is like small talk weighs less than that it is like a matter.
            scores.add(score(topic, topic.foreign() ? likely / 2 : likely, all));
          }
        });
    scores.sort(Comparator.comparingDouble(Score::value).reversed());
    return new TopicScores(scores);
  }

  /** Every sound counts once for a topic; a phrase said again counts a little, once. */
  private static Score score(Topic topic, double learned, List<Evidence> all) {
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
    return new Score(topic, value + LEARNED * learned, sorted);
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
