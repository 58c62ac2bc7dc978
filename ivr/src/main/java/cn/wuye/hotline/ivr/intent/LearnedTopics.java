package cn.wuye.hotline.ivr.intent;

import cn.wuye.hotline.ivr.intent.Sentences.Sentence;
import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How likely each topic is, learned from sentences: what the lexicon has no phrase for often shares
 * words with what somebody said before. A linear model over runs of characters, so that it can say
 * which of them counted. Learns in about a second, the same from the same sentences; thread-safe
 * afterwards.
 */
final class LearnedTopics {
  /** How much the model gives for a sentence more that it gets right; found by cross-validation. */
  private static final double COST = 16;

  private static final double PRECISION = 0.01;

  /** A run of characters that stands in one sentence only tells nothing of others. */
  private static final int COMMON = 2;

  private final Map<String, Integer> features = new HashMap<>();
  private final List<String> topics;
  private final Model model;

  private LearnedTopics(List<Sentence> sentences) {
    List<Set<String>> grams =
        sentences.stream()
            .map(each -> CharacterGrams.of(Utterance.of(each.text()).written()))
            .toList();
    number(grams);
    topics = sentences.stream().map(Sentence::topic).distinct().sorted().toList();
    Problem problem = new Problem();
    problem.l = sentences.size();
    problem.n = features.size();
    problem.x = grams.stream().map(this::vector).toArray(Feature[][]::new);
    problem.y = sentences.stream().mapToDouble(each -> topics.indexOf(each.topic())).toArray();
    Linear.disableDebugOutput();
    model = Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, PRECISION));
  }

  private static final class Holder {
    static final LearnedTopics SHIPPED = new LearnedTopics(Sentences.shipped());
  }

  /** Learned from the sentences that are shipped; the first call takes the time to learn. */
  static LearnedTopics shipped() {
    return Holder.SHIPPED;
  }

  /** Learned from these. */
  static LearnedTopics from(List<Sentence> sentences) {
    return new LearnedTopics(sentences);
  }

  private void number(List<Set<String>> sentences) {
    Map<String, Long> counts =
        sentences.stream()
            .flatMap(Set::stream)
            .collect(Collectors.groupingBy(gram -> gram, Collectors.counting()));
    counts.entrySet().stream()
        .filter(each -> each.getValue() >= COMMON)
        .map(Map.Entry::getKey)
        .sorted()
        .forEach(gram -> features.put(gram, features.size() + 1));
  }

  private Feature[] vector(Set<String> grams) {
    List<Integer> known =
        grams.stream().filter(features::containsKey).map(features::get).sorted().toList();
    double each = 1 / Math.sqrt(Math.max(1, known.size()));
    return known.stream().map(index -> new FeatureNode(index, each)).toArray(Feature[]::new);
  }

  /**
   * How likely each topic is.
   *
   * @param sentence in standard words without punctuation
   * @return by code, 0–1, together 1; empty when nothing in it was ever seen before
   */
  Map<String, Double> in(String sentence) {
    Feature[] vector = vector(CharacterGrams.of(sentence));
    if (vector.length == 0) {
      return Map.of();
    }
    double[] probabilities = new double[topics.size()];
    Linear.predictProbability(model, vector, probabilities);
    Map<String, Double> likely = new HashMap<>();
    int[] labels = model.getLabels();
    for (int i = 0; i < probabilities.length; i++) {
      likely.put(topics.get(labels[i]), probabilities[i]);
    }
    return likely;
  }

  /**
   * The runs of characters that speak most for a topic.
   *
   * @param sentence in standard words without punctuation
   */
  List<String> reasons(String sentence, String topic, int most) {
    int label = label(topic);
    if (label < 0) {
      return List.of();
    }
    List<String> known = new ArrayList<>();
    for (String gram : CharacterGrams.of(sentence)) {
      if (features.containsKey(gram) && weight(gram, label) > 0) {
        known.add(gram);
      }
    }
    known.sort(Comparator.comparingDouble((String gram) -> weight(gram, label)).reversed());
    return known.stream().limit(most).toList();
  }

  private int label(String topic) {
    int[] labels = model.getLabels();
    for (int i = 0; i < labels.length; i++) {
      if (topics.get(labels[i]).equals(topic)) {
        return i;
      }
    }
    return -1;
  }

  private double weight(String gram, int label) {
    return model.getDecfunCoef(features.getOrDefault(gram, 0), label);
  }
}
