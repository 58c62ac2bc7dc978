package cn.wuye.hotline.backend.knowledge;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Articles and their versions in the database; knows nothing of rights. */
@Component
class ArticleRows {
  private static final String COLUMNS =
      "SELECT v.article_id, v.version, v.title, v.answer, v.words, v.category, v.subcategory,"
          + " v.estates, v.valid_from, v.valid_until, v.archived, v.changed_by, v.changed_at"
          + " FROM knowledge_version v";
  private static final String LATEST =
      COLUMNS + " JOIN knowledge_article a ON a.id = v.article_id AND a.version = v.version";

  private final JdbcClient jdbc;

  ArticleRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those in use, or those out of use; the newest first, so many at most. */
  List<Article> all(boolean archived, int most) {
    return jdbc.sql(LATEST + " WHERE v.archived = :archived ORDER BY a.id DESC LIMIT :most")
        .param("archived", archived)
        .param("most", most)
        .query(ArticleRows::row)
        .list();
  }

  Optional<Article> find(long id) {
    return jdbc.sql(LATEST + " WHERE a.id = :id")
        .param("id", id)
        .query(ArticleRows::row)
        .optional();
  }

  /** The newest first. */
  List<Article> versions(long id, int most) {
    return jdbc.sql(COLUMNS + " WHERE v.article_id = :id ORDER BY v.version DESC LIMIT :most")
        .param("id", id)
        .param("most", most)
        .query(ArticleRows::row)
        .list();
  }

  long inUse() {
    return jdbc.sql("SELECT COUNT(*) FROM knowledge_article WHERE live_key IS NOT NULL")
        .query(Long.class)
        .single();
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException when there is one of this key
   */
  long add(Entry entry, String by, Instant now) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("INSERT INTO knowledge_article (version, live_key) VALUES (0, :key)")
        .param("key", entry.key())
        .update(key, "id");
    long id = Objects.requireNonNull(key.getKey(), "generated id").longValue();
    addVersion(new Article(id, 0, entry, false, by, now));
    return id;
  }

  /**
   * Adds a version after the one that was seen.
   *
   * @param next its version is that which was seen
   * @return false when another one follows that already
   * @throws org.springframework.dao.DuplicateKeyException when another article has its key
   */
  boolean change(Article next) {
    @Nullable String key = next.archived() ? null : next.entry().key();
    int rows =
        jdbc.sql(
                "UPDATE knowledge_article SET version = version + 1, live_key = :key"
                    + " WHERE id = :id AND version = :version")
            .param("key", key)
            .param("id", next.id())
            .param("version", next.version())
            .update();
    if (rows == 0) {
      return false;
    }
    addVersion(
        new Article(
            next.id(),
            next.version() + 1,
            next.entry(),
            next.archived(),
            next.changedBy(),
            next.changedAt()));
    return true;
  }

  private void addVersion(Article article) {
    Entry entry = article.entry();
    jdbc.sql(
            "INSERT INTO knowledge_version (article_id, version, title, answer, words, category,"
                + " subcategory, estates, valid_from, valid_until, archived, changed_by,"
                + " changed_at) VALUES (:id, :version, :title, :answer, :words, :category,"
                + " :subcategory, :estates, :from, :until, :archived, :by, :at)")
        .param("id", article.id())
        .param("version", article.version())
        .param("title", entry.title())
        .param("answer", entry.answer())
        .param("words", entry.words())
        .param("category", entry.category())
        .param("subcategory", entry.subcategory())
        .param("estates", entry.ids())
        .param("from", entry.validFrom())
        .param("until", entry.validUntil())
        .param("archived", article.archived())
        .param("by", article.changedBy())
        .param("at", Utc.column(article.changedAt()))
        .update();
  }

  private static Article row(ResultSet row, int n) throws SQLException {
    return new Article(
        row.getLong("article_id"),
        row.getLong("version"),
        new Entry(
            row.getString("title"),
            row.getString("answer"),
            row.getString("words"),
            row.getString("category"),
            row.getString("subcategory"),
            estates(row.getString("estates")),
            row.getObject("valid_from", LocalDate.class),
            row.getObject("valid_until", LocalDate.class)),
        row.getBoolean("archived"),
        row.getString("changed_by"),
        Utc.instant(row, "changed_at"));
  }

  private static List<EstateId> estates(String ids) {
    return Arrays.stream(ids.split(" ")).flatMap(id -> EstateId.find(id).stream()).toList();
  }
}
