package cn.wuye.hotline.ivr.prompt;

import cn.wuye.hotline.ivr.dialect.Dialect;
import cn.wuye.hotline.ivr.dialect.Dialects;
import cn.wuye.hotline.ivr.prompt.Prompt.Fixed;
import cn.wuye.hotline.ivr.prompt.Prompt.Piece;
import cn.wuye.hotline.ivr.prompt.Prompt.Spoken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hotline's words in dialects, piece by piece ({@code prompts} of {@code dialects/CODE.yml}): a
 * voice set of the dialect is recorded with them. They belong to the words that are shipped; where
 * a company has written a prompt anew, its Mandarin words count. Immutable.
 */
public final class DialectPrompts {
  /** Stands for the company's name, which is known to the catalogue alone. */
  private static final String COMPANY = "\uE000";

  private static final DialectPrompts SHIPPED = new DialectPrompts(Dialects.shipped().all());

  private final Map<VoiceSet, Map<String, Words>> sets = new LinkedHashMap<>();

  /**
   * A piece's words.
   *
   * @param standard what the piece says in Mandarin, the company's name a group
   * @param dialect what is said instead
   */
  private record Words(Pattern standard, String dialect) {}

  /**
   * @throws IllegalStateException for words of a prompt that is not there, and for slots that are
   *     not those of the prompt in its order
   */
  DialectPrompts(List<Dialect> dialects) {
    PromptCatalogue standard = PromptCatalogue.shipped(COMPANY);
    for (Dialect dialect : dialects) {
      if (!dialect.prompts().isEmpty()) {
        for (String key : dialect.prompts().keySet()) {
          check(standard.has(key), dialect, key + " is no prompt");
        }
        PromptCatalogue own = standard.with(dialect.prompts());
        Map<String, Words> words = new LinkedHashMap<>();
        dialect.prompts().keySet().forEach(key -> words.putAll(words(dialect, key, standard, own)));
        sets.put(new VoiceSet(dialect.code().toLowerCase(Locale.ROOT)), words);
      }
    }
  }

  /** Those that are shipped with the hotline. */
  public static DialectPrompts shipped() {
    return SHIPPED;
  }

  private static Map<String, Words> words(
      Dialect dialect, String key, PromptCatalogue standard, PromptCatalogue own) {
    List<Piece> before = pieces(standard, key);
    List<Piece> after = pieces(own, key);
    check(shape(before).equals(shape(after)), dialect, key + " wants " + shape(before));
    Map<String, Words> words = new LinkedHashMap<>();
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i) instanceof Fixed fixed) {
        words.put(fixed.key(), new Words(withCompany(fixed.text()), after.get(i).text()));
      }
    }
    return words;
  }

  /** The pieces of an entry, its slots by their names. */
  private static List<Piece> pieces(PromptCatalogue catalogue, String key) {
    Map<String, List<Piece>> slots = new LinkedHashMap<>();
    Matcher slot = PromptCatalogue.SLOT.matcher(catalogue.text(key));
    while (slot.find()) {
      slots.put(slot.group(1), List.of(new Spoken(slot.group())));
    }
    return catalogue.prompt(key, slots).pieces();
  }

  /** Words as … and slots by their names, in order. */
  private static List<String> shape(List<Piece> pieces) {
    return pieces.stream()
        .map(
            piece ->
                piece instanceof Fixed
                    ? (piece.text().contains(COMPANY) ? "… {company} …" : "…")
                    : piece.text())
        .toList();
  }

  private static Pattern withCompany(String text) {
    return Pattern.compile(Pattern.quote(text).replace(COMPANY, "\\E(.*)\\Q"));
  }

  private static void check(boolean right, Dialect dialect, String what) {
    if (!right) {
      throw new IllegalStateException("/dialects/" + dialect.code() + ".yml: prompts: " + what);
    }
  }

  /**
   * What a piece says in the dialect of a voice set; empty where that is not known, or the piece
   * does not have the shipped words.
   */
  public Optional<String> words(VoiceSet set, Fixed piece) {
    Words words = sets.getOrDefault(set, Map.of()).get(RecordedPrompts.keyOf(piece));
    if (words == null) {
      return Optional.empty();
    }
    Matcher said = words.standard.matcher(piece.text());
    if (!said.matches()) {
      return Optional.empty();
    }
    String company = said.groupCount() > 0 ? said.group(1) : "";
    return Optional.of(words.dialect.replace(COMPANY, company));
  }
}
