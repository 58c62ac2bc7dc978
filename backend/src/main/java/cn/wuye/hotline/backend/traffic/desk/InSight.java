package cn.wuye.hotline.backend.traffic.desk;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Columns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which queues and agents somebody sees: those that serve one of her estates. What is for all
 * estates is seen by those who see all estates.
 */
@Component
public class InSight {
  private final JdbcClient jdbc;

  InSight(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One that is defined, with the estates it serves; none: all of them. */
  private record Known(String name, Set<EstateId> estates) {
    boolean seenBy(EstateScope scope) {
      return scope.all() || estates.stream().anyMatch(scope::sees);
    }
  }

  /** Queues by code. */
  public List<Named> queues(EstateScope scope) {
    return seen(
        "SELECT q.code, q.title AS name, e.estate_id FROM call_queue q"
            + " LEFT JOIN call_queue_estate e ON e.queue_code = q.code"
            + " ORDER BY q.code",
        scope);
  }

  /** Whether somebody sees a queue. */
  public boolean sees(String queue, EstateScope scope) {
    return queues(scope).stream().map(Named::code).anyMatch(queue::equals);
  }

  /** Agents by extension. Who sees all estates, and a phone of nobody, is for all. */
  public List<Named> agents(EstateScope scope) {
    return seen(
        "SELECT p.extension AS code, COALESCE(u.display_name, '') AS name, e.estate_id"
            + " FROM agent_phone p LEFT JOIN app_user u ON u.id = p.user_id"
            + " LEFT JOIN app_user_estate e ON e.user_id = u.id AND u.all_estates = FALSE"
            + " ORDER BY p.extension",
        scope);
  }

  private List<Named> seen(String sql, EstateScope scope) {
    Map<String, Known> all = new LinkedHashMap<>();
    jdbc.sql(sql)
        .query(
            row -> {
              String name = Columns.text(row, "name");
              Known known =
                  all.computeIfAbsent(
                      Columns.text(row, "code"), code -> new Known(name, new HashSet<>()));
              long estate = row.getLong("estate_id");
              if (!row.wasNull()) {
                known.estates().add(new EstateId(estate));
              }
            });
    List<Named> seen = new ArrayList<>();
    all.forEach(
        (code, known) -> {
          if (known.seenBy(scope)) {
            seen.add(new Named(code, known.name().isEmpty() ? code : known.name()));
          }
        });
    return seen;
  }
}
