package cn.wuye.hotline.backend.ticket;

import cn.wuye.hotline.backend.estate.EstateId;
import cn.wuye.hotline.backend.persistence.Coded;
import cn.wuye.hotline.backend.persistence.Utc;
import cn.wuye.hotline.ivr.conversation.CallId;
import cn.wuye.hotline.ivr.conversation.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Reads {@link TicketRow}s. */
final class TicketRowMapper {
  static final String SELECT =
      "SELECT t.*, e.name AS estate_name,"
          + " EXISTS (SELECT 1 FROM incident i WHERE i.ticket = t.number) AS is_incident,"
          + " (SELECT MIN(d.due_at) FROM ticket_clock d"
          + " WHERE d.ticket = t.number AND d.stopped_at IS NULL) AS next_due,"
          + " (SELECT MIN(a.due_at) FROM ticket_clock a"
          + " WHERE a.ticket = t.number AND a.kind = 'accept') AS accept_by"
          + " FROM ticket t LEFT JOIN estate e ON e.id = t.estate_id";

  private TicketRowMapper() {}

  static TicketRow row(ResultSet row, int n) throws SQLException {
    String call = row.getString("call_id");
    String estate = row.getString("estate_name");
    return new TicketRow(
        new TicketNumber(row.getLong("number")),
        row.getLong("version"),
        coded(Channel.class, row, "channel"),
        contents(row),
        coded(State.class, row, "state"),
        Utc.instant(row, "state_since"),
        id(row, "duplicate_of", TicketNumber::new),
        id(row, "repeat_of", TicketNumber::new),
        row.getBoolean("is_incident"),
        call == null ? null : new CallId(call),
        Utc.instant(row, "opened_at"),
        Utc.instant(row, "entered_at"),
        Utc.instant(row, "updated_at"),
        estate == null ? "" : estate,
        text(row, "owner"),
        text(row, "department"),
        Utc.instantOrNull(row, "accept_by"),
        Utc.instantOrNull(row, "next_due"));
  }

  static <E extends Enum<E> & Coded> E coded(Class<E> type, ResultSet row, String column)
      throws SQLException {
    return Coded.of(type, row.getString(column));
  }

  private static Contents contents(ResultSet row) throws SQLException {
    String phone = row.getString("reporter_phone");
    return new Contents(
        new Subject(
            coded(Kind.class, row, "kind"),
            row.getString("category"),
            row.getString("subcategory"),
            coded(Urgency.class, row, "urgency")),
        new TicketPlace(
            id(row, "estate_id", EstateId::new),
            row.getString("building"),
            row.getString("unit"),
            row.getString("room"),
            row.getString("place_words")),
        new Reporter(
            id(row, "resident_id", Long::valueOf),
            row.getString("reporter_name"),
            phone == null ? null : new PhoneNumber(phone)),
        row.getString("text"),
        row.getBoolean("unfinished"),
        row.getBoolean("needs_transcript"));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    String value = row.getString(column);
    return value == null ? "" : value;
  }

  private static <T> @Nullable T id(ResultSet row, String column, LongFunction<T> type)
      throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : type.apply(value);
  }
}
