package cn.wuye.hotline.ivr.dialect;

import cn.wuye.hotline.ivr.data.DataFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a dialect; what is wrong in a file is told with the file's name and the word. */
final class DialectFile {
  private static final Set<String> KEYS =
      Set.of(
          "code",
          "name",
          "called",
          "english",
          "review",
          "romanization",
          "accents",
          "words",
          "complaints",
          "emergencies",
          "prompts");

  private final String name;
  private final DataFile file;

  private DialectFile(String name, DataFile file) {
    this.name = name;
    this.file = file;
  }

  /**
   * The dialect of a file.
   *
   * @param name for what is told of it
   * @throws IllegalStateException for what is missing, unknown, twice or of another shape
   */
  static Dialect read(String name, DataFile file) {
    return new DialectFile(name, file).dialect();
  }

  private Dialect dialect() {
    for (String key : file.keys()) {
      check(KEYS.contains(key), "unknown key '" + key + "'");
    }
    String review = file.text("review");
    check(Set.of("pending", "done").contains(review), "review is neither pending nor done");
    Romanization romanization =
        Romanization.of(file.text("romanization"))
            .orElseThrow(() -> wrong("no romanization '" + file.text("romanization") + "'"));
    return new Dialect(
        file.text("code"),
        file.text("name"),
        file.requiredTexts("called"),
        file.text("english"),
        review.equals("done"),
        accents(),
        words(),
        phrases("complaints", romanization),
        phrases("emergencies", romanization),
        prompts());
  }

  private Set<AccentRule> accents() {
    Set<AccentRule> rules = EnumSet.noneOf(AccentRule.class);
    for (String code : file.requiredTexts("accents")) {
      rules.add(AccentRule.of(code).orElseThrow(() -> wrong("no accent rule '" + code + "'")));
    }
    return rules;
  }

  private Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    DataFile list = file.mapping("words");
    for (String said : list.keys()) {
      String standard = list.text(said);
      check(!said.isBlank() && !standard.isBlank(), "empty word '" + said + ": " + standard + "'");
      check(!said.equals(standard), "the word " + said + " is standard already");
      words.put(said, standard);
    }
    return words;
  }

  private Map<String, String> prompts() {
    if (!file.keys().contains("prompts")) {
      return Map.of();
    }
    Map<String, String> prompts = new LinkedHashMap<>();
    DataFile list = file.mapping("prompts");
    for (String key : list.keys()) {
      String words = list.text(key);
      check(!words.isBlank(), "prompts: " + key + " has no words");
      prompts.put(key, words);
    }
    return prompts;
  }

  private List<DialectPhrase> phrases(String key, Romanization romanization) {
    List<DialectPhrase> phrases = new ArrayList<>();
    Set<String> known = new HashSet<>();
    DataFile byMeaning = file.mapping(key);
    for (String meaning : byMeaning.keys()) {
      for (DialectPhrase phrase : phrases(byMeaning, meaning, romanization)) {
        check(known.add(phrase.text()), key + ": " + phrase.text() + " stands there twice");
        phrases.add(phrase);
      }
    }
    return phrases;
  }

  private List<DialectPhrase> phrases(DataFile from, String meaning, Romanization romanization) {
    if (romanization == Romanization.NONE) {
      return from.requiredTexts(meaning).stream()
          .map(text -> new DialectPhrase(text, "", meaning))
          .toList();
    }
    DataFile list = from.mapping(meaning);
    List<DialectPhrase> phrases = new ArrayList<>();
    for (String text : list.keys()) {
      DialectPhrase phrase = new DialectPhrase(text, list.text(text), meaning);
      checkSyllables(phrase, romanization);
      phrases.add(phrase);
    }
    return phrases;
  }

  private void checkSyllables(DialectPhrase phrase, Romanization romanization) {
    int characters = (int) phrase.text().codePoints().filter(Character::isLetter).count();
    int syllables = romanization.syllables(phrase.romanization());
    check(syllables >= 0, phrase.text() + ": '" + phrase.romanization() + "' has no such syllable");
    check(
        syllables == characters,
        phrase.text() + " has " + characters + " characters and " + syllables + " syllables");
  }

  private void check(boolean right, String what) {
    if (!right) {
      throw wrong(what);
    }
  }

  private IllegalStateException wrong(String what) {
    return new IllegalStateException(name + ": " + what);
  }
}
