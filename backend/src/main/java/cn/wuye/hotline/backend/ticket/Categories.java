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

  /** All, in the order they are offered. */
  public List<Category> all() {
    Known current = known;
    Instant now = clock.instant();
    if (current.readAt.equals(Instant.MIN) || now.isAfter(current.readAt.plus(KEPT))) {
      current = new Known(read(), now);
      known = current;
    }
    return current.categories;
  }

  /** The category with this code. */
  public Optional<Category> find(String code) {
    return all().stream().filter(category -> category.code().equals(code)).findFirst();
  }

  /** Whether category and sub-category belong together. */
  boolean allow(String category, String subcategory) {
    return find(category).filter(found -> found.allows(subcategory)).isPresent();
  }

  /** The category as it stands in the database now. */
  public Optional<Category> stored(String code) {
    return read().stream().filter(category -> category.code().equals(code)).findFirst();
  }

  /** How often a category was renamed; -1 when there is none such. */
  public long version(String code) {
    return jdbc.sql("SELECT version FROM category WHERE code = :code")
        .param("code", code)
        .query(Long.class)
        .optional()
        .orElse(-1L);
  }

  /**
   * Gives a category and its sub-categories other names, in the caller's transaction.
   *
   * @param seen the version that is changed
   * @return whether it still was that version
   */
  public boolean rename(Category wanted, long seen) {
    int rows =
        jdbc.sql(
                "UPDATE category SET version = version + 1, zh = :zh, en = :en"
                    + " WHERE code = :code AND version = :seen")
            .param("zh", wanted.zh())
            .param("en", wanted.en())
            .param("code", wanted.code())
            .param("seen", seen)
            .update();
    if (rows == 0) {
      return false;
    }
    for (Subcategory sub : wanted.subcategories()) {
      jdbc.sql(
              "UPDATE subcategory SET zh = :zh, en = :en"
                  + " WHERE category = :category AND code = :code")
          .param("zh", sub.zh())
          .param("en", sub.en())
          .param("category", wanted.code())
          .param("code", sub.code())
          .update();
    }
    return true;
  }

  /** Reads them anew at the next question; other nodes do so within a minute. */
  public void forget() {
    known = new Known(List.of(), Instant.MIN);
  }

  private List<Category> read() {
    return jdbc.sql("SELECT code, zh, en FROM category ORDER BY position, code")
        .query(
            (row, n) -> {
              String code = row.getString("code");
              return new Category(
                  code, row.getString("zh"), row.getString("en"), subcategories(code));
            })
        .list();
  }

  private List<Subcategory> subcategories(String category) {
    return jdbc.sql(
            "SELECT code, zh, en FROM subcategory WHERE category = :category ORDER BY position, code")
        .param("category", category)
        .query(
            (row, n) ->
                new Subcategory(row.getString("code"), row.getString("zh"), row.getString("en")))
        .list();
  }

  private record Known(List<Category> categories, Instant readAt) {}
}
