package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.ticket.Category.Subcategory;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes categories, each time in the caller's transaction. Nothing is ever taken away. */
@Component
public class CategoryRows {
  private final JdbcClient jdbc;

  CategoryRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Other changes wait until the transaction is over. */
  public void changing() {
    jdbc.sql("UPDATE category_revision SET revision = revision + 1 WHERE id = 1").update();
  }

  /**
   * The same, if nothing was changed since.
   *
   * @param seen the revision that the change is based on
   * @return whether it still was that one
   */
  public boolean changing(long seen) {
    return jdbc.sql(
                "UPDATE category_revision SET revision = revision + 1"
                    + " WHERE id = 1 AND revision = :seen")
            .param("seen", seen)
            .update()
        > 0;
  }

  /**
   * Adds a category behind all others, without its parts.
   *
   * @throws org.springframework.dao.DuplicateKeyException when there is one of this code
   */
  public void insert(Category added, int position) {
    jdbc.sql(
            "INSERT INTO category (code, zh, en, position, offered)"
                + " VALUES (:code, :zh, :en, :position, :offered)")
        .param("code", added.code())
        .param("zh", added.zh())
        .param("en", added.en())
        .param("position", position)
        .param("offered", added.offered())
        .update();
  }

  /**
   * Adds a part to a category.
   *
   * @throws org.springframework.dao.DuplicateKeyException when it has one of this code
   */
  public void insert(String category, Subcategory added, int position) {
    jdbc.sql(
            "INSERT INTO subcategory (category, code, zh, en, position, offered)"
                + " VALUES (:category, :code, :zh, :en, :position, :offered)")
        .param("category", category)
        .param("code", added.code())
        .param("zh", added.zh())
        .param("en", added.en())
        .param("position", position)
        .param("offered", added.offered())
        .update();
  }

  /**
   * Makes a category and the parts that it has what is wanted: names, whether they are offered, and
   * the order of the parts.
   *
   * @param seen the version that is changed
   * @return whether it still was that version
   */
  public boolean update(Category wanted, long seen) {
    int rows =
        jdbc.sql(
                "UPDATE category SET version = version + 1, zh = :zh, en = :en, offered = :offered"
                    + " WHERE code = :code AND version = :seen")
            .param("zh", wanted.zh())
            .param("en", wanted.en())
            .param("offered", wanted.offered())
            .param("code", wanted.code())
            .param("seen", seen)
            .update();
    if (rows == 0) {
      return false;
    }
    int position = 0;
    for (Subcategory sub : wanted.subcategories()) {
      position++;
      jdbc.sql(
              "UPDATE subcategory SET zh = :zh, en = :en, offered = :offered, position = :position"
                  + " WHERE category = :category AND code = :code")
          .param("zh", sub.zh())
          .param("en", sub.en())
          .param("offered", sub.offered())
          .param("position", position)
          .param("category", wanted.code())
          .param("code", sub.code())
          .update();
    }
    return true;
  }

  /** Puts all categories in this order. */
  public void order(List<String> codes) {
    for (int i = 0; i < codes.size(); i++) {
      jdbc.sql("UPDATE category SET position = :position WHERE code = :code")
          .param("position", i + 1)
          .param("code", codes.get(i))
          .update();
    }
  }
}
