package cn.wuye.hotline.backend.queue.edit;

import cn.wuye.hotline.backend.audit.Audit;
import cn.wuye.hotline.backend.audit.AuditAction;
import cn.wuye.hotline.backend.estate.EstateScope;
import cn.wuye.hotline.backend.persistence.Text;
import cn.wuye.hotline.backend.persistence.Transactions;
import cn.wuye.hotline.backend.queue.QueueData;
import cn.wuye.hotline.backend.queue.QueueTables;
import cn.wuye.hotline.router.queue.OpeningHours.Span;
import cn.wuye.hotline.router.queue.QueueDefinition;
import cn.wuye.hotline.router.queue.QueueLimits;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes queues. Who may is the caller's to ask. */
@Component
public class QueueEditor {
  /** Longest title, in characters. */
  public static final int MAX_TITLE = 60;

  private static final int MINUTES = 1440;

  private final JdbcClient jdbc;
  private final QueueTables tables;
  private final Transactions transactions;
  private final Audit audit;

  QueueEditor(JdbcClient jdbc, QueueTables tables, Transactions transactions, Audit audit) {
    this.jdbc = jdbc;
    this.tables = tables;
    this.transactions = transactions;
    this.audit = audit;
  }

  /** All queues of which somebody sees every estate, by code. */
  public List<EditedQueue> list(EstateScope scope) {
    QueueData data = tables.read();
    Map<String, Long> versions = versions();
    return data.queues().stream()
        .filter(queue -> QueueRights.sees(scope, queue))
        .map(
            queue ->
                new EditedQueue(versions.getOrDefault(queue.code(), 0L), queue, data.manner(queue)))
        .toList();
  }

  /** One of them. */
  public Optional<EditedQueue> find(String code, EstateScope scope) {
    return list(scope).stream().filter(each -> each.queue().code().equals(code)).findFirst();
  }

  private Map<String, Long> versions() {
    Map<String, Long> versions = new LinkedHashMap<>();
    jdbc.sql("SELECT code, version FROM call_queue")
        .query(
            row -> {
              versions.put(row.getString("code"), row.getLong("version"));
            });
    return versions;
  }

  /**
   * Adds a queue, or changes all of one but what is done by hand.
   *
   * @param fresh whether it is to be added
   * @return field to what is wrong with it: {@code required, too-long, taken, stale, unknown};
   *     empty when it is saved
   */
  public Map<String, String> save(EditedQueue edited, boolean fresh, String login) {
    QueueDefinition queue = edited.queue();
    Map<String, String> wrong = wrong(edited);
    if (!wrong.isEmpty()) {
      return wrong;
    }
    return transactions.run(
        () -> {
          if (fresh && !added(queue)) {
            return Map.of("code", "taken");
          }
          if (!fresh && !claimed(queue.code(), edited.version())) {
            return Map.of("version", "stale");
          }
          write(edited);
          audit.record(
              Audit.user(login),
              AuditAction.SETTING_CHANGED,
              "queue:" + queue.code(),
              details(edited));
          return Map.of();
        });
  }

  private Map<String, String> wrong(EditedQueue edited) {
    Map<String, String> wrong = new LinkedHashMap<>();
    String title = edited.queue().title();
    if (title.isBlank()) {
      wrong.put("title", "required");
    } else if (Text.length(title) > MAX_TITLE) {
      wrong.put("title", "too-long");
    }
    if (!edited.manner().homeNode().matches("[A-Za-z0-9_-]{0,40}")) {
      wrong.put("homeNode", "unknown");
    }
    for (String estate : edited.queue().estates()) {
      if (jdbc.sql("SELECT COUNT(*) FROM estate WHERE id = ?")
              .param(estate)
              .query(Integer.class)
              .single()
          == 0) {
        wrong.put("estates", "unknown");
      }
    }
    return wrong;
  }

  private boolean added(QueueDefinition queue) {
    try {
      jdbc.sql("INSERT INTO call_queue (code, title) VALUES (?, ?)")
          .params(queue.code(), queue.title())
          .update();
      return true;
    } catch (DuplicateKeyException taken) {
      return false;
    }
  }

  private boolean claimed(String code, long version) {
    return jdbc.sql("UPDATE call_queue SET version = version + 1 WHERE code = ? AND version = ?")
            .params(code, version)
            .update()
        == 1;
  }

  private void write(EditedQueue edited) {
    QueueDefinition queue = edited.queue();
    QueueLimits limits = queue.limits();
    jdbc.sql(
            """
            UPDATE call_queue
               SET title = :title, weight = :weight, ring_s = :ring, wrap_up_s = :wrapUp,
                   region_after_s = :region, all_after_s = :everybody, choice_every_s = :choice,
                   longest_wait_s = :longest, most_waiting = :most, home_node = :home,
                   abandoned_back = :back
             WHERE code = :code
            """)
        .param("title", queue.title())
        .param("weight", queue.weight())
        .param("ring", limits.ring().toSeconds())
        .param("wrapUp", limits.wrapUp().toSeconds())
        .param("region", limits.regionAfter().toSeconds())
        .param("everybody", limits.everybodyAfter().toSeconds())
        .param("choice", limits.choiceEvery().toSeconds())
        .param("longest", limits.longestWait().toSeconds())
        .param("most", limits.mostWaiting())
        .param("home", edited.manner().homeNode())
        .param("back", edited.manner().phonesBack())
        .param("code", queue.code())
        .update();
    writeParts(edited);
  }

  private void writeParts(EditedQueue edited) {
    String code = edited.queue().code();
    for (String table :
        List.of("call_queue_skill", "call_queue_estate", "call_queue_hours", "call_queue_day")) {
      jdbc.sql("DELETE FROM " + table + " WHERE queue_code = ?").param(code).update();
    }
    edited
        .queue()
        .skills()
        .forEach(
            skill ->
                jdbc.sql("INSERT INTO call_queue_skill (queue_code, skill) VALUES (?, ?)")
                    .params(code, skill.toString())
                    .update());
    edited
        .queue()
        .estates()
        .forEach(
            estate ->
                jdbc.sql("INSERT INTO call_queue_estate (queue_code, estate_id) VALUES (?, ?)")
                    .params(code, estate)
                    .update());
    edited.manner().hours().week().forEach((day, spans) -> writeWeek(code, day, spans));
    edited.manner().hours().days().forEach((day, spans) -> writeDay(code, day, spans));
  }

  private void writeWeek(String code, DayOfWeek day, List<Span> spans) {
    for (Span span : spans) {
      jdbc.sql(
              "INSERT INTO call_queue_hours (queue_code, weekday, from_minute, to_minute)"
                  + " VALUES (?, ?, ?, ?)")
          .params(code, day.getValue(), minute(span.from()), end(span))
          .update();
    }
  }

  private void writeDay(String code, LocalDate day, List<Span> spans) {
    String sql =
        "INSERT INTO call_queue_day (queue_code, day, from_minute, to_minute) VALUES (?, ?, ?, ?)";
    if (spans.isEmpty()) {
      jdbc.sql(sql).params(code, day, 0, 0).update();
    }
    for (Span span : spans) {
      jdbc.sql(sql).params(code, day, minute(span.from()), end(span)).update();
    }
  }

  private static int minute(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }

  private static int end(Span span) {
    return span.to().equals(LocalTime.MIDNIGHT) ? MINUTES : minute(span.to());
  }

  private static Map<String, Object> details(EditedQueue edited) {
    QueueDefinition queue = edited.queue();
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("title", queue.title());
    details.put("skills", queue.skills().stream().map(Object::toString).sorted().toList());
    details.put("estates", queue.estates().stream().sorted().toList());
    details.put("weight", queue.weight());
    details.put("choiceEvery", queue.limits().choiceEvery().toSeconds());
    details.put("longestWait", queue.limits().longestWait().toSeconds());
    details.put("phonesBack", edited.manner().phonesBack());
    details.put(
        "dates", HoursText.lines(edited.manner().hours().days()).lines().limit(20).toList());
    return details;
  }

  /**
   * Takes a queue away; Asterisk keeps it until its last caller has left.
   *
   * @return empty when it is gone, else why it stays: {@code last} for the only one that anybody
   *     may come to, {@code stale}
   */
  public Optional<String> remove(String code, long version, String login) {
    return transactions.run(
        () -> {
          boolean another =
              tables.read().queues().stream()
                  .anyMatch(
                      queue ->
                          !queue.code().equals(code)
                              && queue.skills().isEmpty()
                              && queue.estates().isEmpty());
          if (!another) {
            return Optional.of("last");
          }
          if (jdbc.sql("DELETE FROM call_queue WHERE code = ? AND version = ?")
                  .params(code, version)
                  .update()
              == 0) {
            return Optional.of("stale");
          }
          audit.record(
              Audit.user(login),
              AuditAction.SETTING_CHANGED,
              "queue:" + code,
              Map.of("removed", true));
          return Optional.empty();
        });
  }
}
