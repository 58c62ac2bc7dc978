package cn.wuye.hotline.ivr.dialect;

import cn.wuye.hotline.ivr.data.DataFile;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The dialects that the hotline understands. Nobody knows yet which one is spoken when words are
 * made standard, so all of them hold at once and no word may mean two things.
 */
public final class Dialects {
  /** The code of the dialect that everybody understands. */
  public static final String MANDARIN = "cmn";

  private static final List<String> CODES = List.of(MANDARIN, "yue", "cmn-SC", "wuu", "nan", "hak");

  private static final Dialects SHIPPED =
      new Dialects(CODES.stream().map(Dialects::resource).toList());

  private final List<Dialect> all;
  private final Map<String, String> words = new LinkedHashMap<>();

  /**
   * @throws IllegalStateException when two of them have the same code, or mean different things by
   *     the same word
   */
  Dialects(List<Dialect> all) {
    this.all = List.copyOf(all);
    for (Dialect dialect : all) {
      dialect.words().forEach((said, standard) -> add(dialect, said, standard));
    }
    if (all.stream().map(Dialect::code).distinct().count() < all.size()) {
      throw new IllegalStateException("two dialects have the same code");
    }
  }

  private void add(Dialect dialect, String said, String standard) {
    String before = words.putIfAbsent(said, standard);
    if (before != null && !before.equals(standard)) {
      throw new IllegalStateException(
          "dialect " + dialect.code() + ": " + said + " means " + standard + " and " + before);
    }
  }

  private static Dialect resource(String code) {
    String path = "/dialects/" + code + ".yml";
    Dialect dialect = DialectFile.read(path, DataFile.resource(path));
    if (!dialect.code().equals(code)) {
      throw new IllegalStateException(path + ": the code is " + dialect.code());
    }
    return dialect;
  }

  /** Those that are shipped with the hotline. */
  public static Dialects shipped() {
    return SHIPPED;
  }

  /** Each of them. */
  public List<Dialect> all() {
    return all;
  }

  /** The one of a code; empty when there is none. */
  public Optional<Dialect> find(String code) {
    return all.stream().filter(dialect -> dialect.code().equals(code)).findFirst();
  }

  /** The words of all of them → the standard words. */
  public Map<String, String> words() {
    return Map.copyOf(words);
  }

  /** What the speakers of any of them do not tell apart. */
  public Set<AccentRule> accents() {
    Set<AccentRule> rules = EnumSet.noneOf(AccentRule.class);
    all.forEach(dialect -> rules.addAll(dialect.accents()));
    return rules;
  }
}
