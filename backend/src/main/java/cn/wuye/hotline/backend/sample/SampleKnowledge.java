package cn.wuye.hotline.backend.sample;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.knowledge.Entry;
import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Some articles of the knowledge base. */
@Component
class SampleKnowledge {
  private static final int PARTS = 5;

  private final JdbcClient jdbc;
  private final Clock clock;

  SampleKnowledge(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param estates in the order of {@link SampleEstate#ALL}
   */
  void write(List<EstateId> estates) {
    SampleTexts.read("knowledge.txt").forEach(line -> write(parse(line, estates)));
  }

  private static Entry parse(String line, List<EstateId> estates) {
    String[] parts = line.split("\\|", PARTS);
    if (parts.length < PARTS) {
      throw new IllegalStateException("knowledge.txt: five parts expected in '" + line + "'");
    }
    String[] category = parts[1].split("/", 2);
    return new Entry(
        parts[2],
        parts[4],
        parts[3],
        category[0],
        category.length < 2 ? "" : category[1],
        parts[0].isEmpty() ? List.of() : List.of(estates.get(Integer.parseInt(parts[0]) - 1)),
        null,
        null);
  }

  private void write(Entry entry) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("INSERT INTO knowledge_article (version, live_key) VALUES (0, :key)")
        .param("key", entry.key())
        .update(key, "id");
    jdbc.sql(
            "INSERT INTO knowledge_version (article_id, version, title, answer, words, category,"
                + " subcategory, estates, archived, changed_by, changed_at) VALUES (:id, 0, :title,"
                + " :answer, :words, :category, :subcategory, :estates, FALSE, 'sample', :now)")
        .param("id", Objects.requireNonNull(key.getKey(), "generated id").longValue())
        .param("title", entry.title())
        .param("answer", entry.answer())
        .param("words", entry.words())
        .param("category", entry.category())
        .param("subcategory", entry.subcategory())
        .param("estates", entry.ids())
        .param("now", Utc.column(clock.instant()))
        .update();
  }
}
