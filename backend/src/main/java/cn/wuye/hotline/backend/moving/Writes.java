package cn.wuye.hotline.backend.moving;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Collects what a chunk writes: statements that are alike go to the database as one batch. */
final class Writes {
  private final JdbcTemplate jdbc;
  private final JdbcClient client;
  private final Map<String, List<@Nullable Object[]>> batches = new LinkedHashMap<>();

  Writes(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.client = JdbcClient.create(jdbc);
  }

  /** At the end of the chunk, after those that were asked for before. */
  void later(String sql, @Nullable Object... values) {
    batches.computeIfAbsent(sql, s -> new ArrayList<>()).add(values);
  }

  /** Now, for the key that the database makes. */
  long insert(String sql, @Nullable Object... values) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    client.sql(sql).params(values).update(key, "id");
    return Objects.requireNonNull(key.getKey(), "generated id").longValue();
  }

  void flush() {
    batches.forEach(jdbc::batchUpdate);
    batches.clear();
  }
}
