package cn.wuye.hotline.backend.audit;

import cn.wuye.hotline.backend.persistence.Utc;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The log of all nodes as people read it, the newest first. For administrators alone. */
@Component
public class AuditLog {
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  AuditLog(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** One entry. */
  public record Line(
      String node,
      long sequence,
      Instant at,
      String actor,
      String action,
      String subject,
      Map<String, Object> details) {}

  /**
   * A page.
   *
   * @param next where the next begins; empty when this is the last
   */
  public record Page(List<Line> lines, Optional<AuditCursor> next) {}

  /**
   * @param after where the page before ended
   * @param limit lines of the page, 1–200
   */
  public Page page(AuditFilter filter, Optional<AuditCursor> after, int limit) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> parameters = new HashMap<>();
    if (filter.actor() != null) {
      conditions.add("actor = :actor");
      parameters.put("actor", filter.actor());
    }
    if (filter.action() != null) {
      conditions.add("(action = :action OR action LIKE :actions)");
      parameters.put("action", filter.action());
      parameters.put("actions", filter.action().replaceAll("[%_\\\\]", "") + ".%");
    }
    if (filter.subject() != null) {
      conditions.add("subject = :subject");
      parameters.put("subject", filter.subject());
    }
    if (filter.from() != null) {
      conditions.add("happened_at >= :from");
      parameters.put("from", Utc.column(filter.from()));
    }
    if (filter.to() != null) {
      conditions.add("happened_at < :to");
      parameters.put("to", Utc.column(filter.to()));
    }
    after.ifPresent(
        cursor -> {
          conditions.add(
              "happened_at <= :afterAt AND (happened_at < :afterAt OR node < :afterNode"
                  + " OR (node = :afterNode AND sequence < :afterSequence))");
          parameters.put("afterAt", Utc.column(cursor.at()));
          parameters.put("afterNode", cursor.node());
          parameters.put("afterSequence", cursor.sequence());
        });
    List<Line> lines =
        jdbc.sql(
                AuditEntry.SELECT
                    + (conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions))
                    + " ORDER BY happened_at DESC, node DESC, sequence DESC LIMIT :limit")
            .params(parameters)
            .param("limit", limit + 1)
            .query((row, n) -> line(AuditEntry.of(row)))
            .list();
    if (lines.size() <= limit) {
      return new Page(lines, Optional.empty());
    }
    Line last = lines.get(limit - 1);
    return new Page(
        List.copyOf(lines.subList(0, limit)),
        Optional.of(new AuditCursor(last.at(), last.node(), last.sequence())));
  }

  private Line line(AuditEntry entry) {
    return new Line(
        entry.node(),
        entry.sequence(),
        entry.at(),
        entry.actor(),
        entry.action(),
        entry.subject(),
        json.readValue(entry.details(), MAP));
  }
}
