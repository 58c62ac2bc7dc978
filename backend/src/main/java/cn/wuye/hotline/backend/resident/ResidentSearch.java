package cn.wuye.hotline.backend.resident;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.estate.ScopeCondition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks for residents by name, by the last digits of a number, by place. */
@Component
public class ResidentSearch {
  /** So many digits of a number tell somebody. */
  public static final int SHORTEST_TAIL = 4;

  private final JdbcClient jdbc;

  ResidentSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Whom is looked for; empty strings and null mean any.
   *
   * @param who part of a name, or the last digits of a number, at least {@value
   *     ResidentSearch#SHORTEST_TAIL}
   */
  public record Query(String who, @Nullable EstateId estate, String building, String room) {
    boolean byNumber() {
      return who.matches("\\+?[0-9]+");
    }
  }

  /**
   * The ids of those who are there for the one who asks, at most so many, by name.
   *
   * @param seesNumbers false: the last four digits or the whole number, never what the mask hides
   *     digit by digit
   */
  public List<Long> find(Query query, EstateScope scope, boolean seesNumbers, int limit) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> parameters = new HashMap<>();
    String seen = ScopeCondition.of(scope, "d.estate_id", parameters);
    if (!seen.isEmpty()) {
      conditions.add(seen);
    }
    EstateId estate = query.estate();
    if (estate != null) {
      conditions.add("d.estate_id = :estate");
      parameters.put("estate", estate.value());
    }
    add("d.building", "building", query.building(), conditions, parameters);
    add("d.room", "room", query.room(), conditions, parameters);
    if (query.byNumber()) {
      // The index knows the last four; the others are compared.
      String digits = query.who();
      String tail = digits.substring(Math.max(0, digits.length() - SHORTEST_TAIL));
      conditions.add(
          "r.id IN (SELECT p.resident_id FROM resident_phone p"
              + " WHERE p.tail = :tail AND p.number LIKE :number)");
      parameters.put("tail", tail);
      boolean byEnd = seesNumbers || digits.length() == SHORTEST_TAIL;
      parameters.put("number", byEnd ? "%" + digits : digits);
    } else if (!query.who().isEmpty()) {
      conditions.add("r.name LIKE :name ESCAPE '!'");
      parameters.put("name", "%" + escaped(query.who()) + "%");
    }
    String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    return jdbc.sql(
            "SELECT DISTINCT r.id, r.name FROM resident r"
                + " LEFT JOIN resident_dwelling d ON d.resident_id = r.id"
                + where
                + " ORDER BY r.name, r.id LIMIT :limit")
        .params(parameters)
        .param("limit", limit)
        .query((row, n) -> row.getLong("id"))
        .list();
  }

  private static void add(
      String column,
      String name,
      String value,
      List<String> conditions,
      Map<String, Object> parameters) {
    if (!value.isEmpty()) {
      conditions.add(column + " LIKE :" + name + " ESCAPE '!'");
      parameters.put(name, escaped(value) + "%");
    }
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
