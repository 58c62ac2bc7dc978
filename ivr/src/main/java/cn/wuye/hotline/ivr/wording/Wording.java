package cn.wuye.hotline.ivr.wording;

import cn.wuye.hotline.ivr.intent.EmergencyWords;
import cn.wuye.hotline.ivr.intent.IntentReader;
import cn.wuye.hotline.ivr.learning.LearnedPhrase;
import cn.wuye.hotline.ivr.prompt.Prompt;
import cn.wuye.hotline.ivr.prompt.Prompt.Piece;
import cn.wuye.hotline.ivr.prompt.Prompt.Spoken;
import cn.wuye.hotline.ivr.prompt.PromptCatalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One version of what the hotline says and understands, ready for calls: a call takes one at its
 * beginning and keeps it to its end. Immutable, thread-safe.
 *
 * @param version its number; 0 for what is shipped
 * @param keys what the keys of the question for the problem mean
 * @param estateLines id of an estate → what is said after the greeting
 * @param learned how phrases sound in dialects
 */
public record Wording(
    long version,
    PromptCatalogue catalogue,
    EmergencyWords emergencies,
    IntentReader intents,
    KeyMenu keys,
    ServiceHours hours,
    Map<String, String> estateLines,
    List<LearnedPhrase> learned) {

  /** Made once: the lexicon has thousands of phrases. */
  private static final class Shipped {
    static final EmergencyWords WORDS = EmergencyWords.shipped();
    static final IntentReader READER = IntentReader.shipped(WORDS);
  }

  public Wording {
    estateLines = Map.copyOf(estateLines);
    learned = List.copyOf(learned);
  }

  /**
   * What is shipped.
   *
   * @param company the company's name as it is said in the greeting
   */
  public static Wording shipped(String company) {
    return of(0, DialogSettings.SHIPPED, company);
  }

  /**
   * A company's version.
   *
   * @throws RuntimeException when {@link SettingsCheck} finds an error in the settings
   */
  public static Wording of(long version, DialogSettings settings, String company) {
    EmergencyWords words = emergencies(settings);
    return new Wording(
        version,
        PromptCatalogue.shipped(company).with(texts(settings)),
        words,
        Shipped.READER.with(words, Set.copyOf(settings.lexiconOff()), settings.lexicon()),
        menu(settings),
        ServiceHours.of(settings.hours()),
        settings.estateLines(),
        settings.learned());
  }

  /** The shipped understanding, to be looked at. */
  public static IntentReader shippedReader() {
    return Shipped.READER;
  }

  /** The shipped emergency words, to be looked at. */
  public static EmergencyWords shippedEmergencies() {
    return Shipped.WORDS;
  }

  static EmergencyWords emergencies(DialogSettings settings) {
    return Shipped.WORDS.with(Set.copyOf(settings.dangersOff()), settings.dangers());
  }

  static KeyMenu menu(DialogSettings settings) {
    return settings.keys().isEmpty() ? KeyMenu.SHIPPED : new KeyMenu(settings.keys());
  }

  /** Keys that mean something else are read out anew, unless the company has its own words. */
  private static Map<String, String> texts(DialogSettings settings) {
    Map<String, String> texts = new LinkedHashMap<>();
    KeyMenu menu = menu(settings);
    if (!menu.equals(KeyMenu.SHIPPED)) {
      texts.put("ask-problem-keys", menu.allKeys());
      texts.put("ask-category", menu.categoryKeys());
    }
    texts.putAll(settings.prompts());
    return texts;
  }

  /**
   * What is said after the greeting.
   *
   * @param estateId where she is known to live; empty string when unknown
   * @return without pieces where the estate has nothing to tell
   */
  public Prompt estateLine(String estateId) {
    return new Prompt(
        "",
        Optional.ofNullable(estateLines.get(estateId)).stream().<Piece>map(Spoken::new).toList());
  }

  /** The lines of estates: words that should have their sound before the first call. */
  public List<Prompt> spokenLines() {
    List<Prompt> lines = new ArrayList<>();
    estateLines.values().forEach(line -> lines.add(new Prompt("", List.of(new Spoken(line)))));
    return lines;
  }
}
