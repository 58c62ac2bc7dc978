package cn.wuye.hotline.backend.moving;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All estates by name and alias, and those that the file itself brings. */
final class EstateIndex {
  private static final Known NOBODY = new Known(null, "", "", 0, null, "");

  private final Map<String, Known> byName = new HashMap<>();
  private final Map<String, Known> byAlias = new HashMap<>();
  private int lastPosition;

  /**
   * An estate.
   *
   * @param id null: the file brings it, and it is not entered yet
   * @param personFromAge null: nobody is rung through for her age
   * @param dialect that is usual there
   */
  record Known(
      @Nullable Long id,
      String name,
      String aliases,
      int position,
      @Nullable Integer personFromAge,
      String dialect) {
    boolean is(@Nullable Long estate) {
      return id != null && id.equals(estate);
    }
  }

  static EstateIndex read(JdbcClient jdbc) {
    EstateIndex index = new EstateIndex();
    jdbc.sql("SELECT id, name, aliases, position, person_from_age, dialect FROM estate ORDER BY id")
        .query(
            row -> {
              index.add(
                  new Known(
                      row.getLong("id"),
                      row.getString("name"),
                      row.getString("aliases"),
                      row.getInt("position"),
                      row.getObject("person_from_age", Integer.class),
                      row.getString("dialect")));
            });
    return index;
  }

  void add(Known estate) {
    byName.put(plain(estate.name()), estate);
    lastPosition = Math.max(lastPosition, estate.position());
    for (String alias : estate.aliases().split("\\|")) {
      if (!alias.isBlank()) {
        // Two estates of one alias: it tells neither.
        byAlias.merge(plain(alias), estate, (a, b) -> a.name().equals(b.name()) ? b : NOBODY);
      }
    }
  }

  /** By its very name. */
  Optional<Known> named(String name) {
    return Optional.ofNullable(byName.get(plain(name)));
  }

  /** By its name, or by an alias that no other estate has. */
  Optional<Known> find(String name) {
    String plain = plain(name);
    return named(name)
        .or(() -> Optional.ofNullable(byAlias.get(plain)).filter(known -> known != NOBODY));
  }

  int nextPosition() {
    return lastPosition + 1;
  }

  /** Widths, capitals and blanks make no other name; remarks in brackets do. */
  static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .replaceAll("\\s+", "")
        .toLowerCase(Locale.ROOT);
  }
}
