package cn.wuye.hotline.ivr.speech.grammar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Phrases spelled in the words of a model.
 *
 * @param phrases every way each phrase is said, the phrase as written behind it
 * @param unspellable phrases of which no way can be spelled
 */
record Spelling(Map<List<String>, Form> phrases, List<String> unspellable) {

  /**
   * One way to say a phrase.
   *
   * @param phrase as it was given
   * @param spoken as it is said, in Chinese characters
   */
  record Form(String phrase, String spoken) {}

  static Spelling of(List<String> phrases, Function<String, Optional<List<String>>> speller) {
    return of(phrases, speller, spoken -> Optional.empty());
  }

  /**
   * The same, where what cannot be spelled is tried as something else that sounds like it; what is
   * written so itself goes first.
   */
  static Spelling of(
      List<String> phrases,
      Function<String, Optional<List<String>>> speller,
      Function<String, Optional<String>> soundsLike) {
    Map<List<String>, Form> spelled = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    for (String phrase : phrases) {
      if (!spell(phrase, SpokenForms.of(phrase), speller, spelled)) {
        unknown.add(phrase);
      }
    }
    List<String> unspellable = new ArrayList<>();
    for (String phrase : unknown) {
      List<String> forms =
          SpokenForms.of(phrase).stream().map(soundsLike).flatMap(Optional::stream).toList();
      if (!spell(phrase, forms, speller, spelled)) {
        unspellable.add(phrase);
      }
    }
    return new Spelling(spelled, List.copyOf(unspellable));
  }

  private static boolean spell(
      String phrase,
      List<String> forms,
      Function<String, Optional<List<String>>> speller,
      Map<List<String>, Form> spelled) {
    boolean possible = false;
    for (String spoken : forms) {
      Optional<List<String>> words = speller.apply(spoken);
      words.ifPresent(found -> spelled.putIfAbsent(found, new Form(phrase, spoken)));
      possible |= words.isPresent();
    }
    return possible;
  }

  List<String> lines() {
    return phrases.keySet().stream().map(words -> String.join(" ", words)).toList();
  }

  List<Form> forms() {
    return List.copyOf(phrases.values());
  }
}
