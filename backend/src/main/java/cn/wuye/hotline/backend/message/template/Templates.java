package cn.wuye.hotline.backend.message.template;

import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Columns;
import cn.wuye.hotline.backend.persistence.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The templates: what is shipped, and over it the newest of what was written here. */
@Component
public class Templates {
  private static final String SELECT =
      "SELECT event, medium, language, version, subject, body, written_by, written_at"
          + " FROM message_template ";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final ShippedTemplates shipped = new ShippedTemplates();

  Templates(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The one that is used now. */
  public Optional<MessageTemplate> find(MessageTemplate.Key key) {
    return history(key).stream().findFirst();
  }

  /** What is read on the phone, which speaks Chinese; empty where there is nothing to read. */
  public Optional<MessageTemplate> spoken(String event) {
    return Coded.find(MessageEvent.class, event)
        .flatMap(found -> find(new MessageTemplate.Key(found, Medium.VOICE, Language.CHINESE)));
  }

  /** All that are used now, in the order of events, media and languages. */
  public List<MessageTemplate> all() {
    Map<MessageTemplate.Key, MessageTemplate> now = new LinkedHashMap<>(shipped.all());
    jdbc.sql(SELECT + "ORDER BY version")
        .query(Templates::template)
        .list()
        .forEach(template -> now.put(template.key(), template));
    return List.copyOf(now.values());
  }

  /** All versions, the newest first; the last is what is shipped. */
  public List<MessageTemplate> history(MessageTemplate.Key key) {
    List<MessageTemplate> versions =
        new ArrayList<>(
            jdbc.sql(
                    SELECT
                        + "WHERE event = ? AND medium = ? AND language = ? ORDER BY version DESC")
                .params(key.event().code(), key.medium().code(), key.language().code())
                .query(Templates::template)
                .list());
    Optional.ofNullable(shipped.all().get(key)).ifPresent(versions::add);
    return versions;
  }

  /**
   * Adds a version.
   *
   * @param after the version that its writer had before her
   * @return false when there is a newer one by now
   */
  boolean add(MessageTemplate.Key key, long after, String subject, String body, String by) {
    long newest = find(key).map(MessageTemplate::version).orElse(-1L);
    if (newest != after) {
      return false;
    }
    try {
      jdbc.sql(
              "INSERT INTO message_template (event, medium, language, version, subject, body,"
                  + " written_by, written_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
          .params(
              key.event().code(),
              key.medium().code(),
              key.language().code(),
              after + 1,
              subject,
              body,
              by,
              Utc.column(clock.instant()))
          .update();
      return true;
    } catch (DuplicateKeyException raced) {
      return false;
    }
  }

  private static MessageTemplate template(ResultSet row, int n) throws SQLException {
    return new MessageTemplate(
        new MessageTemplate.Key(
            Coded.of(MessageEvent.class, Columns.text(row, "event")),
            Coded.of(Medium.class, Columns.text(row, "medium")),
            Coded.of(Language.class, Columns.text(row, "language"))),
        row.getLong("version"),
        Columns.text(row, "subject"),
        Columns.text(row, "body"),
        Columns.text(row, "written_by"),
        Utc.instant(row, "written_at"));
  }
}
