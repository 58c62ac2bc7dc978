package cn.wuye.hotline.backend.desk;

import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.ivr.conversation.CallId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** What agents have typed, kept while they type. */
@Component
public class Drafts {
  private static final int SHOWN = 10;
  private static final String SELECT =
      "SELECT call_id, version, text, kind, category, urgency, estate, building, unit, room,"
          + " reporter, saved_at FROM desk_draft ";

  private final JdbcClient jdbc;
  private final Clock clock;

  Drafts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Keeps what stands in the fields.
   *
   * @param seen the version that she had before her; 0 for none
   * @return the version that it is now; empty when another window of hers was faster
   */
  public OptionalLong save(CallId call, long user, long seen, DraftFields typed) {
    return seen == 0 ? first(call, user, typed) : next(call, user, seen, typed);
  }

  private OptionalLong first(CallId call, long user, DraftFields typed) {
    try {
      bound(
              jdbc.sql(
                  "INSERT INTO desk_draft (call_id, user_id, version, text, kind, category,"
                      + " urgency, estate, building, unit, room, reporter, saved_at) VALUES (:call,"
                      + " :user, 1, :text, :kind, :category, :urgency, :estate, :building, :unit,"
                      + " :room, :reporter, :now)"),
              call,
              user,
              typed)
          .update();
      return OptionalLong.of(1);
    } catch (DuplicateKeyException faster) {
      return OptionalLong.empty();
    }
  }

  private OptionalLong next(CallId call, long user, long seen, DraftFields typed) {
    int changed =
        bound(
                jdbc.sql(
                    "UPDATE desk_draft SET version = version + 1, text = :text, kind = :kind,"
                        + " category = :category, urgency = :urgency, estate = :estate, building ="
                        + " :building, unit = :unit, room = :room, reporter = :reporter, saved_at ="
                        + " :now WHERE call_id = :call AND user_id = :user AND version = :seen"),
                call,
                user,
                typed)
            .param("seen", seen)
            .update();
    return changed == 1 ? OptionalLong.of(seen + 1) : OptionalLong.empty();
  }

  private StatementSpec bound(StatementSpec statement, CallId call, long user, DraftFields typed) {
    DraftFields fields = typed.fitted();
    return statement
        .param("call", call.value())
        .param("user", user)
        .param("text", fields.text())
        .param("kind", fields.kind())
        .param("category", fields.category())
        .param("urgency", fields.urgency())
        .param("estate", fields.estate())
        .param("building", fields.building())
        .param("unit", fields.unit())
        .param("room", fields.room())
        .param("reporter", fields.reporter())
        .param("now", Utc.column(Utc.now(clock)));
  }

  public Optional<Draft> find(CallId call, long user) {
    return jdbc.sql(SELECT + "WHERE call_id = :call AND user_id = :user")
        .param("call", call.value())
        .param("user", user)
        .query(Drafts::row)
        .optional();
  }

  /** What she has not handed in yet, the newest first; at most {@value #SHOWN}. */
  public List<Draft> of(long user) {
    return jdbc.sql(SELECT + "WHERE user_id = :user ORDER BY saved_at DESC LIMIT " + SHOWN)
        .param("user", user)
        .query(Drafts::row)
        .list();
  }

  /** It was handed in, or thrown away. */
  public void remove(CallId call, long user) {
    jdbc.sql("DELETE FROM desk_draft WHERE call_id = :call AND user_id = :user")
        .param("call", call.value())
        .param("user", user)
        .update();
  }

  private static Draft row(ResultSet row, int n) throws SQLException {
    return new Draft(
        new CallId(row.getString("call_id")),
        row.getLong("version"),
        new DraftFields(
            row.getString("text"),
            row.getString("kind"),
            row.getString("category"),
            row.getString("urgency"),
            row.getString("estate"),
            row.getString("building"),
            row.getString("unit"),
            row.getString("room"),
            row.getString("reporter")),
        Utc.instant(row, "saved_at"));
  }
}
