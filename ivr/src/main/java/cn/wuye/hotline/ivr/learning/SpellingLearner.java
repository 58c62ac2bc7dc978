package cn.wuye.hotline.ivr.learning;

import cn.wuye.hotline.ivr.learning.LearningReport.HeldBack;
import cn.wuye.hotline.ivr.speech.Recognized;
import cn.wuye.hotline.ivr.speech.SampleReader;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer.Recognition;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Learns how a phrase sounds from samples of it. Spellings are searched in all samples; which of
 * them are kept, and what they are worth, is found by hearing samples with them beside the phrases
 * that could be confused. Takes some seconds for a phrase.
 */
public final class SpellingLearner {
  /** Fewer cannot be told from one that was said oddly. */
  public static final int FEWEST_SAMPLES = 3;

  /** Each more is decoded against all candidates. */
  public static final int MOST_SAMPLES = 20;

  private static final int CANDIDATES = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final SpeechRecognizer recognizer;
  private final SpellingSearch search;

  /**
   * @param recognizer the one that callers are heard by
   * @param reader of the same model
   */
  public SpellingLearner(SpeechRecognizer recognizer, SampleReader reader) {
    this.recognizer = recognizer;
    this.search = new SpellingSearch(reader);
  }

  /**
   * Learns a phrase.
   *
   * @param others what was learned already of the same dialect; what is this phrase does not count
   * @param samples {@value #FEWEST_SAMPLES}–{@value #MOST_SAMPLES}, 8 kHz 16-bit mono sound, as a
   *     telephone line leaves it
   * @throws IllegalArgumentException when there are too few or too many samples
   * @throws IllegalStateException when the engine fails or does not answer within a minute
   */
  public LearningReport learn(
      String dialect, String phrase, List<LearnedPhrase> others, List<byte[]> samples) {
    if (samples.size() < FEWEST_SAMPLES || samples.size() > MOST_SAMPLES) {
      throw new IllegalArgumentException(
          "%d-%d samples are wanted, not %d"
              .formatted(FEWEST_SAMPLES, MOST_SAMPLES, samples.size()));
    }
    List<LearnedPhrase> besides =
        others.stream()
            .filter(each -> each.dialect().equals(dialect) && !each.phrase().equals(phrase))
            .toList();
    HeldBack heldBack = heldBack(phrase, besides, samples);
    List<String> kept = chosen(phrase, besides, samples);
    return new LearningReport(new LearnedPhrase(dialect, phrase, kept), heldBack);
  }

  private HeldBack heldBack(String phrase, List<LearnedPhrase> besides, List<byte[]> samples) {
    int hits = 0;
    int rejections = 0;
    Map<String, Integer> confusions = new TreeMap<>();
    for (int out = 0; out < samples.size(); out++) {
      List<byte[]> rest = new ArrayList<>(samples);
      byte[] one = rest.remove(out);
      List<String> spellings = search.of(rest, LearnedPhrase.MOST_SPELLINGS);
      String heard = hear(one, phrase, spellings, besides).phrase();
      if (heard.equals(phrase)) {
        hits++;
      } else if (heard.isEmpty()) {
        rejections++;
      } else {
        confusions.merge(heard, 1, Integer::sum);
      }
    }
    return new HeldBack(samples.size(), hits, rejections, confusions);
  }

  /**
   * A spelling that might be kept.
   *
   * @param sure how surely each sample was heard by it, 0–1; 0 where it was not
   */
  private record Candidate(String spelling, double[] sure) {}

  /** One after the other that which the samples gain most by. */
  private List<String> chosen(String phrase, List<LearnedPhrase> besides, List<byte[]> samples) {
    List<Candidate> left = new ArrayList<>();
    for (String spelling : search.of(samples, CANDIDATES)) {
      heard(spelling, phrase, besides, samples).ifPresent(left::add);
    }
    List<String> kept = new ArrayList<>();
    double[] reached = new double[samples.size()];
    while (kept.size() < LearnedPhrase.MOST_SPELLINGS && !left.isEmpty()) {
      Candidate best =
          Collections.max(left, Comparator.comparingDouble(each -> gain(reached, each.sure())));
      left.remove(best);
      kept.add(best.spelling());
      Arrays.setAll(reached, i -> Math.max(reached[i], best.sure()[i]));
    }
    return List.copyOf(kept);
  }

  /** Empty when a sample is taken for another phrase beside it. */
  private Optional<Candidate> heard(
      String spelling, String phrase, List<LearnedPhrase> besides, List<byte[]> samples) {
    double[] sure = new double[samples.size()];
    for (int i = 0; i < sure.length; i++) {
      Answer heard = hear(samples.get(i), phrase, List.of(spelling), besides);
      if (!heard.phrase().isEmpty() && !heard.phrase().equals(phrase)) {
        return Optional.empty();
      }
      sure[i] = heard.phrase().isEmpty() ? 0 : heard.confidence();
    }
    return Optional.of(new Candidate(spelling, sure));
  }

  private static double gain(double[] reached, double[] own) {
    double gain = 0;
    for (int i = 0; i < own.length; i++) {
      gain += Math.max(0, own[i] - reached[i]);
    }
    return gain;
  }

  /** The phrase that was heard; empty when none. */
  private record Answer(String phrase, double confidence) {}

  private Answer hear(
      byte[] sample, String phrase, List<String> spellings, List<LearnedPhrase> besides) {
    Map<String, String> meanings = new HashMap<>();
    besides.forEach(each -> each.spellings().forEach(one -> meanings.put(one, each.phrase())));
    spellings.forEach(each -> meanings.putIfAbsent(each, phrase));
    if (meanings.isEmpty()) {
      return new Answer("", 0);
    }
    Vocabulary.Alike vocabulary =
        new Vocabulary.Alike(List.copyOf(new TreeMap<>(meanings).keySet()));
    try (Recognition recognition =
        recognizer
            .begin(vocabulary, partial -> {})
            .orElseThrow(() -> new IllegalStateException("the model takes no grammar"))) {
      recognition.accept(sample);
      Recognized heard = recognition.finish(PATIENCE);
      if (!heard.inTime()) {
        throw new IllegalStateException("a sample was not heard within a minute");
      }
      return new Answer(meanings.getOrDefault(heard.text(), ""), heard.confidence());
    }
  }
}
