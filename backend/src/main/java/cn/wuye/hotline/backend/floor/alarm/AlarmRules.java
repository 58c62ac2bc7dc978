package cn.wuye.hotline.backend.floor.alarm;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.floor.Alarm;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.persistence.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules by which alarms are told. Who may change them is the caller's to ask. */
@Component
public class AlarmRules {
  /** So many rules are enough for any company. */
  public static final int MAX = 100;

  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Audit audit;

  AlarmRules(JdbcClient jdbc, Transactions transactions, Audit audit) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.audit = audit;
  }

  /** All of them, in the order in which they were made. */
  public List<AlarmRule> list() {
    return jdbc
        .sql(
            "SELECT id, version, kind, COALESCE(queue_code, '') AS queue, after_s,"
                + " COALESCE(user_id, 0) AS user, per_hour FROM floor_alarm_rule ORDER BY id")
        .query(AlarmRules::rule)
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Empty for a kind that only a later release knows. */
  private static Optional<AlarmRule> rule(ResultSet row, int n) throws SQLException {
    long id = row.getLong("id");
    long version = row.getLong("version");
    String queue = Columns.text(row, "queue");
    Duration after = Duration.ofSeconds(row.getLong("after_s"));
    long user = row.getLong("user");
    int perHour = row.getInt("per_hour");
    return Coded.find(Alarm.Kind.class, Columns.text(row, "kind"))
        .map(kind -> new AlarmRule(id, version, kind, queue, after, user, perHour));
  }

  /** Who can be told, by id: those who may sign in and have a number or an address. */
  public Map<Long, String> people() {
    Map<Long, String> people = new LinkedHashMap<>();
    jdbc.sql(
            "SELECT u.id, u.display_name FROM app_user u JOIN staff_contact c ON c.user_id = u.id"
                + " WHERE u.enabled AND (c.mobile <> '' OR c.email <> '')"
                + " ORDER BY u.display_name, u.id")
        .query(
            row -> {
              people.put(row.getLong("id"), Columns.text(row, "display_name"));
            });
    return people;
  }

  /**
   * Adds a rule, or changes one.
   *
   * @return field to what is wrong with it: {@code range, unknown, many, stale}; empty when it is
   *     saved
   */
  public Map<String, String> save(AlarmRule rule, String login) {
    if (rule.after().isNegative() || rule.after().compareTo(AlarmRule.LONGEST) > 0) {
      return Map.of("after", "range");
    }
    if (rule.perHour() < 1 || rule.perHour() > AlarmRule.MOST) {
      return Map.of("perHour", "range");
    }
    try {
      return transactions.run(() -> write(rule, login));
    } catch (DataIntegrityViolationException none) {
      return Map.of("queue", "unknown");
    }
  }

  private Map<String, String> write(AlarmRule rule, String login) {
    if (rule.id() == 0 && list().size() >= MAX) {
      return Map.of("id", "many");
    }
    int written =
        jdbc.sql(
                rule.id() == 0
                    ? "INSERT INTO floor_alarm_rule (kind, queue_code, after_s, user_id, per_hour)"
                        + " VALUES (:kind, :queue, :after, :user, :perHour)"
                    : "UPDATE floor_alarm_rule SET kind = :kind, queue_code = :queue,"
                        + " after_s = :after, user_id = :user, per_hour = :perHour,"
                        + " version = version + 1 WHERE id = :id AND version = :version")
            .param("kind", rule.kind().code())
            .param("queue", queueOf(rule))
            .param("after", rule.after().toSeconds())
            .param("user", userOf(rule))
            .param("perHour", rule.perHour())
            .param("id", rule.id())
            .param("version", rule.version())
            .update();
    if (written == 0) {
      return Map.of("version", "stale");
    }
    audited(
        login,
        Map.of(
            "kind", rule.kind().code(),
            "queue", rule.queue(),
            "after", rule.after().toSeconds(),
            "user", rule.user(),
            "perHour", rule.perHour()));
    return Map.of();
  }

  private static @Nullable String queueOf(AlarmRule rule) {
    return rule.queue().isEmpty() ? null : rule.queue();
  }

  private static @Nullable Long userOf(AlarmRule rule) {
    return rule.user() == 0 ? null : rule.user();
  }

  /**
   * Takes a rule away.
   *
   * @return false when it was there no more, or as it was seen
   */
  public boolean remove(long id, long version, String login) {
    return transactions.run(
        () -> {
          boolean gone =
              jdbc.sql("DELETE FROM floor_alarm_rule WHERE id = ? AND version = ?")
                      .params(id, version)
                      .update()
                  == 1;
          if (gone) {
            audited(login, Map.of("id", id, "removed", true));
          }
          return gone;
        });
  }

  private void audited(String login, Map<String, Object> details) {
    audit.record(Audit.user(login), AuditAction.SETTING_CHANGED, "floor-alarms", details);
  }
}
