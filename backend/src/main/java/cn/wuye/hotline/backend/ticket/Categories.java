package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.ticket.Category.Subcategory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The categories, which are data; known here for up to a minute before they are read again. */
@Component
public class Categories {
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final Clock clock;
  private volatile Known known = new Known(List.of(), Instant.MIN);

  Categories(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** All that tickets have or may get, in their order. */
  public List<Category> all() {
    Known current = known;
    Instant now = clock.instant();
    if (current.readAt.equals(Instant.MIN) || now.isAfter(current.readAt.plus(KEPT))) {
      current = new Known(stored(), now);
      known = current;
    }
    return current.categories;
  }

  /** Those that new tickets may get, with their parts that are offered, in their order. */
  public List<Category> offered() {
    return all().stream().filter(Category::offered).map(Category::offeredParts).toList();
  }

  /** The category with this code. */
  public Optional<Category> find(String code) {
    return all().stream().filter(category -> category.code().equals(code)).findFirst();
  }

  /** Whether category and sub-category belong together. */
  boolean allow(String category, String subcategory) {
    return find(category).filter(found -> found.allows(subcategory)).isPresent();
  }

  /** Whether new tickets may have them. */
  boolean offer(String category, String subcategory) {
    return find(category).filter(found -> found.offers(subcategory)).isPresent();
  }

  /** The category as it stands in the database now. */
  public Optional<Category> stored(String code) {
    return stored().stream().filter(category -> category.code().equals(code)).findFirst();
  }

  /** How often a category was changed; -1 when there is none such. */
  public long version(String code) {
    return jdbc.sql("SELECT version FROM category WHERE code = :code")
        .param("code", code)
        .query(Long.class)
        .optional()
        .orElse(-1L);
  }

  /** How often anything was changed of any of them. */
  public long revision() {
    return jdbc.sql("SELECT revision FROM category_revision WHERE id = 1")
        .query(Long.class)
        .single();
  }

  /** Reads them anew at the next question; other nodes do so within a minute. */
  public void forget() {
    known = new Known(List.of(), Instant.MIN);
  }

  /** All, as they stand in the database now. */
  public List<Category> stored() {
    return jdbc.sql("SELECT code, zh, en, offered FROM category ORDER BY position, code")
        .query(
            (row, n) -> {
              String code = row.getString("code");
              return new Category(
                  code,
                  row.getString("zh"),
                  row.getString("en"),
                  row.getBoolean("offered"),
                  subcategories(code));
            })
        .list();
  }

  private List<Subcategory> subcategories(String category) {
    return jdbc.sql(
            "SELECT code, zh, en, offered FROM subcategory WHERE category = :category"
                + " ORDER BY position, code")
        .param("category", category)
        .query(
            (row, n) ->
                new Subcategory(
                    row.getString("code"),
                    row.getString("zh"),
                    row.getString("en"),
                    row.getBoolean("offered")))
        .list();
  }

  private record Known(List<Category> categories, Instant readAt) {}
}
