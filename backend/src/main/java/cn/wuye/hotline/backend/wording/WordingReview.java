package cn.wuye.hotline.backend.wording;

import cn.wuye.hotline.backend.estate.Estates;
import cn.wuye.hotline.backend.ticket.Categories;
import cn.wuye.hotline.backend.ticket.Category;
import cn.wuye.hotline.backend.ticket.Category.Subcategory;
import cn.wuye.hotline.ivr.speech.SpeechRecognizer;
import cn.wuye.hotline.ivr.speech.Vocabulary;
import cn.wuye.hotline.ivr.wording.DialogSettings;
import cn.wuye.hotline.ivr.wording.Finding;
import cn.wuye.hotline.ivr.wording.SettingsCheck;
import cn.wuye.hotline.ivr.wording.SettingsCheck.Known;
import cn.wuye.hotline.ivr.wording.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at settings with what this installation knows: categories, estates, the speech model. */
class WordingReview {
  private final CompanyName company;
  private final Categories categories;
  private final Estates estates;
  private final SpeechRecognizer recognizer;

  WordingReview(
      CompanyName company, Categories categories, Estates estates, SpeechRecognizer recognizer) {
    this.company = company;
    this.categories = categories;
    this.estates = estates;
    this.recognizer = recognizer;
  }

  List<Finding> of(DialogSettings settings) {
    List<Finding> findings = new ArrayList<>(SettingsCheck.of(settings, company.text(), known()));
    if (!SettingsCheck.broken(findings)) {
      findings.addAll(unspellable(settings));
    }
    return findings;
  }

  Wording wording(long version, DialogSettings settings) {
    return Wording.of(version, settings, company.text());
  }

  private Known known() {
    Set<String> topics = new HashSet<>();
    Set<String> notOffered = new HashSet<>();
    for (Category category : categories.all()) {
      if (!category.offered()) {
        notOffered.add(category.code());
      }
      for (Subcategory sub : category.subcategories()) {
        String topic = category.code() + "/" + sub.code();
        topics.add(topic);
        if (!sub.offered()) {
          notOffered.add(topic);
        }
      }
    }
    return new Known(
        categories.all().stream().map(Category::code).collect(Collectors.toSet()),
        topics,
        estates.findAll().stream()
            .map(estate -> estate.requireId().toString())
            .collect(Collectors.toSet()),
        notOffered);
  }

  /** What the model has no words for is never heard; it still counts in text. */
  private List<Finding> unspellable(DialogSettings settings) {
    if (!recognizer.status().available()) {
      return List.of();
    }
    List<String> dangers = parts(settings.dangers().stream().map(each -> each.phrase()));
    List<String> phrases =
        parts(
            settings.lexicon().stream()
                .flatMap(
                    each -> Stream.concat(Stream.of(each.phrase()), each.synonyms().stream())));
    return Stream.concat(
            recognizer.unspellable(new Vocabulary.Spotting(dangers)).stream(),
            recognizer.unspellable(new Vocabulary.Phrases(phrases)).stream())
        .distinct()
        .map(phrase -> new Finding("lexicon." + phrase, Finding.Code.UNSPELLABLE, List.of(phrase)))
        .toList();
  }

  private static List<String> parts(Stream<String> phrases) {
    return phrases
        .flatMap(phrase -> Stream.of(phrase.replace("=", "").split("\\*", -1)))
        .filter(part -> part.length() > 1)
        .distinct()
        .toList();
  }
}
