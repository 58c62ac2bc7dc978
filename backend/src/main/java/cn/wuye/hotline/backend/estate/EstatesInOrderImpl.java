package cn.wuye.hotline.backend.estate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the buildings of all estates together: the repository would ask for those of each, and
 * nearly every page names the estates.
 */
class EstatesInOrderImpl implements EstatesInOrder {
  private final JdbcClient jdbc;

  EstatesInOrderImpl(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Estate> findAllByOrderByPositionAscIdAsc() {
    Map<Long, List<Estate.Building>> buildings = new HashMap<>();
    jdbc.sql("SELECT estate_id, name FROM building ORDER BY estate_id, position")
        .query(
            row -> {
              buildings
                  .computeIfAbsent(row.getLong("estate_id"), id -> new ArrayList<>())
                  .add(new Estate.Building(row.getString("name")));
            });
    return jdbc.sql(
            "SELECT id, version, name, aliases, position, person_from_age, dialect FROM estate"
                + " ORDER BY position, id")
        .query(
            (row, n) ->
                new Estate(
                    new EstateId(row.getLong("id")),
                    row.getLong("version"),
                    row.getString("name"),
                    Estate.Aliases.parse(row.getString("aliases")),
                    row.getInt("position"),
                    row.getObject("person_from_age", Integer.class),
                    row.getString("dialect"),
                    buildings.getOrDefault(row.getLong("id"), List.of())))
        .list();
  }
}
