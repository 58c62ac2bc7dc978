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
    Map<List<String>, Form> spelled = new LinkedHashMap<>();
    List<String> unspellable = new ArrayList<>();
    for (String phrase : phrases) {
      boolean possible = false;
      for (String spoken : SpokenForms.of(phrase)) {
        Optional<List<String>> words = speller.apply(spoken);
        words.ifPresent(found -> spelled.putIfAbsent(found, new Form(phrase, spoken)));
        possible |= words.isPresent();
      }
      if (!possible) {
        unspellable.add(phrase);
      }
    }
    return new Spelling(spelled, List.copyOf(unspellable));
  }

  List<String> lines() {
    return phrases.keySet().stream().map(words -> String.join(" ", words)).toList();
  }

  List<Form> forms() {
    return List.copyOf(phrases.values());
  }
}
