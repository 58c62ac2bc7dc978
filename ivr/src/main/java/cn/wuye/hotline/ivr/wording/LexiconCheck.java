package cn.wuye.hotline.ivr.wording;

import cn.wuye.hotline.ivr.intent.EmergencyWords;
import cn.wuye.hotline.ivr.intent.LexiconPhrase;
import cn.wuye.hotline.ivr.intent.ShippedPhrase;
import cn.wuye.hotline.ivr.wording.Finding.Code;
import cn.wuye.hotline.ivr.wording.SettingsCheck.Known;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks own phrases of the lexicon. */
final class LexiconCheck {
  static final double LIGHTEST = 0.1;
  static final double HEAVIEST = 6;

  /** Each phrase costs time in every sentence of every call. */
  private static final int MOST_SYNONYMS = 20;

  private static final Set<String> KINDS =
      Set.of("", "complaint", "opinion", "suggestion", "inquiry", "repair", "praise");
  private static final Set<String> URGENCIES = Set.of("", "urgent", "general", "complex");

  private final Known known;
  private final EmergencyWords dangers;
  private final Map<String, String> seen = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  LexiconCheck(DialogSettings settings, Known known, EmergencyWords dangers) {
    this.known = known;
    this.dangers = dangers;
    settings.lexicon().forEach(this::phrase);
    off(settings.lexiconOff());
  }

  List<Finding> findings() {
    return findings;
  }

  private void phrase(LexiconPhrase own) {
    String field = "lexicon." + own.phrase();
    words(field, own, own.phrase());
    own.synonyms().forEach(synonym -> words(field, own, synonym));
    if (own.synonyms().size() > MOST_SYNONYMS) {
      findings.add(Finding.of(field, Code.TOO_MUCH, MOST_SYNONYMS, own.synonyms().size()));
    }
    if (!known.topic(own.category(), own.subcategory())) {
      findings.add(Finding.of(field, Code.CATEGORY_UNKNOWN, own.topic()));
    } else if (!known.offered(own.category(), own.subcategory())) {
      findings.add(Finding.of(field, Code.CATEGORY_NOT_OFFERED, own.topic()));
    }
    if (!(own.weight() >= LIGHTEST && own.weight() <= HEAVIEST)) {
      findings.add(Finding.of(field, Code.WEIGHT_RANGE, LIGHTEST, HEAVIEST, own.weight()));
    }
    if (!KINDS.contains(own.kind())) {
      findings.add(Finding.of(field, Code.KIND_UNKNOWN, own.kind()));
    }
    if (!URGENCIES.contains(own.urgency())) {
      findings.add(Finding.of(field, Code.URGENCY_UNKNOWN, own.urgency()));
    }
  }

  private void words(String field, LexiconPhrase own, String words) {
    Optional<Finding> wrong = PhraseCheck.of(field, words);
    if (wrong.isPresent()) {
      findings.add(wrong.get());
      return;
    }
    if (seen.putIfAbsent(words, own.topic()) != null) {
      findings.add(Finding.of(field, Code.PHRASE_TWICE, words));
    }
    dangers
        .find(PhraseCheck.plain(words))
        .ifPresent(
            danger -> findings.add(Finding.of(field, Code.PHRASE_IS_DANGER, words, danger.word())));
  }

  /** A later release may no longer ship what was switched off. */
  private void off(List<ShippedPhrase> off) {
    Set<String> shipped =
        Wording.shippedReader().phrases().stream()
            .map(each -> each.topic() + " " + each.phrase())
            .collect(Collectors.toSet());
    for (ShippedPhrase each : off) {
      if (!shipped.contains(each.topic() + " " + each.phrase())) {
        findings.add(Finding.of("lexiconOff." + each.phrase(), Code.OFF_UNKNOWN, each.phrase()));
      }
    }
  }
}
