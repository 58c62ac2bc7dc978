package cn.wuye.hotline.ivr.intent;

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
 * What a sentence is like, learned from sentences that are known: what the lexicon has no phrase
 * for often shares words with what somebody said before. A linear model over runs of characters, so
 * that it can say which of them counted. Learns in about a second, the same from the same
 * sentences; thread-safe afterwards.
 */
final class Likeness {
  /** How much the model gives for a sentence more that it gets right; found by cross-validation. */
  private static final double COST = 16;

  private static final double PRECISION = 0.01;

  /** A run of characters that stands in one sentence only tells nothing of others. */
  private static final int COMMON = 2;

  private final Map<String, Integer> features = new HashMap<>();
  private final List<String> labels;
  private final Model model;

  /** A sentence and what it is. */
  record Known(String text, String label) {}

  private Likeness(List<Known> sentences) {
    List<Set<String>> grams =
        sentences.stream()
            .map(each -> CharacterGrams.of(Utterance.of(each.text()).written()))
            .toList();
    number(grams);
    labels = sentences.stream().map(Known::label).distinct().sorted().toList();
    Problem problem = new Problem();
    problem.l = sentences.size();
    problem.n = features.size() + 1;
    problem.bias = 1;
    problem.x = grams.stream().map(this::vector).toArray(Feature[][]::new);
    problem.y = sentences.stream().mapToDouble(each -> labels.indexOf(each.label())).toArray();
    Linear.disableDebugOutput();
    model = Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, PRECISION));
  }

  /** Learned from these. */
  static Likeness to(List<Known> sentences) {
    return new Likeness(sentences);
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
    List<Feature> vector = new ArrayList<>();
    known.forEach(index -> vector.add(new FeatureNode(index, each)));
    // How frequent each label is, where nothing else is known.
    vector.add(new FeatureNode(features.size() + 1, 1));
    return vector.toArray(Feature[]::new);
  }

  /**
   * How likely each label is.
   *
   * @param sentence in standard words without punctuation
   * @return by label, 0–1, together 1
   */
  Map<String, Double> of(String sentence) {
    Feature[] vector = vector(CharacterGrams.of(sentence));
    double[] probabilities = new double[labels.size()];
    Linear.predictProbability(model, vector, probabilities);
    Map<String, Double> likely = new HashMap<>();
    int[] numbers = model.getLabels();
    for (int i = 0; i < probabilities.length; i++) {
      likely.put(labels.get(numbers[i]), probabilities[i]);
    }
    return likely;
  }

  /**
   * The runs of characters that speak most for a label.
   *
   * @param sentence in standard words without punctuation
   */
  List<String> reasons(String sentence, String of, int most) {
    int label = number(of);
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

  private int number(String label) {
    int[] numbers = model.getLabels();
    for (int i = 0; i < numbers.length; i++) {
      if (labels.get(numbers[i]).equals(label)) {
        return i;
      }
    }
    return -1;
  }

  private double weight(String gram, int label) {
    return model.getDecfunCoef(features.getOrDefault(gram, 0), label);
  }
}
