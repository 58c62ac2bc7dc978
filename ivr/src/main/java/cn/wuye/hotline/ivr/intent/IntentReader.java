package cn.wuye.hotline.ivr.intent;

import cn.wuye.hotline.ivr.intent.Lexicon.Findings;
import cn.wuye.hotline.ivr.intent.TopicScores.Score;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * From what was said to category, kind and urgency: by a lexicon matched on sound, and by likeness
 * to sentences that are known. Thread-safe; a sentence takes milliseconds.
 */
public final class IntentReader {
  /** With less confidence than this the caller is asked again. */
  public static final double SURE = 0.5;

  /** In a story people come by the market and the hospital before they come to the point. */
  private static final int LONGEST_REMARK = 20;

  /** Likeness to known emergencies from which on it is asked whether it is one. */
  private static final double ALARMING = 0.3;

  /** Fewer sounds without a word of the lexicon answer a question, and name no matter. */
  private static final int SHORTEST_REMARK = 6;

  /** In fewer sounds nobody tells of a danger without one of its words. */
  private static final int SHORTEST_ALARM = 6;

  /** Likeness from which on the urgency is another than the usual one of the topic. */
  private static final double CLEAR = 0.75;

  private static final Intent SOME_DANGER =
      new Intent("repair", "other", "other", "emergency", SURE);

  private static final int MOST_REASONS = 8;
  private static final int MOST_LIKENESSES = 5;

  private final Lexicon lexicon;
  private final KindRules kinds;
  private final @Nullable EmergencyWords emergencies;

  private IntentReader(Lexicon lexicon, KindRules kinds, @Nullable EmergencyWords emergencies) {
    this.lexicon = lexicon;
    this.kinds = kinds;
    this.emergencies = emergencies;
  }

  /** The lexicon and the sentences that are shipped with the hotline; the first takes a second. */
  public static IntentReader shipped(EmergencyWords emergencies) {
    Sentences.learn();
    return new IntentReader(Lexicon.shipped(), KindRules.shipped(), emergencies);
  }

  /**
   * The same where these names are said; names of estates speak of no topic, whatever they sound
   * like.
   */
  public IntentReader withNames(List<String> names) {
    return new IntentReader(lexicon.withNames(names), kinds, emergencies);
  }

  /** The same with a company's changes of the lexicon and its list of emergency words. */
  public IntentReader with(EmergencyWords words, Set<ShippedPhrase> off, List<LexiconPhrase> own) {
    return new IntentReader(lexicon.with(off, own), kinds, words);
  }

  /** The phrases by which topics are recognised. */
  public List<ShippedPhrase> phrases() {
    return lexicon.phrases();
  }

  /**
   * Those of them that are one run of characters, without marks, each as a company would add it.
   */
  public List<LexiconPhrase> words() {
    return lexicon.words();
  }

  /** The codes of what can be understood, {@code category/subcategory}. */
  public Set<String> topics() {
    return lexicon.topics().stream()
        .filter(topic -> !topic.foreign())
        .map(Topic::code)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The same as {@link #read(String)}, with the reasons. */
  public Explanation explain(String text) {
    Utterance utterance = Utterance.of(text);
    Findings findings = lexicon.findings(utterance);
    List<Explanation.Counted> counted =
        findings.evidence().stream()
            .sorted(Comparator.comparingDouble(Evidence::score).reversed())
            .limit(MOST_REASONS)
            .map(
                each ->
                    new Explanation.Counted(
                        each.phrase().written(),
                        each.topic().code(),
                        utterance.written(each.match().from(), each.match().to()),
                        each.score()))
            .toList();
    Optional<Emergency> emergency =
        Optional.ofNullable(emergencies).flatMap(words -> words.find(text));
    Optional<Intent> intent = read(text);
    List<String> likeness =
        findings.own()
            ? List.of()
            : intent
                .map(
                    each ->
                        Sentences.topics()
                            .reasons(
                                findings.audible(utterance),
                                each.category() + "/" + each.subcategory(),
                                MOST_LIKENESSES))
                .orElse(List.of());
    return new Explanation(emergency, intent, counted, likeness);
  }

  /** The same after the caller has said that it is no emergency. */
  public IntentReader withoutEmergencies() {
    return new IntentReader(lexicon, kinds, null);
  }

  /** What was meant; empty when nothing in the text speaks of any topic. */
  public Optional<Intent> read(String text) {
    return read(text, topic -> true);
  }

  /** What was meant, when the category is known already; empty when nothing speaks of it. */
  public Optional<Intent> read(String text, String category) {
    return read(text, topic -> topic.category().equals(category));
  }

  /** Whether the building matters for such an intent, or the estate is enough. */
  public boolean wantsBuilding(Intent intent) {
    if (intent.kind().equals("inquiry")
        || intent.kind().equals("praise")
        || intent.kind().equals("suggestion")) {
      return false;
    }
    return lexicon.topics().stream()
        .filter(topic -> topic.category().equals(intent.category()))
        .filter(
            topic ->
                intent.subcategory().isEmpty() || topic.subcategory().equals(intent.subcategory()))
        .anyMatch(Topic::wantsBuilding);
  }

  private Optional<Intent> read(String text, Predicate<Topic> eligible) {
    Utterance utterance = Utterance.of(text);
    boolean story = utterance.length() > LONGEST_REMARK;
    Findings findings = lexicon.findings(utterance);
    TopicScores scores =
        TopicScores.of(
            findings.evidence(),
            likely(utterance, findings),
            lexicon.topics().stream()
                .filter(topic -> eligible.test(topic) && !(story && topic.foreign()))
                .toList());
    Optional<Intent> ordinary =
        scores
            .best()
            .filter(best -> !best.topic().foreign())
            .map(best -> intent(utterance, findings, best, scores.confidence()));
    if (emergencies == null) {
      return ordinary;
    }
    return emergencies
        .find(text)
        .map(emergency -> emergency.intent(ordinary))
        .or(
            () ->
                likeEmergency(utterance, text)
                    ? Optional.of(alarmed(ordinary.orElse(SOME_DANGER)))
                    : ordinary);
  }

  private static Map<String, Double> likely(Utterance utterance, Findings findings) {
    boolean vague = findings.evidence().isEmpty() && utterance.length() < SHORTEST_REMARK;
    return vague || findings.own() ? Map.of() : Sentences.topics().of(findings.audible(utterance));
  }

  /** Danger in words that are not in the list; none that is denied, feared, past or asked about. */
  private boolean likeEmergency(Utterance utterance, String text) {
    return emergencies != null
        && utterance.length() >= SHORTEST_ALARM
        && !emergencies.denied(text)
        && Sentences.dangers().of(utterance.written()).getOrDefault("emergency", 0.0) >= ALARMING;
  }

  /** Who thanks or asks is in no danger. */
  private static Intent alarmed(Intent intent) {
    boolean calls = intent.kind().equals("complaint") || intent.kind().equals("repair");
    return calls
        ? new Intent(
            "repair", intent.category(), intent.subcategory(), "emergency", intent.confidence())
        : intent;
  }

  private Intent intent(Utterance utterance, Findings findings, Score best, double confidence) {
    Topic topic = best.topic();
    String kind = best.first(Topic.Group::kind).orElse(topic.kind());
    String urgency = best.first(Topic.Group::urgency).orElse(topic.urgency());
    String kindSaid = kinds.kind(utterance, kind);
    boolean calls = kindSaid.equals("complaint") || kindSaid.equals("repair");
    return new Intent(
        kindSaid,
        topic.category(),
        topic.subcategory(),
        calls ? urgency(utterance, urgency, findings.own()) : "general",
        confidence);
  }

  private String urgency(Utterance utterance, String usual, boolean own) {
    String said = kinds.urgency(utterance, usual);
    if (own || !said.equals(usual)) {
      return said;
    }
    return Sentences.urgencies().of(utterance.written()).entrySet().stream()
        .filter(each -> each.getValue() >= CLEAR)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(usual);
  }
}
