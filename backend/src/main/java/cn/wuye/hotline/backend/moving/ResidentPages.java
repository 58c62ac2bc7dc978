package cn.wuye.hotline.backend.moving;

import static cn.wuye.hotline.backend.moving.TicketExport.text;

import cn.wuye.hotline.backend.moving.table.CsvOut;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Residents, a row for each dwelling. Pages are cut between residents, never within one.
 *
 * @param scope condition on the dwelling's estate
 * @param shown a list of numbers as it may be seen
 */
record ResidentPages(
    JdbcClient jdbc,
    String scope,
    Map<String, Object> parameters,
    UnaryOperator<@Nullable String> shown)
    implements ExportTables.Table {
  private static final int PAGE = 1_000;

  @Override
  public String name() {
    return Sheet.RESIDENTS.zh();
  }

  @Override
  public void write(OutputStream out) throws IOException {
    CsvOut csv = CsvOut.to(out);
    csv.row(Export.headers(Sheet.RESIDENTS));
    long after = 0;
    for (List<Long> ids = ids(after); !ids.isEmpty(); ids = ids(after)) {
      for (List<String> row : rows(ids)) {
        csv.row(row);
      }
      after = ids.get(ids.size() - 1);
    }
    csv.flush();
  }

  private List<Long> ids(long after) {
    return jdbc.sql("SELECT id FROM resident WHERE id > :after ORDER BY id LIMIT :limit")
        .param("after", after)
        .param("limit", PAGE)
        .query(Long.class)
        .list();
  }

  private List<List<String>> rows(List<Long> ids) {
    Map<Long, String> phones = phones(ids);
    return jdbc.sql(
            "SELECT r.id, r.external_id, r.name, r.dialect, r.birth_year, e.name AS estate_name,"
                + " d.building, d.unit, d.room FROM resident r LEFT JOIN resident_dwelling d ON d.resident_id = r.id"
                + " LEFT JOIN estate e ON e.id = d.estate_id WHERE r.id IN (:ids) AND "
                + scope
                + " ORDER BY r.id, d.position")
        .params(parameters)
        .param("ids", ids)
        .query(
            (row, n) ->
                List.of(
                    text(row, "external_id"),
                    text(row, "name"),
                    Objects.requireNonNullElse(shown.apply(phones.get(row.getLong("id"))), ""),
                    text(row, "dialect"),
                    text(row, "birth_year"),
                    text(row, "estate_name"),
                    text(row, "building"),
                    text(row, "unit"),
                    text(row, "room")))
        .list();
  }

  // Joined here: GROUP_CONCAT would cut them after a kilobyte on MySQL.
  private Map<Long, String> phones(List<Long> ids) {
    Map<Long, String> phones = new HashMap<>();
    jdbc.sql(
            "SELECT resident_id, number FROM resident_phone WHERE resident_id IN (:ids)"
                + " ORDER BY resident_id, position")
        .param("ids", ids)
        .query(
            row -> {
              phones.merge(
                  row.getLong("resident_id"),
                  Objects.requireNonNull(row.getString("number")),
                  (before, number) -> before + ";" + number);
            });
    return phones;
  }
}
